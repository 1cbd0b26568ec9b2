# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup() { cd "$root" || return 1; }

@test "the package holds what pkg wants, and no more" {
  make dist BUILD="$BATS_TEST_TMPDIR"
  version=$(sed -n 's/^Version: *//p' DESCRIPTION)
  tar tf "$BATS_TEST_TMPDIR/nnreg-$version.tar.gz" >"$BATS_TEST_TMPDIR/list"
  run cut -d/ -f1,2 "$BATS_TEST_TMPDIR/list"
  [ "$(sort -u <<<"$output" | tr '\n' ' ')" = \
    "nnreg-$version/COPYING nnreg-$version/DESCRIPTION nnreg-$version/INDEX nnreg-$version/NEWS nnreg-$version/doc nnreg-$version/inst nnreg-$version/src " ]
  for file in src/Makefile src/configure src/missing.sh src/include/nnreg.h inst/nnreg_fit.m inst/digits.idx.gz doc/tutorial.m doc/short/lasso.m doc/manual/1-penalties.md; do
    grep -qx "nnreg-$version/$file" "$BATS_TEST_TMPDIR/list"
  done
  run ! grep -E '\.(o|a|mex|oct|cfg|orig)$|~$|/\.|objects' "$BATS_TEST_TMPDIR/list"
}

@test "every source is in the package" {
  make dist BUILD="$BATS_TEST_TMPDIR"
  tar xf "$BATS_TEST_TMPDIR"/nnreg-*.tar.gz -C "$BATS_TEST_TMPDIR"
  for pair in csrc:src octave:inst; do
    diff <(cd "${pair%:*}" && find . -name '*.[chm]' | sort) \
      <(cd "$BATS_TEST_TMPDIR"/nnreg-*/"${pair#*:}" && find . -name '*.[chm]' | sort)
  done
}

@test "the package has the same bytes from another folder, at another time, by another user" {
  export SOURCE_DATE_EPOCH=1700000000
  make dist BUILD="$BATS_TEST_TMPDIR/one"
  (umask 077 && copy_tree "$BATS_TEST_TMPDIR/copy")
  touch "$BATS_TEST_TMPDIR"/copy/octave/*
  make -C "$BATS_TEST_TMPDIR/copy" dist BUILD="$BATS_TEST_TMPDIR/two"
  cmp "$BATS_TEST_TMPDIR"/one/*.tar.gz "$BATS_TEST_TMPDIR"/two/*.tar.gz
}

@test "an unchanged package is not made anew, a changed one is" {
  export SOURCE_DATE_EPOCH=1700000000
  copy_tree "$BATS_TEST_TMPDIR/copy"
  cd "$BATS_TEST_TMPDIR/copy"
  make dist
  touch -d 2001-01-01 build/nnreg-*.tar.gz
  make dist
  [ "$(stat -c %Y build/nnreg-*.tar.gz)" = "$(date -d 2001-01-01 +%s)" ]
  echo "## more" >>octave/nnreg_fit.m
  make dist
  [ "$(stat -c %Y build/nnreg-*.tar.gz)" != "$(date -d 2001-01-01 +%s)" ]
}
