# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The runner of the tests must show every failure.

load common

setup() {
  tree=$BATS_TEST_TMPDIR/tree
  copy_tree "$tree"
  mkdir -p "$tree/tests/core" "$tree/tests/octave"
  cp "$root"/tests/run* "$root"/tests/setup.sh "$tree/tests"
  cd "$tree" || return 1
  # The runner only counts, so an empty core will do.
  rm -r csrc/*/
  # shellcheck disable=SC2016 # make's variables
  printf 'core:\n\tmkdir -p $(OBJDIR) && ar rcs $(OBJDIR)/libnnreg.a\n' >csrc/Makefile
}

# core_test NAME BODY: writes a program with one test.
core_test() {
  cat >"tests/core/$1.c" <<END
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>
static void one(void **state) { (void)state; $2 }
int main(void) { const struct CMUnitTest tests[] = {cmocka_unit_test(one)}; return cmocka_run_group_tests(tests, NULL, NULL); }
END
}

@test "core: a pass, a failure, a skip and a crash are counted" {
  core_test test_good "assert_true(1);"
  run -0 tests/run.sh core
  [ "${lines[-1]}" = "1 passed, 0 failed" ]
  core_test test_bad "assert_true(0);"
  core_test test_skip "skip();"
  core_test test_crash "abort();"
  run -1 tests/run.sh core
  [ "${lines[-1]}" = "1 passed, 2 failed" ]
  [ "${lines[-3]}" = "skipped in core, the test itself found that it cannot run here: one" ]
}

@test "what was skipped is listed by its reason, before the totals" {
  mkdir bin
  printf '%s\n' '#!/bin/sh' 'echo "ok 1 one # skip no data"' 'echo "ok 2 two"' \
    'echo "ok 3 three # 3 in 12ms # skip no data"' >bin/bats
  chmod +x bin/bats
  PATH=$PWD/bin:$PATH run -0 tests/run.sh cli
  [ "${lines[-3]}" = "skipped in cli, no data: one; three # 3" ]
  [ "${lines[-1]}" = "1 passed, 0 failed" ]
}

@test "suites side by side are added up, and each one's output is in one piece" {
  core_test test_good "assert_true(1);"
  core_test test_bad "assert_true(0);"
  AT_ONCE=2 run -1 tests/run.sh core sanitize
  [ "${lines[-1]}" = "2 passed, 2 failed" ]
  [ "$(grep -c '^== ' <<<"$output")" = 2 ]
  [[ $output =~ (.*)"== "(core|sanitize)(.*)"== "(core|sanitize)(.*) ]]
  for part in "${BASH_REMATCH[3]}" "${BASH_REMATCH[5]}"; do
    [[ $part == *test_bad* && $part == *test_good* ]]
  done
  AT_ONCE=3 run -1 tests/run.sh none none_either
  [ "${lines[-1]}" = "0 passed, 2 failed" ]
}

@test "a suite that runs nothing fails" {
  run -1 tests/run.sh core
  [[ $output == *"ran no test"* ]]
  [ "${lines[-1]}" = "0 passed, 1 failed" ]
}

@test "core: a program that does not compile fails" {
  core_test test_good "assert_true(1);"
  core_test test_wrong "not C"
  run -1 tests/run.sh core
  [ "${lines[-1]}" = "0 passed, 1 failed" ]
}

@test "octave: failures, missing tests, broken blocks, leaks and demos are counted" {
  rm -r csrc octave && mkdir -p csrc octave/+nnr/+room octave/+nnr/+words && cp "$root/csrc/flags.mk" csrc
  printf '## Copyright: none\nfunction seconds (clock)\nendfunction\n' >octave/+nnr/+words/seconds.m
  function_file() { printf '## Copyright: none\nfunction x = %s ()\n  x = 1;\nendfunction\n%s\n' "$1" "$2" >"octave/$3$1.m"; }
  function_file t_good '%!assert (t_good (), 1)'
  function_file t_skip '%!testif ; false
%! error ("no");'
  function_file t_room '%!assert (nnr.room.t_room (), 1)' +nnr/+room/
  run -0 tests/run.sh octave
  [ "${lines[-1]}" = "2 passed, 0 failed" ]
  [ "${lines[-3]}" = "skipped in octave, their %!testif asks for what is not here: 1 of t_skip.m" ]

  function_file t_bad '%!assert (t_bad (), 2)'
  function_file t_none ''
  function_file t_shared '%!shared x
%! error ("broken");
%!assert (t_shared (), 1)'
  function_file t_leak '%!test fopen (tempname (), "w");'
  function_file t_demo '%!demo error ("broken");
%!assert (t_demo (), 1)'
  function_file t_room_bad '%!assert (nnr.room.t_room_bad (), 2)' +nnr/+room/
  echo '%!assert (1, 2)' >tests/octave/bad.tst
  run -1 tests/run.sh octave
  [ "${lines[-1]}" = "5 passed, 7 failed" ]
}
