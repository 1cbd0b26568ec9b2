#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# octaves.sh [RELEASE...]: runs SUITES (octave, course, cli and slurm) on the Octaves of Debian's
# releases, each in a chroot of its own below OCTAVES (build/octaves), which is kept. MIRROR names
# another mirror than debootstrap's own. The last lines are a table and "N passed, N failed".
set -u
cd "$(dirname "$0")/.." || exit 1
# shellcheck source=tests/chroot.sh
. tests/chroot.sh

[ $# -gt 0 ] || set -- bookworm trixie sid
suites=${SUITES:-octave course cli slurm}
folder=${OCTAVES:-build/octaves}
if [ "$(id -u)" != 0 ]; then
  echo "make octaves makes chroots, which only root can: run it as root or with sudo" >&2
  exit 1
fi
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)

# copy_tree: copies the files that git knows or would add, as they are now.
copy_tree() {
  rm -rf "$chroot/nnreg"
  mkdir "$chroot/nnreg"
  git ls-files -z --cached --others --exclude-standard |
    tar --create --null --files-from=- --ignore-failed-read 2>/dev/null |
    tar --extract --directory="$chroot/nnreg" --no-same-owner
}

# test_release RELEASE: writes a log, shows failures and skipped tests, and adds to the table.
test_release() {
  local log=$folder/$1.log version counts suite passed failed skipped seconds cpu note
  chroot=$folder/$1
  echo "== $1"
  if ! make_chroot "$1" >"$log" 2>&1; then
    table+=("$1 - - - - - no chroot: $(tail -n 1 "$log")")
    return
  fi
  give_network
  copy_tree
  # The README takes git for granted. No CI waits here, and a busy computer is slow.
  NNREG_LIMIT=5h in_chroot "cd /nnreg && sh tests/setup.sh git && make test SUITES='$suites'" >"$log" 2>&1 </dev/null
  # Failures of BATS and of Octave's test, and the lines that explain them.
  grep -E -A 12 '^not ok|^!!!!! ' "$log"
  version=$(in_chroot 'octave-cli --version' </dev/null 2>/dev/null | awk 'NR == 1 { print $NF }')
  for suite in $suites; do
    counts=$chroot/nnreg/build/logs/$suite.count
    read -r passed failed skipped seconds cpu note 2>/dev/null <"$counts" ||
      { passed=0 failed=1 skipped=0 seconds=0 cpu=0 note=", without a result: $(tail -n 1 "$log")"; }
    table+=("$1 ${version:--} $suite $passed $failed $skipped $seconds s, $cpu of a processor$note")
    total_passed=$((total_passed + passed)) total_failed=$((total_failed + failed))
  done
  grep '^skipped in ' "$log"
}

# The data sets, which are elsewhere in a chroot.
data=${NNREG_DATA_DIR:-../shared/data}
unset NNREG_DATA_DIR NNREG_MNIST_DIR
if [ -d "$data" ]; then
  mounts=("$data" /data)
  export NNREG_DATA_DIR=/data
fi
table=() total_passed=0 total_failed=0
export HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
for release; do test_release "$release"; done

echo
printf '%-10s %-8s %-8s %8s %8s %8s %8s\n' release Octave suite passed failed skipped seconds
for row in "${table[@]}"; do
  read -r release version suite passed failed skipped rest <<<"$row"
  printf '%-10s %-8s %-8s %8s %8s %8s %8s\n' "$release" "$version" "$suite" "$passed" "$failed" \
    "$skipped" "$rest"
done
echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ] && [ "$total_passed" -gt 0 ]
