#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh SUITE...: runs suites and adds up their results. Suites are lint, analyse, core, sanitize,
# asan and valgrind (their short parts), tsan, coverage, arm, musl, windows, macos, fuzz, octave,
# course, cli, slurm, estimator and differential (its short part).
# With AT_ONCE=3 three run at the same time: each row takes the next suite when it is through with
# one, so the longest come first; A+B stays in one row, as suites that build in the same folder must.
# Then a suite's output is shown when the suite ends. The last line is "N passed, N failed"; the
# status is 1 if anything failed. Of files that are as committed, build/logs/tested gets a line
# "TREE SUITE" for each suite that passed, which make release asks for.
set -u
cd "$(dirname "$0")/.." || exit 1

logs=build/logs
mkdir -p "$logs"

# committed_tree: git's name for the files here, if they are as committed.
committed_tree() { [ -z "$(git status --porcelain 2>&1)" ] && git rev-parse 'HEAD^{tree}'; }
tree=$(committed_tree)

# The data sets, unless the user names their folder.
if [ -z "${NNREG_DATA_DIR:-}" ] && [ -d ../shared/data ]; then
  NNREG_DATA_DIR=$(cd ../shared/data && pwd)
  export NNREG_DATA_DIR
fi
if [ -z "${NNREG_MNIST_DIR:-}" ] && [ -d "${NNREG_DATA_DIR:-}/mnist" ]; then
  export NNREG_MNIST_DIR="$NNREG_DATA_DIR/mnist"
fi

# run_programs FOLDER: runs the programs of cmocka there, each by $emulator and for $limit at most if
# these are set. A crash counts as one more failure.
run_programs() {
  local program status began all=0
  for program in "$1"/test_*; do
    [ -x "$program" ] || continue
    echo "# $program"
    began=$SECONDS
    CMOCKA_MESSAGE_OUTPUT=TAP timeout "${limit:-15m}" ${emulator:+"$emulator"} "$program" 2>&1
    status=$?
    [ $status -eq 0 ] || all=1
    [ $status -lt 124 ] || echo "not ok - $program ended with status $status"
    [ $((SECONDS - began)) -lt 5 ] || echo "# $((SECONDS - began)) s"
  done
  return $all
}

run_lint() { make -s lint; }

run_core() {
  tests/port/guard.sh
  make -s core-tests && run_programs build/tests
}

sanitized='-O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=all'

# build_tests FOLDER FLAGS NAME...: the core's tests but for these, which may be there from before.
build_tests() {
  local folder=$1 flags=$2
  shift 2
  make -s core-tests BUILD="$folder" CFLAGS="$flags" WITHOUT="$*" || return
  rm -f "${@/#/$folder/tests/}"
}

# test_large is about sizes, and takes a minute here. With NNREG_WHOLE loops leave out no case.
run_sanitize() {
  build_tests build/sanitize "$sanitized" test_large && run_programs build/sanitize/tests
}

# The gateways, in Octave; `make asan` is the long one.
run_asan() { CFLAGS=$sanitized tests/sanitize.sh "${ASAN_PART:-quick}"; }

# Only programs whose source speaks of threads, but for some that would take minutes: test_large is
# about sizes, test_failures runs under AddressSanitizer, and the others have the threads of
# test_train. make tsan leaves out test_large alone.
run_tsan() {
  # shellcheck disable=SC2046,SC2086  # words
  build_tests build/tsan '-O1 -g1 -fsanitize=thread' $(without_threads) \
    ${TSAN_WITHOUT-test_large test_failures test_solve test_resume test_predict} || return
  run_programs build/tsan/tests
}

without_threads() { grep -iL thread tests/core/test_*.c | sed 's,.*/,,; s,\.c$,,'; }

run_valgrind() { make -s valgrind-quick; }

run_analyse() { make -s analyse; }

run_coverage() { make -s coverage; }

