#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiles core, tests and gateways for Windows with MinGW-w64, in build/windows, and checks what
# the gateways import. cmocka is compiled from Debian's source, zlib is Debian's for MinGW, OpenBLAS
# is SciPy's. Octave for Windows is not there: its mex.h is Debian's, and its functions come from a
# library that has their names alone.
set -eu
cd "$(dirname "$0")/../.."
make -s windows-ready
# shellcheck source=tests/port/tools.sh
. tests/port/tools.sh

tool=x86_64-w64-mingw32
cc=$tool-gcc-win32
folder=$port/windows
blas=$(wheel "$OPENBLAS_WHEEL" win_amd64)/scipy_openblas32/lib/libscipy_openblas.dll
if [ ! -e "$folder/ready" ]; then
  compile_cmocka $cc $tool-ar "$folder"
  touch "$folder/ready"
fi
make -s core-tests BUILD=build/windows CC=$cc AR=$tool-ar CFLAGS="-O3 -Wno-float-conversion -I$folder" TEST_SYSTEM=windows \
  OPENBLAS=libopenblas.dll WERROR=-Werror TEST_LIBS="-static -L$folder -lcmocka -lz"
cp -u "$blas" build/windows/tests/libopenblas.dll

# The gateways, as mkoctfile --mex would: names without an address are Octave's.
{
  echo 'LIBRARY octave.dll'
  echo EXPORTS
  cat tests/port/mex_functions
} >"$folder/octave.def"
$tool-dlltool -d "$folder/octave.def" -l "$folder/liboctave.dll.a"
LINK_MEX="$cc -shared -static-libgcc" make -s -C csrc CC=$cc AR=$tool-ar OBJDIR=../build/windows/core MEXDIR=../build/windows/mex \
  OPENBLAS=libopenblas.dll CFLAGS=-O3 WERROR=-Werror MKOCTFILE="$PWD/tests/port/mkoctfile.sh" \
  LIBS="-L$folder -loctave -lz"

status=0
for file in build/windows/mex/*.mex; do
  others=$($tool-objdump -p "$file" | sed -n 's/.*DLL Name: //p' |
    grep -viE '^(octave|zlib1|kernel32|msvcrt|psapi)\.dll$' || true)
  exports=$($tool-objdump -p "$file" |
    sed -n '/^\[Ordinal\/Name Pointer\]/,/^$/s/^.*\] *\(.*[^ ]\) *$/\1/p' | grep -v '^\[' | xargs)
  if [ -z "$others" ] && [[ " $exports " = *" mexFunction "* ]]; then
    echo "ok - Windows: ${file##*/} has mexFunction, and imports Octave, C library, zlib, system"
  else
    echo "not ok - Windows: ${file##*/} imports $others, or has no mexFunction"
    status=1
  fi
done
exit $status
