#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# octave_of.sh RELEASE [ARGUMENT...]: runs the Octave of a Debian release, which has a newer package
# statistics than this system, in a chroot below OCTAVES (build/octaves), as tests/octaves.sh makes
# them. This folder and NNREG_BENCH_FOLDER are at their places in it. Without arguments it makes the
# chroot and installs Octave there. Only root can.
set -u
cd "$(dirname "$0")/../.." || exit 1
# shellcheck source=tests/chroot.sh
. tests/chroot.sh

release=${1:?}
shift
if [ "$(id -u)" != 0 ]; then
  echo "a chroot of Debian's $release can only be made and used by root" >&2
  exit 1
fi
chroot=$(realpath -m "${OCTAVES:-build/octaves}/$release")
mounts=("$PWD" "$PWD")
case ${NNREG_BENCH_FOLDER:-$PWD}/ in
  "$PWD"/*) ;;
  *) mounts+=("$NNREG_BENCH_FOLDER" "$NNREG_BENCH_FOLDER") ;;
esac

# install: what the benchmark needs in the chroot.
install() {
  # shellcheck disable=SC2016  # for dpkg-query
  make_chroot "$release" && give_network && in_chroot '
    dpkg-query -W -f="\${db:Status-Status}\n" octave octave-statistics libopenblas0-pthread 2>/dev/null |
      grep -c "^installed" | grep -qx 3 ||
      { apt-get update -q &&
        DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
          octave octave-statistics libopenblas0-pthread; }'
}

if [ $# -eq 0 ]; then
  install
else
  export HOME=/root
  in_chroot "cd $(printf %q "$PWD") && exec octave $(printf ' %q' "$@")"
fi