# The core's tests as ARM code, emulated. Two programs are left out: they start thousands of
# threads, and the emulator never frees the memory of one.
run_arm() {
  local kernels
  make -s core-tests BUILD=build/arm CC=aarch64-linux-gnu-gcc AR=aarch64-linux-gnu-ar || return
  for kernels in kernels_plain_s:4s kernels_plain_d:2d; do
    if aarch64-linux-gnu-objdump -d "build/arm/core/kernels/${kernels%:*}.o" |
      grep -q "fmla.*v[0-9]*\.${kernels#*:}"; then
      echo "ok - the vectors of ${kernels%:*} are NEON's"
    else
      echo "not ok - the vectors of ${kernels%:*} are NEON's"
    fi
  done
  rm -f build/arm/tests/test_train_many build/arm/tests/test_solve
  emulator=qemu-aarch64 limit=30m run_programs build/arm/tests
}

# The core's tests with other C libraries, and on Windows by wine.
run_musl() { tests/port/musl.sh && run_programs build/musl/tests; }
run_windows() {
  tests/port/windows.sh
  # test_failures takes 25 s of a processor, and minutes beside other work.
  emulator=tests/port/wine.sh limit=30m run_programs build/windows/tests
}
run_macos() { tests/port/macos.sh; }

# A short run of libFuzzer; `make fuzz-core` is the long one.
run_fuzz() { tests/fuzz/run.sh "${FUZZ_SECONDS:-3}"; }

octave_tests() {
  make -s test-prefix &&
    XDG_DATA_HOME=$PWD/build/prefix XDG_CONFIG_HOME=$PWD/build/prefix \
      timeout "${NNREG_LIMIT:-50m}" "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet tests/run_octave_tests.m
}

# course is the file on the course kit, which starts hundreds of Octaves.
run_octave() { NNREG_WITHOUT=course.tst octave_tests; }
run_course() { NNREG_ONLY=course.tst octave_tests; }

# 300 random problems; `make differential` takes 10,000.
run_differential() { make -s differential-quick; }

run_cli() {
  local files
  mapfile -t files < <(find tests/cli -name '*.bats' ! -name slurm.bats | sort)
  bats --tap --timing "${files[@]}"
}

run_slurm() { bats --tap --timing tests/cli/slurm.bats; }

run_estimator() { make -s estimator-checks; }

