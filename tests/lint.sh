#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks formats, styles and warnings; each step is a line of TAP.
set -u
cd "$(dirname "$0")/.." || exit 1

bin=$PWD/build/venv/bin
copy=build/lint/m
failures=0

# step NAME COMMAND...: what it prints is shown only if it fails.
step() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok - lint: $name"
  else
    printf '%s\n' "$output"
    echo "not ok - lint: $name"
    failures=$((failures + 1))
  fi
}

check_format() {
  find csrc tests -name '*.[ch]' -print0 |
    xargs -0 clang-format --style=file:csrc/.clang-format --dry-run -Werror
}

# MISS_HIT reads MATLAB's "end" and "", but neither Octave's endif and the like, nor \", nor
# x += 1; and a pattern of %!error or a @deftypefn has to stay on one line, however long.
# So it gets a copy, with the same line numbers.
copy_m_files() {
  rm -rf "$copy" && mkdir -p "$copy" && cp octave/miss_hit.cfg "$copy"
  find octave tests examples -name '*.m' -exec cp --parents -t "$copy" {} +
  find "$copy" -name '*.m' -exec sed -i '
    s/^\(## @deftypefnx\?\) .*/\1/
    s/^\(%!\(error\|warning\)\) <.*>/\1/
    /^\(##\|%!\)/b
    s/\\"/""/g
    s/^\( *\)end\(if\|for\|while\|function\|switch\|_try_catch\|_unwind_protect\)\>/\1end/
    s/^\( *\)unwind_protect_cleanup\>/\1catch/
    s/^\( *\)unwind_protect\>/\1try/
    s/^\( *[^ =]*\) [-+*\/|&]= /\1 = /
    s/^\( *[A-Za-z_0-9.]*\)\(++\|--\);/\1 = 1;/' {} +
}

no_warnings() { make warnings BUILD="build/lint/$1" CC="$1" WERROR=-Werror; }

step "clang-format" check_format
copy_m_files
step "mh_style" "$bin/mh_style" --brief "$copy"
step "mh_lint" "$bin/mh_lint" --brief "$copy"
step "no warnings from gcc" no_warnings gcc
step "no warnings from clang" no_warnings clang
[ $failures -eq 0 ]
