# shellcheck shell=bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For the scripts that check the sources: each step is a line of TAP, and $failures counts those
# that fail. $suite is set by who reads this.

failures=0
: "${suite:?}"

# step NAME COMMAND...: what it prints is shown only if it fails.
step() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok - $suite: $name"
  else
    printf '%s\n' "$output"
    echo "not ok - $suite: $name"
    failures=$((failures + 1))
  fi
}
