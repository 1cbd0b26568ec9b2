#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks formats, styles and warnings. Each step is a line of TAP.
set -u
cd "$(dirname "$0")/.." || exit 1

bin=$PWD/build/venv/bin
suite=lint
. tests/step.sh

check_format() {
  find csrc tests -name '*.[ch]' -print0 |
    xargs -0 clang-format --style=file:csrc/.clang-format --dry-run -Werror
}

# Excluded, since BATS sets variables (SC2154), runs each test in a subshell (SC2030, SC2031), and
# the tests themselves name the files that they count with ls (SC2012).
check_shell() {
  shellcheck --external-sources --exclude=SC2154,SC2030,SC2031,SC2012 \
    .ci/run csrc/configure csrc/*.sh tests/*.sh tests/*/*.sh tests/cli/*.bash tests/cli/*.bats
}

# From Octave 11 on a loop over nothing runs once for each column, and these functions return 0 x 1
# for some arguments of no elements.
check_loops() {
  ! grep -rnE '^(%!)? *for \w+ = (find|setdiff|unique|intersect|union|setxor) \(' octave examples/course |
    grep -vE "\(:\)\.'( *#.*)?$"
}

# no_warnings COMPILER VARIABLE=VALUE...
no_warnings() { make warnings WERROR=-Werror CC="$1" "${@:2}"; }

# Where nothing is built yet, the objects stay for other suites; tests/run.sh may have made them.
gcc_build=build/lint/gcc
if [ ! -d build/core ] || [ -n "${NNREG_WARNS_OF_NOTHING:-}" ]; then gcc_build=build; fi

step "clang-format" check_format
step "shellcheck" check_shell
step "programs come from packages" /usr/bin/python3 tests/tools/programs.py
step "rooms of the core" tests/rooms_c.sh
step "mh_style" "$bin/mh_style" --brief octave examples tests/*.m tests/octave/*.m tests/fuzz/*.m tests/memory/*.m tests/bench/*.m tests/estimator/*.m tests/differential/*.m tests/peers/*.m tests/tools/*.m
step "mh_lint" "$bin/mh_lint" --brief octave examples tests/*.m tests/octave/*.m tests/fuzz/*.m tests/memory/*.m tests/bench/*.m tests/estimator/*.m tests/differential/*.m tests/peers/*.m tests/tools/*.m
step "loops over what was found go over a row" check_loops
step "rooms" python3 tests/rooms.py
step "no warnings from gcc" no_warnings gcc BUILD="$gcc_build"
# (Clang's do not depend on the optimization.)
step "no warnings from clang" no_warnings clang BUILD=build/lint/clang CFLAGS=-O0
[ $failures -eq 0 ]
