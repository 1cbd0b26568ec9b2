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
# What the optimizer does, the suite core sees. What computes long and asks little of the C
# library runs with NNREG_WHOLE alone (make musl).
without=
[ -n "${NNREG_WHOLE:-}" ] ||
  without="test_failures test_large test_linear test_predict test_resume test_solve test_sparse test_train"
for name in $without; do rm -f "build/musl/tests/$name"; done
make -s core-tests BUILD=build/musl CC=musl-gcc CFLAGS="-O1 -I$folder" ZLIB=yes OPENBLAS="$blas" \
  WITHOUT="$without" \
  TEST_LIBS="-L$folder -Wl,-rpath,$folder -lcmocka -lz"
