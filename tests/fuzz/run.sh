#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh SECONDS [FUZZER...]: runs each fuzzer on its whole corpus, then for SECONDS with
# libFuzzer's inputs. Each is a line of TAP. Inputs that fail are in build/fuzz/found.
set -u
cd "$(dirname "$0")/../.." || exit 1

seconds=$1
shift
build=build/fuzz
failures=0
make -s fuzz-ready || exit 1
# Clang takes minutes to build kernels with all checks of pointers; the suite sanitize has those.
checks='-fsanitize=fuzzer-no-link,address,undefined'
checks+=' -fno-sanitize=pointer-overflow,alignment,null,object-size'
make -s fuzzers BUILD=$build CC=clang CFLAGS="-O1 -g1 $checks -fno-sanitize-recover=all" || exit 1
mkdir -p $build/found $build/logs
[ -d /dev/shm ] && export TMPDIR=/dev/shm # millions of small files

# Limits for one input: an allocation in MB, all memory in MB, seconds.
limits=(-malloc_limit_mb=64 -rss_limit_mb=2048 -timeout=60)

# verdict NAME LOG COUNT WHAT: prints a line of TAP. Running nothing is a failure too.
verdict() {
  if [ "$status" -eq 0 ] && [ "$3" -gt 0 ]; then
    echo "ok - $1: $3 $4"
  else
    tail -n 60 "$2"
    echo "not ok - $1: status $status after $3 $4"
    failures=$((failures + 1))
  fi
}

fuzz() {
  local name=$1 program=$build/fuzzers/$1 corpus=tests/fuzz/corpus/$1 log=$build/logs/$1 count
  "$program" "${limits[@]}" "$corpus"/* >"$log.corpus" 2>&1
  status=$?
  verdict "$name, corpus" "$log.corpus" "$(grep -c '^Executed ' "$log.corpus")" "files"
  mkdir -p "$build/inputs/$name"
  "$program" "${limits[@]}" -max_total_time="$seconds" -print_final_stats=1 -max_len=4096 \
    -artifact_prefix="$build/found/$name-" "$build/inputs/$name" "$corpus" >"$log" 2>&1
  status=$?
  count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  verdict "$name" "$log" "${count:-0}" "inputs in $seconds seconds"
}

[ $# -gt 0 ] || set -- tests/fuzz/fuzz_*.c
for source; do
  fuzz "$(basename "$source" .c)"
done
[ $failures -eq 0 ]
