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
# The same trainings on Linux and in wine, with the same OpenBLAS: the same bits but for the double
# precision of what takes pow, exp or tanh from the C library, which MinGW has its own of. OpenBLAS
# multiplies doubles in another order on Windows with its Haswell kernels, not with these.
export OPENBLAS_CORETYPE=Sandybridge
bits() {
  local cc=$1 library=$2 output=$3
  shift 3
  $cc -std=c11 -O2 -Itests/core -Icsrc/include -Icsrc/core -Icsrc tests/port/bits.c tests/core/support.c \
    tests/core/world.c tests/core/training.c "$library" -o "$output" "$@"
}
make -s build/core/libnnreg.a
bits gcc build/core/libnnreg.a build/windows/bits -lcmocka -lz -ldl -lpthread -lm
bits $cc build/windows/core/libnnreg.a build/windows/bits.exe "-I$folder" -static "-L$folder" -lcmocka -lz
linux=$(wheel "$OPENBLAS_WHEEL" manylinux_2_28_x86_64)/scipy_openblas32/lib/libscipy_openblas.so
NNREG_OPENBLAS=$linux build/windows/bits 2>&1 | grep -a ^bits >build/windows/bits.linux || true
tests/port/wine.sh build/windows/bits.exe 2>&1 | tr -d '\r' | grep -a ^bits >build/windows/bits.wine || true
for training in 'single fista' 'single relu' 'single tanh' 'single softmax' 'double fista'; do
  if grep -q "^bits $training" build/windows/bits.wine &&
    [ "$(grep "^bits $training" build/windows/bits.linux)" = "$(grep "^bits $training" build/windows/bits.wine)" ]
  then
    echo "ok - Windows: the bits of Linux, $training"
  else
    echo "not ok - Windows: the bits of Linux, $training"
    status=1
  fi
done
exit $status
