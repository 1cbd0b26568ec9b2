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

# as_nobody SCRIPT [HOME]: Octave as an ordinary user, since root may write everywhere. HOME, by
# default a folder that is not there, is the user's home.
as_nobody() {
  local drop=
  [ "$(id -u)" != 0 ] || drop="setpriv --reuid=65534 --regid=65534 --clear-groups"
  # shellcheck disable=SC2086  # words
  XDG_DATA_HOME="$root/build/prefix" XDG_CONFIG_HOME="$root/build/prefix" HOME=${2:-/nowhere} \
    $drop "${OCTAVE:-octave}" --no-gui --norc --no-history --quiet "$1"
}

# need_python TARGET WHAT: sets python to the one that this target of make installs, with WHAT from
# PyPI. Skips if that cannot be installed; under CI fails.
need_python() {
  # shellcheck disable=SC2034  # the test uses it
  if ! python=$root/$(make -s -C "$root" "$1" 2>"$BATS_TEST_TMPDIR/log"); then
    cat "$BATS_TEST_TMPDIR/log"
    [ -z "${CI:-}" ] || return 1
    skip "$2 could not be installed from PyPI"
  fi
}

# Octave code: the Results of a search r without their times. Tests call run_search by bash -c too.
export results_of_r='results = rmfield (r.Results, "Seconds");
if (isfield (results, "Curves"))
  for k = 1:numel (results)
    results(k).Curves = cellfun (@(c) rmfield (c, "Seconds"), results(k).Curves, ...
                                 "UniformOutput", false);
  end
end'

# without_lookfor COMMAND...: the packages that it installs lack the sentences that lookfor prints,
# for which pkg starts makeinfo twice for each function: ten seconds.
without_lookfor() {
  local bin=$BATS_TEST_TMPDIR/without_lookfor
  mkdir -p "$bin"
  printf '#!/bin/sh\n' >"$bin/makeinfo"
  chmod +x "$bin/makeinfo"
  PATH=$bin:$PATH "$@"
}

# copy_tree FOLDER: copies the files that make the package.
copy_tree() {
  mkdir -p "$1"
  cp -r "$root"/{COPYING,DESCRIPTION,INDEX,NEWS,Makefile,csrc,octave,examples} "$1"
  make -s -C "$1/csrc" clean
}
