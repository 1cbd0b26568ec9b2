#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sanitize.sh quick|all: tests/memory/walk.m in Octave with gateways built for AddressSanitizer and
# UndefinedBehaviourSanitizer, by the CFLAGS that are set; "all" goes on with NNREG_CALLS wild calls
# and all of Octave's tests. Each is a line of TAP. A report of any process is a failure, also of
# those that a search starts; none is suppressed.
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD
build=$root/build/sanitize
reports=$build/reports
failures=0

# The libraries come before all others, since Octave itself is not built for them.
library() { "${CC:-gcc}" -print-file-name="lib$1.so"; }
preload=$(library asan):$(library ubsan)
# Leaks are left to valgrind.sh: Octave's own would hide ours. What asks for more than 4 GB gets
# an error, not the machine.
address=detect_leaks=0:allocator_may_return_null=1:max_allocation_size_mb=4096
# Octave has no frame pointers: further frames are at random, too many to keep in a table that is fast.
address+=:malloc_context_size=2
# A crash is told by the sanitizer, not by Octave, whose words are lost inside evalc.
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
  # (A warning, of an allocation that is refused, is a file too.)
  if [ $status -eq 0 ] && ! grep -rqE 'ERROR: |runtime error: ' "$reports"; then
    echo "ok - sanitizers: $name"
  else
    printf '%s\n' "$output"
    find "$reports" -type f -exec head -n 80 {} +
    echo "not ok - sanitizers: $name, status $status"
    failures=$((failures + 1))
  fi
}

# in_folder NAME CODE: in an empty folder.
in_folder() {
  rm -rf "$build/walk" && mkdir -p "$build/walk" && cd "$build/walk" || exit 1
  check "$1" --eval "addpath ('$root/octave', '$build/dev', '$root/tests/memory', '$root/tests/fuzz');
    $2"
  cd "$root" || exit 1
}

# The package, installed by an Octave that can load it. Not the course, whose grader limits the
# address space: AddressSanitizer maps 15 TB of it.
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
