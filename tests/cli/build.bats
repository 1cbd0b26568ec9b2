# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup() { cd "$root" || return 1; }

# build ARGUMENT...: make with folders of this test.
build() { make --no-print-directory -C csrc OBJDIR="$BATS_TEST_TMPDIR/objects" MEXDIR="$BATS_TEST_TMPDIR" "$@"; }

@test "without OpenBLAS the build stops with one line that names the package" {
  run -2 build OPENBLAS=
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *"nnreg needs OpenBLAS, not found here; "*"apt-get install libopenblas0-pthread."* ]]
  [ ! -e "$BATS_TEST_TMPDIR/objects" ]
}

@test "without zlib's header the build stops with one line that names the package" {
  mkdir "$BATS_TEST_TMPDIR/include"
  echo '#error none' >"$BATS_TEST_TMPDIR/include/zlib.h"
  run -2 build CC="gcc -I$BATS_TEST_TMPDIR/include"
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *"nnreg needs zlib.h, not found here; "*"apt-get install zlib1g-dev."* ]]
}

@test "without both, one line names both" {
  run -2 build OPENBLAS= ZLIB=
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *"nnreg needs OpenBLAS, zlib.h, not all found here; "* ]]
  [[ $output == *"apt-get install libopenblas0-pthread zlib1g-dev."* ]]
}

@test "without a compiler, its headers, or mkoctfile, one line names the package" {
  # OpenBLAS and zlib are here, and are found without a compiler
  for compiler in none "gcc -nostdinc"; do
    run -2 build CC="$compiler"
    [ "${#lines[@]}" -eq 1 ]
    [[ $output == *"nnreg needs a C and C++ compiler, not found here; "*"apt-get install g++."* ]]
  done
  run -2 build CC=none OPENBLAS= ZLIB=
  [[ $output == *"nnreg needs a C and C++ compiler, OpenBLAS, zlib.h, not all found here; "* ]]
  [[ $output == *"apt-get install g++ libopenblas0-pthread zlib1g-dev."* ]]
  # mkoctfile links by the C++ compiler; the core needs neither
  run -2 env CXX=none make --no-print-directory -C csrc OBJDIR="$BATS_TEST_TMPDIR/objects"
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *"nnreg needs a C and C++ compiler, not found here; "*"apt-get install g++."* ]]
  run -2 build MKOCTFILE=none CC=gcc
  [ "${#lines[@]}" -eq 1 ]
  [[ $output == *"nnreg needs mkoctfile, not found here; "*"apt-get install octave-dev."* ]]
  run -0 build -n core CXX=none MKOCTFILE=none CC=gcc
}

@test "make clean needs neither" {
  run -0 build OPENBLAS= ZLIB= clean
}

# broken NAME...: programs of these names that only fail stand first in PATH.
broken() {
  mkdir -p "$BATS_TEST_TMPDIR/broken"
  for name; do
    printf '#!/bin/sh\necho "%s: illegal option" >&2\nexit 2\n' "$name" >"$BATS_TEST_TMPDIR/broken/$name"
    chmod +x "$BATS_TEST_TMPDIR/broken/$name"
  done
  PATH="$BATS_TEST_TMPDIR/broken:$PATH"
}

# fails_with LINE: pkg install of the package fails; LINE is all that is printed before its error.
fails_with() {
  run ! octave_in "$BATS_TEST_TMPDIR/prefix" --eval "
    pkg install -local $(echo "$root"/build/nnreg-*.tar.gz)"
  [ "${lines[0]}" = "$1" ]
  [[ ${lines[1]} == "error: pkg: error running the configure script for nnreg"* ]]
  [ -z "$(find "$BATS_TEST_TMPDIR/prefix" -name 'nnreg*')" ]
}

@test "pkg install says in one line what to install, and fails" {
  mkdir "$BATS_TEST_TMPDIR/prefix"
  type="type in a terminal: sudo apt-get install"
  OPENBLAS='' fails_with "nnreg needs OpenBLAS, not found here; $type libopenblas0-pthread"
  ZLIB='' fails_with "nnreg needs zlib.h, not found here; $type zlib1g-dev"
  CXX=none fails_with "nnreg needs a C and C++ compiler, not found here; $type g++"
  OPENBLAS=x CC=none fails_with "nnreg needs a C and C++ compiler, not found here; $type g++"
  OPENBLAS='' CC=none fails_with \
    "nnreg needs a C and C++ compiler, OpenBLAS, not all found here; $type g++ libopenblas0-pthread"
  CFLAGS=-mpc32 fails_with \
    "nnreg cannot be built with -mpc32: that changes the arithmetic of all of Octave"
  broken make gmake
  fails_with "nnreg needs GNU make, not found here; $type make"
}

