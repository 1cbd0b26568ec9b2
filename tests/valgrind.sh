#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# valgrind.sh quick|all: runs memcheck on tests of the core and on tests/memory/walk.m in Octave,
# with build/dev. Each is a line of TAP. A report that tests/memory/valgrind.supp does not name is a
# failure. valgrind does not know AVX-512, so that code is not tested here.
#
# Not under valgrind: test_large (it maps more than valgrind can shadow), and test_cost, _failures,
# _predict, _resume, _solve, _team, _train and _train_many, which take more than 100 s each here.
# These run under the other sanitizers.
set -u
cd "$(dirname "$0")/.." || exit 1
root=$PWD
programs=(checks file idx network)
parts=(files clear)
if [ "${1:-all}" = all ]; then
  programs+=(blas kernels_double kernels_single pack)
  parts+=(calls wild fits searches)
fi
failures=0

# check NAME COMMAND...: under memcheck; its output is shown only if it fails.
check() {
  local name=$1 output
  shift
  if output=$(timeout 20m valgrind --quiet --error-exitcode=99 --leak-check=full \
    --show-leak-kinds=definite --errors-for-leak-kinds=definite --keep-debuginfo=yes \
    --num-callers=60 --suppressions="$root/tests/memory/valgrind.supp" "$@" 2>&1); then
    echo "ok - valgrind: $name"
  else
    printf '%s\n' "$output"
    echo "not ok - valgrind: $name"
    failures=$((failures + 1))
  fi
}

# walk PART: in an empty folder. octave-cli, since octave only starts it as another process.
walk() {
  rm -rf build/walk && mkdir -p build/walk && cd build/walk || exit 1
  check "walk, $1" octave-cli --no-gui --norc --no-history --quiet --eval "
    addpath ('$root/octave', '$root/build/dev', '$root/tests/memory', '$root/tests/fuzz');
    walk ('$1')"
  cd "$root" || exit 1
}

make -s core-tests || exit 1
for program in "${programs[@]}"; do check "test_$program" "build/tests/test_$program"; done
for part in "${parts[@]}"; do walk "$part"; done
[ $failures -eq 0 ]
