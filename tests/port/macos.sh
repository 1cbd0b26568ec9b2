#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiles and links core and gateways for macOS, for Apple's and Intel's processors, in
# build/macos, with Clang and the headers in PyPI's ziglang. Octave and zlib are not there: their
# functions stay open, and must be those of mex_functions and zlib_functions. Nothing is run.
set -eu
cd "$(dirname "$0")/../.."
make -s macos-ready
# shellcheck source=tests/port/tools.sh
. tests/port/tools.sh

zig=$(wheel "$ZIG_WHEEL" manylinux_2_12_x86_64)/ziglang/zig
chmod +x "$zig"
export ZIG_GLOBAL_CACHE_DIR=$port/zig ZIG_LOCAL_CACHE_DIR=$port/zig
status=0
result() {
  if [ "$1" = 0 ]; then echo "ok - $2"; else
    echo "not ok - $2"
    status=1
  fi
}

for processor in aarch64 x86_64; do
  folder=build/macos/$processor
  cc="$zig cc -target $processor-macos"
  fault=0
  LINK_MEX="$cc -shared -Wl,-undefined,dynamic_lookup" make -s -j"$(nproc)" -C csrc CC="$cc" AR="$zig ar" \
    CFLAGS=-O3 WERROR=-Werror ZLIB=yes OPENBLAS=/opt/homebrew/opt/openblas/lib/libopenblas.dylib LIBS= \
    OBJDIR="../$folder/core" MEXDIR="../$folder" MKOCTFILE="$PWD/tests/port/mkoctfile.sh" || fault=1
  result $fault "macOS, $processor: all gateways are linked"
  [ $fault = 0 ] || continue
  llvm-nm -m --undefined-only "$folder"/*.mex | sed -n 's/.* external _\([^ ]*\)\( (dynamically looked up)\)*$/\1/p' |
    sort -u >"$folder/open"
  fault=0
  sort -u tests/port/mex_functions tests/port/zlib_functions | diff - "$folder/open" || fault=1
  result $fault "macOS, $processor: the open functions are Octave's and zlib's, as listed"
  # Beside it the linker's own marks.
  shown=$(llvm-nm --defined-only --extern-only --no-weak "$folder"/*.mex | awk 'NF == 3 { print $3 }' |
    grep -vE '^(___dso_handle|__mh_(dylib|bundle)_header)$' | sort | uniq -c | awk '{ print $2, $1 }')
  fault=0
  [ "$shown" = "_mexFunction $(find "$folder" -name '*.mex' | wc -l)" ] || fault=1
  result $fault "macOS, $processor: a gateway shows mexFunction alone"
done
exit $status
