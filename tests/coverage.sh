#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes to build/coverage/report.txt which lines and branches of the core its tests run. Fails
# below MIN_LINES and MIN_BRANCHES per cent.
set -u
cd "$(dirname "$0")/.." || exit 1

# In a copy of the sources: gcovr runs gcov in the compiler's folder, and an interrupted gcov
# leaves files there.
build=build/coverage source=build/coverage/source
rm -rf "$source"
mkdir -p "$source"
cp -pr --parents csrc tests/core Makefile DESCRIPTION "$source" || exit 1
find "$build" -name '*.gcda' -delete
make -s -C "$source" core-tests BUILD=../objects \
  CFLAGS='-O0 -g --coverage -fprofile-update=atomic' || exit 1
for program in "$build"/objects/tests/test_*; do
  [[ $program != *.gc* ]] || continue
  "$program" >"$build/log" 2>&1 || { cat "$build/log"; exit 1; }
done

report() {
  (cd "$source/csrc" && gcovr --root . --filter core/ --filter kernels/ "$@" ../../objects/core)
}
{ report && report --branches; } >"$build/report.txt" || exit 1
cat "$build/report.txt"
if report --fail-under-line "${MIN_LINES:-98}" --fail-under-branch "${MIN_BRANCHES:-90}" >/dev/null
then
  echo "ok - coverage"
else
  echo "not ok - coverage"
  exit 1
fi
