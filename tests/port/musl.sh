#!/usr/bin/env bash
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds the core and its tests with musl, in build/musl. cmocka and zlib are compiled from Debian's
# sources; OpenBLAS is SciPy's, which PyPI has for musl.
set -eu
cd "$(dirname "$0")/../.."
make -s musl-ready
# shellcheck source=tests/port/tools.sh
. tests/port/tools.sh

folder=$port/musl
blas=$(wheel "$OPENBLAS_WHEEL" musllinux_1_2_x86_64)/scipy_openblas32/lib/libscipy_openblas.so
if [ ! -e "$folder/ready" ]; then
  compile_cmocka musl-gcc ar "$folder"
  compile_zlib musl-gcc ar "$folder"
  # The wheel names musl's library as Alpine does.
  ln -sf /lib/ld-musl-x86_64.so.1 "$folder/libc.musl-x86_64.so.1"
  touch "$folder/ready"
fi
make -s core-tests BUILD=build/musl CC=musl-gcc CFLAGS="-O3 -I$folder" ZLIB=yes OPENBLAS="$blas" \
  TEST_LIBS="-L$folder -Wl,-rpath,$folder -lcmocka -lz"
