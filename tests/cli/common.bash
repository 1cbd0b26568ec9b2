# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Functions for all test files.

bats_require_minimum_version 1.5.0
root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)

# octave_in PREFIX ARGUMENT...: Octave with the packages of PREFIX.
octave_in() {
  local prefix=$1
  shift
  XDG_DATA_HOME=$prefix XDG_CONFIG_HOME=$prefix \
    "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet "$@"
}

# nnreg CODE: runs it in Octave with the package that the tests install.
nnreg() {
  octave_in "$root/build/prefix" --eval "pkg load nnreg; $1"
}

# copy_tree FOLDER: copies the files that make the package.
copy_tree() {
  mkdir -p "$1/examples"
  cp -r "$root"/{COPYING,DESCRIPTION,INDEX,NEWS,Makefile,csrc,octave} "$1"
  cp "$root/examples/tutorial.m" "$1/examples"
  make -s -C "$1/csrc" clean
}
