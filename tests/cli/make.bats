# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup() { cd "$root" || return 1; }

@test "make alone lists the targets" {
  run -0 make
  for target in deps dist install uninstall demo demo-mnist test lint format dev clean; do
    grep -qE "^$target +[a-z]" <<<"$output"
  done
}

@test "every target of the list can be made" {
  for target in $(make | sed -n 's/^\([a-z-]*\)  .*/\1/p'); do
    make -n "$target" >/dev/null
  done
}

@test "make dev builds for addpath" {
  make dev
  run -0 "${OCTAVE:-octave}" --no-gui --norc --quiet --eval \
    "addpath octave build/dev; disp (nnreg_info ().InstructionSet)"
  [[ $output =~ plain|avx2|avx512 ]]
}

@test "make deps is silent when nothing is missing" {
  run -0 sh tests/setup.sh bash coreutils
  [ -z "$output" ]
}

# package NAME ARCHITECTURE MULTI-ARCH: an installed package's entry in dpkg's status file.
package() {
  printf '%s\n' "Package: $1" "Status: install ok installed" "Maintainer: nobody" \
    "Architecture: $2" "Multi-Arch: $3" "Version: 1" "Description: none" ""
}

@test "make deps looks at the machine's own architecture, whatever others there are" {
  command -v dpkg-query >/dev/null || skip "not Debian"
  export DPKG_ADMINDIR=$BATS_TEST_TMPDIR/dpkg
  mkdir -p "$DPKG_ADMINDIR/info" "$DPKG_ADMINDIR/updates"
  native=$(dpkg --print-architecture)
  printf '%s\n' "$native" x32 >"$DPKG_ADMINDIR/arch"
  {
    package dpkg "$native" foreign
    package both "$native" same
    package both x32 same
    package any all foreign
    package foreign x32 same
  } >"$DPKG_ADMINDIR/status"
  run -0 sh tests/setup.sh both any
  [ -z "$output" ]

  bin=$BATS_TEST_TMPDIR/bin
  mkdir "$bin"
  printf '#!/bin/sh\necho 1000\n' >"$bin/id"
  chmod +x "$bin/id"
  ln -s "$(command -v dpkg-query)" "$bin/dpkg-query"
  run -1 env PATH="$bin" /bin/sh tests/setup.sh both foreign
  [ "$output" = "Missing packages; as root, run: apt-get install foreign" ]
}

@test "make deps says what to run when it cannot be root" {
  bin=$BATS_TEST_TMPDIR
  printf '#!/bin/sh\necho 1000\n' >"$bin/id"
  printf '#!/bin/sh\nexit 1\n' >"$bin/dpkg-query"
  chmod +x "$bin"/*
  run -1 env PATH="$bin" /bin/sh tests/setup.sh octave bats
  [ "$output" = "Missing packages; as root, run: apt-get install octave bats" ]
}
