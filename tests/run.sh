#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh SUITE... [/ SUITE...]: runs lint, analyse, core, sanitize, asan (its short part), tsan,
# valgrind (its short part), coverage, arm, fuzz, octave or cli, and adds them up; those behind a /
# beside the others, and then the output of each is shown when it is over. The last line is
# "N passed, N failed"; the status tells whether anything failed.
set -u
cd "$(dirname "$0")/.." || exit 1

logs=build/logs
mkdir -p "$logs"

# Where the data sets are, unless the user says.
if [ -z "${NNREG_DATA_DIR:-}" ] && [ -d ../shared/data ]; then
  NNREG_DATA_DIR=$(cd ../shared/data && pwd)
  export NNREG_DATA_DIR
fi
if [ -z "${NNREG_MNIST_DIR:-}" ] && [ -d "${NNREG_DATA_DIR:-}/mnist" ]; then
  export NNREG_MNIST_DIR="$NNREG_DATA_DIR/mnist"
fi

# Programs of cmocka in folder $1; one that crashes has a failure of its own.
run_programs() {
  local program status all=0
  for program in "$1"/test_*; do
    [ -x "$program" ] || continue
    echo "# $program"
    CMOCKA_MESSAGE_OUTPUT=TAP timeout 5m ${emulator:+"$emulator"} "$program" 2>&1
    status=$?
    [ $status -eq 0 ] || all=1
    [ $status -lt 124 ] || echo "not ok - $program ended with status $status"
  done
  return $all
}

run_lint() { make -s lint; }

run_core() { make -s core-tests && run_programs build/tests; }

sanitized='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all'

run_sanitize() {
  make -s core-tests BUILD=build/sanitize CFLAGS="$sanitized" && run_programs build/sanitize/tests
}

# The gateways, in Octave; `make asan` is the long one.
run_asan() { CFLAGS=$sanitized tests/sanitize.sh "${ASAN_PART:-quick}"; }

# Without test_large, which is about sizes, not threads, and test_failures, which is run under
# AddressSanitizer: minutes here. make tsan runs the latter.
run_tsan() {
  local name
  make -s core-tests BUILD=build/tsan CFLAGS='-O1 -g -fsanitize=thread' || return
  for name in ${TSAN_WITHOUT-test_large test_failures}; do
    rm -f "build/tsan/tests/$name"
  done
  run_programs build/tsan/tests
}

run_valgrind() { make -s valgrind-quick; }

run_analyse() { make -s analyse; }

run_coverage() { make -s coverage; }

# The core's tests as ARM code, emulated. Two are left out: the emulator keeps the memory of each
# thread that has ended, and they start thousands.
run_arm() {
  make -s core-tests BUILD=build/arm CC=aarch64-linux-gnu-gcc AR=aarch64-linux-gnu-ar || return
  rm -f build/arm/tests/test_train_many build/arm/tests/test_solve
  emulator=qemu-aarch64 run_programs build/arm/tests
}

# A short run of libFuzzer; `make fuzz-core` is the long one.
run_fuzz() { tests/fuzz/run.sh "${FUZZ_SECONDS:-5}"; }

run_octave() {
  make -s test-prefix &&
    XDG_DATA_HOME=$PWD/build/prefix XDG_CONFIG_HOME=$PWD/build/prefix \
      timeout 15m "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet tests/run_octave_tests.m
}

run_cli() { bats --tap tests/cli; }

# Counts log $1 (lines of TAP, or Octave's total) into passed, failed and skipped.
count() {
  read -r passed failed skipped < <(awk '
    /^ *(not )?ok .*# *[Ss][Kk][Ii][Pp]/ { skipped++; next } # cmocka says not ok
    /^ *ok / { passed++ }
    /^ *not ok / { failed++ }
    /^octave: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/ { passed += $2; failed += $4; skipped += $6 }
    END { print passed + 0, failed + 0, skipped + 0 }' "$1")
}

# run_suite NAME: into its log; what it came to goes into a file beside.
run_suite() {
  local status note='' began=$SECONDS
  if [ $beside = yes ]; then
    "run_$1" </dev/null >"$logs/$1.log" 2>&1
    status=$?
    flock "$logs/lock" sh -c 'echo "== $1" && cat "$2"' - "$1" "$logs/$1.log"
  else
    echo "== $1"
    "run_$1" </dev/null 2>&1 | tee "$logs/$1.log"
    status=${PIPESTATUS[0]}
  fi
  count "$logs/$1.log"
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    note=", stopped with status $status"
    failed=1
  elif [ $((passed + failed)) -eq 0 ]; then
    note=", ran no test"
    failed=1
  fi
  echo "$passed $failed $skipped $((SECONDS - began)) $note" >"$logs/$1.count"
}

suites=() lane=() beside=no
run_lane() {
  local suite
  for suite in "${lane[@]}"; do run_suite "$suite"; done
}
[[ " $* " != *" / "* ]] || beside=yes
for word; do
  if [ "$word" = / ]; then
    run_lane &
    lane=()
  else
    rm -f "$logs/$word.count"
    suites+=("$word") lane+=("$word")
  fi
done
run_lane
wait

echo
total_passed=0 total_failed=0
for suite in "${suites[@]}"; do
  # (What ended without a word has failed.)
  read -r passed failed skipped seconds note 2>/dev/null <"$logs/$suite.count" ||
    { passed=0 failed=1 skipped=0 seconds=0 note=", ended without a result"; }
  printf '%-9s %4d passed, %d failed, %d skipped, %d s%s\n' \
    "$suite:" "$passed" "$failed" "$skipped" "$seconds" "$note"
  total_passed=$((total_passed + passed)) total_failed=$((total_failed + failed))
done
echo "$total_passed passed, $total_failed failed" | tee "$logs/summary"
[ "$total_failed" -eq 0 ]