@test "where GNU make is called gmake, pkg install builds with it and calls no make" {
  cp -r csrc "$BATS_TEST_TMPDIR/src"
  cd "$BATS_TEST_TMPDIR/src"
  mkdir bin
  printf '#!/bin/sh\necho "usage: make [-BeikNnqrSstWwX]"; exit 2\n' >bin/make
  # gmake: its arguments in a file; fails if there is a file "broken".
  # shellcheck disable=SC2016  # for the inner shell
  printf '%s\n' '#!/bin/sh' '[ "$1" != --version ] || exec echo "GNU Make 4.4"' 'echo "$@" >>calls' \
    '[ "$*" = "--silent --no-print-directory ready" ] || [ ! -e broken ]' >bin/gmake
  chmod +x bin/*
  touch broken
  run -1 env PATH="$PWD/bin:$PATH" ./configure
  [ -e Makefile ]
  rm broken calls
  run -0 env PATH="$PWD/bin:$PATH" ./configure
  [ "$(cat calls)" = "--silent --no-print-directory ready
-j$(nproc --all)" ]
  [ ! -e Makefile ]
}

@test "the makefiles of the package have nothing that is newer than GNU make 3.81, as on macOS" {
  # By its NEWS: assignments, functions, special targets and variables of 3.82 to 4.4.
  newer='!=|::=|&:|\$\((file|guile|let|intcmp) |^ *(define +[^ ]+ *[:?+]?=|undefine|private|load) *'
  newer+='|\.(ONESHELL|RECIPEPREFIX|SHELLFLAGS|POSIX|EXTRA_PREREQS|WAIT|NOTINTERMEDIATE)'
  newer+='|MAKE_(TERMOUT|TERMERR|HOST)|\$\(\.(LOADED|TARGET)'
  run ! grep -nE "$newer" csrc/Makefile csrc/flags.mk
}

@test "each system's own way to install what is missing" {
  mkdir "$BATS_TEST_TMPDIR/bin"
  # advice SYSTEM MANAGER WHAT...: on a machine with this package manager and no other.
  advice() {
    rm -f "$BATS_TEST_TMPDIR/bin"/*
    : >"$BATS_TEST_TMPDIR/bin/$2"
    chmod +x "$BATS_TEST_TMPDIR/bin/$2"
    (cd csrc && PATH=$BATS_TEST_TMPDIR/bin /bin/sh missing.sh "$1" "${@:3}") | sed 's/.* here; //'
  }
  all="make compiler mkoctfile openblas zlib"
  # shellcheck disable=SC2086  # words
  say() { advice "$1" "$2" $all; }
  [ "$(say linux apt-get)" = "type in a terminal: sudo apt-get install make g++ octave-dev libopenblas0-pthread zlib1g-dev" ]
  [ "$(say linux dnf)" = "type in a terminal: sudo dnf install make gcc-c++ octave-devel openblas-threads zlib-devel" ]
  [ "$(say linux pacman)" = "type in a terminal: sudo pacman -S make gcc octave openblas zlib" ]
  [ "$(say linux apk)" = "type in a terminal: apk add make g++ octave-dev openblas zlib-dev" ]
  [ "$(say linux emerge)" = "install the packages of this system that have them" ]
  [ "$(say macos brew)" = "type in a terminal: xcode-select --install; brew install octave; brew install openblas" ]
  [[ $(say windows none) == "Octave for Windows has them: "* ]]
  # of this machine, where nobody knows the system yet
  printf '#!/bin/sh\necho MINGW64_NT-10.0\n' >"$BATS_TEST_TMPDIR/uname"
  chmod +x "$BATS_TEST_TMPDIR/uname"
  run -0 env PATH="$BATS_TEST_TMPDIR:$PATH" sh csrc/missing.sh '' make
  [[ $output == "nnreg needs GNU make, not found here; Octave for Windows has them: "* ]]
}

# The files stay for the next test.
@test "the build needs sh, make, the compiler and a few tools of POSIX: no bash, no other" {
  mkdir "$BATS_TEST_TMPDIR/bin" "$BATS_FILE_TMPDIR/one"
  # Octave's compilers may have longer names.
  for name in make gcc g++ as ld ar sh uname sed mkdir rm find $(mkoctfile -p CC) $(mkoctfile -p CXX); do
    [[ $name == -* ]] || ln -sf "$(command -v "$name")" "$BATS_TEST_TMPDIR/bin/"
  done
  run -0 --separate-stderr env PATH="$BATS_TEST_TMPDIR/bin" CFLAGS=-O0 MKOCTFILE="$(command -v mkoctfile)" \
    make -s -j2 -C csrc CC=gcc OBJDIR="$BATS_FILE_TMPDIR/one/objects" MEXDIR="$BATS_FILE_TMPDIR/one"
  [ -z "$stderr" ]
  [ "$(find "$BATS_FILE_TMPDIR/one" -maxdepth 1 -name '*.mex' | wc -l)" -eq \
    "$(find csrc/mex -name '__nnreg_*__.c' | wc -l)" ]
  # (this machine's sh may be bash)
  head -qn1 csrc/configure csrc/missing.sh | grep -cx '#!/bin/sh' | grep -qx 2
}

@test "compiled files do not depend on the folder they are built in" {
  two="$BATS_TEST_TMPDIR/two/three"
  mkdir -p "$two"
  cp -r csrc "$two"
  make -s -C "$two/csrc" clean
  make -s -j2 -C "$two/csrc" CC=gcc CFLAGS=-O0
  mkdir "$two/mex"
  mv "$two"/csrc/*.mex "$two/mex"
  # From Octave 11 on mkoctfile links a file of its own into each, with another name each time.
  find "$BATS_FILE_TMPDIR/one" "$two/mex" -name '*.mex' \
    -exec objcopy --strip-all --remove-section=.note.gnu.build-id {} \;
  # (*.d are lists for make, of the folders that it was given)
  diff -r --exclude='*.d' "$BATS_FILE_TMPDIR/one/objects" "$two/csrc/objects"
  rm -r "$BATS_FILE_TMPDIR/one/objects"
  diff -r "$BATS_FILE_TMPDIR/one" "$two/mex"
}

@test "the OpenBLAS of OPENBLAS=FILE is the one in the build" {
  build "$BATS_TEST_TMPDIR/objects/core/os/blas.o" OPENBLAS=/nowhere/libmine.so
  grep -q /nowhere/libmine.so "$BATS_TEST_TMPDIR/objects/core/os/blas.o"
}

# Flags that let a compiler forget NaN, Inf or signed zeros, or that change the sizes of types.
unsafe="-Ofast -ffast-math -funsafe-math-optimizations -ffinite-math-only -fassociative-math
  -freciprocal-math -fno-signed-zeros -fsingle-precision-constant -fshort-enums -mfpmath=387
  -std=gnu89 -ansi -U_FILE_OFFSET_BITS -D_FILE_OFFSET_BITS=32"

# macros COMPILER FLAG: what it compiles a file of the core for, given the flag.
macros() {
  local command
  command=$(build -n core CC="$1" CFLAGS="-O3 $2" | grep -m1 -oE "$1 .* -c core/api.c")
  [ -n "$command" ]
  (cd csrc && eval "${command/ -c / -dM -E }" -MF /dev/null | grep -v '^#define __GNUC_STDC_INLINE__')
}

@test "each flag that would change what arithmetic or a type means is taken back" {
  sh tests/setup.sh clang
  for compiler in gcc clang; do
    macros $compiler "" >"$BATS_TEST_TMPDIR/plain"
    grep -q '__FINITE_MATH_ONLY__ 0' "$BATS_TEST_TMPDIR/plain"
    for flag in $unsafe; do
      macros $compiler "$flag" | diff "$BATS_TEST_TMPDIR/plain" - || {
        echo "$compiler $flag"
        false
      }
    done
  done
}

teardown_file() { rm -rf "$BATS_TEST_DIRNAME"/../../build/cli-ofast-*; }

# Such flags wherever they can come from. The objects stay for the next test.
@test "gcc with -Ofast everywhere: NaN and Inf are errors, Octave keeps denormal numbers" {
  rm -rf "build/cli-ofast-gcc"
  flags="-O2 -ffast-math -funsafe-math-optimizations -ffinite-math-only"
  without_lookfor env CC="gcc -Ofast" CXX="g++ -Ofast" DL_LD="g++ -Ofast" CPPFLAGS=-Ofast CFLAGS="$flags" \
    CXXFLAGS="$flags" XTRA_CXXFLAGS="$flags" LDFLAGS="$flags" OCT_LINK_OPTS="$flags" \
    OBJDIR="$root/build/cli-ofast-gcc/core" make install PREFIX="$BATS_TEST_TMPDIR/prefix"
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

@test "the core's tests pass with -Ofast" {
  for name in checks train; do
    make -s build/cli-ofast-gcc/tests/test_$name BUILD=build/cli-ofast-gcc CFLAGS=-Ofast
    build/cli-ofast-gcc/tests/test_$name
  done
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
