# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup() { cd "$root" || return 1; }

# build ARGUMENT...: make with folders of this test.
build() { make --no-print-directory -C csrc OBJDIR="$BATS_TEST_TMPDIR/objects" MEXDIR="$BATS_TEST_TMPDIR" "$@"; }

@test "without OpenBLAS the build stops with one line that names the package" {
  run -2 build OPENBLAS=
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *"apt-get install libopenblas0-pthread."* ]]
  [ ! -e "$BATS_TEST_TMPDIR/objects" ]
}

@test "without zlib's header the build stops with one line that names the package" {
  run -2 build CC="gcc -nostdinc"
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *"apt-get install zlib1g-dev."* ]]
}

@test "without both, one line names both" {
  run -2 build OPENBLAS= ZLIB=
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *"apt-get install libopenblas0-pthread zlib1g-dev."* ]]
}

@test "make clean needs neither" {
  run -0 build OPENBLAS= ZLIB= clean
}

@test "pkg install passes that line on, and its status" {
  run ! env OPENBLAS= make install PREFIX="$BATS_TEST_TMPDIR/prefix"
  [[ $output == *"apt-get install libopenblas0-pthread."* ]]
  [ -z "$(find "$BATS_TEST_TMPDIR/prefix" -name 'nnreg*')" ]
}

@test "the OpenBLAS of OPENBLAS=FILE is the one in the build" {
  build core OPENBLAS=/nowhere/libmine.so
  grep -q /nowhere/libmine.so "$BATS_TEST_TMPDIR/objects/core/os/blas.o"
}
