# shellcheck shell=bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For the scripts that check the sources. Each step is a line of TAP, and failures counts the
# failed ones. The caller sets suite first.

failures=0
: "${suite:?}"

# step NAME COMMAND...: shows the command's output only if it fails.
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
