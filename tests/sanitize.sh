#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sanitize.sh quick|all: runs tests/memory/walk.m in Octave with gateways built with CFLAGS, which
# name AddressSanitizer and UndefinedBehaviourSanitizer. "all" adds NNREG_CALLS wild calls and all
# of Octave's tests. Each part is a line of TAP. Every report is a failure, also from a process
# that a search starts.
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD
build=$root/build/sanitize
reports=$build/reports
failures=0

# Octave itself is built without sanitizers, so their libraries must be loaded before all others.
library() { "${CC:-gcc}" -print-file-name="lib$1.so"; }
preload=$(library asan):$(library ubsan)
# valgrind.sh looks for leaks; here Octave's own would hide ours. An allocation of more than 4 GB
# fails, so that a wild size does not exhaust the machine.
address=detect_leaks=0:allocator_may_return_null=1:max_allocation_size_mb=4096
# Octave has no frame pointers, so deeper frames are random, and their many stacks would make the
# sanitizer slow.
address+=:malloc_context_size=2
# The sanitizer reports crashes: evalc would swallow Octave's report.
address+=:handle_segv=2:handle_sigbus=2:handle_sigfpe=2:handle_sigill=2:handle_abort=2

watched() {
  LD_PRELOAD=$preload ASAN_OPTIONS=$address:log_path=$reports/address \
    UBSAN_OPTIONS=print_stacktrace=1:log_path=$reports/undefined \
    timeout 120m "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet "$@"
}

# check NAME ARGUMENT...: Octave with the arguments; its output is shown only if it fails.
check() {
  local name=$1 output status
  shift
  rm -rf "$reports" && mkdir -p "$reports" || exit 1
  output=$(watched "$@" 2>&1)
  status=$?
  # A refused allocation leaves a file too, but with a warning only.
  if [ $status -eq 0 ] && ! grep -rqE 'ERROR: |runtime error: ' "$reports"; then
    echo "ok - sanitizers: $name"
  else
    printf '%s\n' "$output"
    find "$reports" -type f -exec head -n 80 {} +
    echo "not ok - sanitizers: $name, status $status"
    failures=$((failures + 1))
  fi
}

# in_folder NAME CODE: checks the code in an empty folder.
in_folder() {
  rm -rf "$build/walk" && mkdir -p "$build/walk" && cd "$build/walk" || exit 1
  check "$1" --eval "addpath ('$root/octave', '$build/dev', '$root/tests/memory', '$root/tests/fuzz');
    $2"
  cd "$root" || exit 1
}

# An Octave with the sanitizers' libraries must install the package. Without course.tst: its grader
# limits the address space, of which AddressSanitizer maps 15 TB.
octave_tests() {
  make -s test-prefix BUILD=build/sanitize \
    OCTAVE="env LD_PRELOAD=$preload ASAN_OPTIONS=$address ${OCTAVE:-octave}" || exit 1
  NNREG_WITHOUT=course.tst XDG_DATA_HOME=$build/prefix XDG_CONFIG_HOME=$build/prefix \
    check "Octave's tests" tests/run_octave_tests.m
}

: "${CFLAGS:?names the sanitizers}"
export CFLAGS
make -s dev BUILD=build/sanitize || exit 1
for part in files clear fits wild searches; do in_folder "walk, $part" "walk ('$part')"; done
if [ "${1:-all}" = all ]; then
  in_folder "walk, calls" "walk ('calls')"
  in_folder "${NNREG_CALLS:=10000} wild calls" \
    "exit (fuzz_calls (${NNREG_SEED:-2}, 1:$NNREG_CALLS, '$root/octave') > 0)"
  octave_tests
fi
[ $failures -eq 0 ]