# count LOG: sets passed, failed and skipped from lines of TAP, or Octave's total.
count() {
  read -r passed failed skipped < <(awk '
    /^ *(not )?ok .*# *[Ss][Kk][Ii][Pp]/ { skipped++; next } # cmocka says not ok
    /^ *ok / { passed++ }
    /^ *not ok / { failed++ }
    /^octave: [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/ { passed += $2; failed += $4; skipped += $6 }
    END { print passed + 0, failed + 0, skipped + 0 }' "$1")
}

# list_skipped SUITE...: a line for each reason why tests of a suite were skipped, with their names.
list_skipped() {
  local suite
  for suite; do
    awk -v suite="$suite" '
      function add(test, reason) {
        if (!(reason in tests)) order[++reasons] = reason
        tests[reason] = tests[reason] (reason in tests && tests[reason] ? "; " : "") test
      }
      /^ *(not )?ok .*# *[Ss][Kk][Ii][Pp]/ {
        test = reason = $0
        sub(/^ *(not )?ok [0-9]* *-? */, "", test)
        sub(/( in [0-9]+ms)? *# *[Ss][Kk][Ii][Pp].*/, "", test)
        sub(/.*# *[Ss][Kk][Ii][Pp] */, "", reason)
        if (!test) { test = reason; reason = "" } # cmocka, which knows no reasons
        add(test, reason ? reason : "the test itself found that it cannot run here")
      }
      /^[a-z_]+\.(m|tst): skipped, / {
        sub(/:$/, "", $1)
        test = $1
        sub(/^[^,]*, */, "")
        if (!((test, $0) in seen)) add(test, $0)
        seen[test, $0]
      }
      # A line for each file, from tests/run_octave_tests.m.
      /^  [^ ].* [0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/ && $(NF - 1) {
        add($(NF - 1) " of " $1, "their %!testif asks for what is not here")
      }
      END {
        for (k = 1; k <= reasons; k++)
          printf "skipped in %s, %s: %s\n", suite, order[k], tests[order[k]]
      }' "$logs/$suite.log"
  done
}

# run_suite NAME: writes its output to NAME.log and its result to NAME.count.
TIMEFORMAT=%U+%S
run_suite() {
  local status note='' began=$SECONDS
  if [ $beside = yes ]; then
    # In a shell of its own: to this one belong the seconds of rows that have ended meanwhile.
    (time "run_$1" </dev/null >"$logs/$1.log" 2>&1) 2>"$logs/$1.cpu"
    status=$?
    # shellcheck disable=SC2016  # for the inner shell
    flock "$logs/lock" sh -c 'echo "== $1" && cat "$2"' - "$1" "$logs/$1.log"
  else
    echo "== $1"
    { time "run_$1" </dev/null 2>&1; } 2>"$logs/$1.cpu" | tee "$logs/$1.log"
    status=${PIPESTATUS[0]}
  fi
  count "$logs/$1.log"
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then
    note=", stopped with status $status"
    failed=1
  elif [ $((passed + failed)) -eq 0 ]; then
    note=", ran no test"
    failed=1
  fi
  echo "$passed $failed $skipped $((SECONDS - began)) $(awk -F+ '{ print int($1 + $2) }' "$logs/$1.cpu") $note" >"$logs/$1.count"
}

# run_row: runs the next suites of the queue until there is none.
run_row() {
  local suite
  # shellcheck disable=SC2016  # for the inner shell
  while suite=$(flock "$logs/lock" sh -c 'sed -n 1p "$1" && sed -i 1d "$1"' - "$logs/queue") &&
    [ -n "$suite" ]; do
    for suite in ${suite//+/ }; do run_suite "$suite"; done
  done
}

rows=${AT_ONCE:-1} beside=no
unset AT_ONCE # a suite that runs this file chooses itself
read -ra suites <<<"${*//+/ }"
for suite in "${suites[@]}"; do rm -f "$logs/$suite.count" "$logs/$suite.log"; done
printf '%s\n' "$@" >"$logs/queue"
if [ "$rows" -gt 1 ]; then
  beside=yes
  # What several suites use is built before; if it cannot be, they say so. Of what was all compiled
  # just now, without a warning, lint need not make another build.
  if [ ! -d build/core ] && make -s warnings WERROR=-Werror CC=gcc >/dev/null 2>&1; then
    export NNREG_WARNS_OF_NOTHING=1
  fi
  make -s test-prefix dev core-tests >/dev/null 2>&1
fi
for ((row = 1; row < rows; row++)); do run_row & done
run_row
wait

echo
list_skipped "${suites[@]}" 2>/dev/null
[ "$tree" = "$(committed_tree)" ] || tree=
total_passed=0 total_failed=0
for suite in "${suites[@]}"; do
  # A suite without a result has failed.
  read -r passed failed skipped seconds cpu note 2>/dev/null <"$logs/$suite.count" ||
    { passed=0 failed=1 skipped=0 seconds=0 cpu=0 note=", ended without a result"; }
  printf '%-13s %4d passed, %d failed, %d skipped, %d s, %d s of a processor%s\n' \
    "$suite:" "$passed" "$failed" "$skipped" "$seconds" "$cpu" "$note"
  [ -z "$tree" ] || [ "$failed" -gt 0 ] || echo "$tree $suite" >>"$logs/tested"
  total_passed=$((total_passed + passed)) total_failed=$((total_failed + failed))
done
echo "$total_passed passed, $total_failed failed" | tee "$logs/summary"
[ "$total_failed" -eq 0 ]
