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

# Flags that let a compiler forget NaN, Inf or signed zeros, or that change the sizes of types.
unsafe="-Ofast -ffast-math -funsafe-math-optimizations -ffinite-math-only -fassociative-math
  -freciprocal-math -fno-signed-zeros -fsingle-precision-constant -fshort-enums -mfpmath=387
  -std=gnu89 -ansi -U_FILE_OFFSET_BITS -D_FILE_OFFSET_BITS=32"

# macros FLAG: what GCC compiles a file of the core for, given the flag.
macros() {
  local command
  command=$(build -n core CC=gcc CFLAGS="-O3 $1" | grep -m1 -oE 'gcc .* -c core/api.c')
  [ -n "$command" ]
  (cd csrc && eval "${command/ -c / -dM -E }" -MF /dev/null | grep -v '^#define __GNUC_STDC_INLINE__')
}

@test "each flag that would change what arithmetic or a type means is taken back" {
  macros "" >"$BATS_TEST_TMPDIR/plain"
  grep -q '__FINITE_MATH_ONLY__ 0' "$BATS_TEST_TMPDIR/plain"
  for flag in $unsafe; do
    macros "$flag" | diff "$BATS_TEST_TMPDIR/plain" - || {
      echo "$flag"
      false
    }
  done
}

# honest COMPILER C++-COMPILER: builds with such flags wherever they can come from.
honest() {
  command -v "$1" >/dev/null || skip "no $1"
  cd "$root" || return 1
  flags="-O2 -ffast-math -funsafe-math-optimizations -ffinite-math-only"
  env CC="$1 -Ofast" CXX="$2 -Ofast" DL_LD="$2 -Ofast" CPPFLAGS=-Ofast CFLAGS="$flags" \
    CXXFLAGS="$flags" XTRA_CXXFLAGS="$flags" LDFLAGS="$flags" OCT_LINK_OPTS="$flags" \
    make install PREFIX="$BATS_TEST_TMPDIR/prefix"
  run -0 octave_in "$BATS_TEST_TMPDIR/prefix" --eval "
    pkg load nnreg
    [X, y] = nnreg_digits ();
    f = @(X) nnreg_fit (X, y, 'LayerSizes', 5, 'Epochs', 1, 'Verbose', 0);
    m = f (X);
    for bad = [NaN, Inf, -Inf]
      X(7,2) = bad;
      for g = {f, @(X) nnreg_predict (m, X)}
        try
          g{1} (X);
          printf ('not seen\n');
        catch err
          printf ('%s\n', err.message);
        end
      end
    end
    printf ('denormals %d\n', realmin () / 2 > 0);"
  [ "$(grep -cE "^nnreg_(fit|predict): .*X\(7,2\)" <<<"$output")" -eq 6 ]
  [[ $output == *"denormals 1"* ]]
}

@test "gcc with -Ofast everywhere: NaN and Inf are errors, Octave keeps denormal numbers" {
  honest gcc g++
}

@test "clang with -Ofast everywhere: NaN and Inf are errors, Octave keeps denormal numbers" {
  honest clang clang++
}

@test "the core's tests pass with -Ofast" {
  for name in checks pack solve train; do
    make -s build/cli-ofast/tests/test_$name BUILD=build/cli-ofast CFLAGS=-Ofast
    build/cli-ofast/tests/test_$name
  done
  rm -r build/cli-ofast
}

@test "a flag that comes by another way stops the compiler with plain words" {
  # compile FLAGS: the file that includes the headers of the core and of the system.
  compile() { eval "gcc -std=c11 -fsyntax-only -Icsrc/include -Icsrc/core $* -x c csrc/core/os/posix.c"; }
  compile ""
  for flag in -Ofast -ffast-math -ffinite-math-only -funsafe-math-optimizations -freciprocal-math \
    -fno-signed-zeros; do
    run ! compile "$flag"
    [[ $output == *"nnreg must see NaN and Inf: compile it without -Ofast"* ]]
  done
  run ! compile -fsingle-precision-constant
  [[ $output == *"compile nnreg without -fsingle-precision-constant"* ]]
  mkdir "$BATS_TEST_TMPDIR/sys"
  printf '#include_next <sys/types.h>\n#define off_t int\n' >"$BATS_TEST_TMPDIR/sys/types.h"
  run ! compile "-I$BATS_TEST_TMPDIR"
  [[ $output == *"compile nnreg with -D_FILE_OFFSET_BITS=64"* ]]
}

@test "flags that link other arithmetic into Octave are refused with one line" {
  for name in CFLAGS CXXFLAGS LDFLAGS; do
    run -2 env $name="-O2 -mpc32" make --no-print-directory -C csrc OBJDIR="$BATS_TEST_TMPDIR/objects"
    [ "${#lines[@]}" -eq 1 ]
    [[ $output == *"nnreg cannot be built with -mpc32: that changes the arithmetic of all of Octave"* ]]
  done
}
