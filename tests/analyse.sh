#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs cppcheck, clang-tidy and GCC's analyser on the C files. Each step is a line of TAP.
set -u
cd "$(dirname "$0")/.." || exit 1

suite=analyse
. tests/step.sh

defines=(-DNNREG_HAVE_X86 -DNNREG_ISA=plain "-DNNREG_OPENBLAS_PATH=\"\"")
includes=(-Icsrc/include -Icsrc/core -Icsrc)

check_cpp() {
  cppcheck --quiet --error-exitcode=1 --enable=warning,performance,portability --std=c11 \
    --inline-suppr --suppress=missingIncludeSystem "$1" "${defines[@]}" "${includes[@]}" \
    csrc/core csrc/kernels csrc/mex
}

# One file a run: version 14 reports false errors about va_list in the later files of a run.
check_tidy() {
  local options
  # shellcheck disable=SC2207 # words
  options=(-std=c11 -DNNREG_REAL_SINGLE "${defines[@]}" "${includes[@]}" $(mkoctfile -p INCFLAGS))
  # The file for Windows needs Windows's headers; make windows compiles it.
  find csrc -name '*.c' ! -path csrc/core/os/windows.c -print0 |
    xargs -0 -P "$(nproc)" -I{} clang-tidy --quiet {} -- "${options[@]}"
}

check_gcc() {
  make warnings BUILD=build/analyse CC=gcc CFLAGS='-O2 -fanalyzer' WERROR=-Werror
}

step "cppcheck, single" check_cpp -DNNREG_REAL_SINGLE
step "cppcheck, double" check_cpp -DNNREG_REAL_DOUBLE
step "clang-tidy" check_tidy
step "gcc -fanalyzer" check_gcc
[ $failures -eq 0 ]
