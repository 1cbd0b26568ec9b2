# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

setup_file() {
  cd "$BATS_TEST_DIRNAME/../.." || return 1
  mkdir -p "$BATS_FILE_TMPDIR/home"
  HOME=$BATS_FILE_TMPDIR/home make install PREFIX="$BATS_FILE_TMPDIR/prefix"
}

setup() { cd "$root" || return 1; }

@test "make install PREFIX=DIR installs there and nowhere else" {
  [ "$(find "$BATS_FILE_TMPDIR/prefix" -name nnreg_fit.m | wc -l)" -eq 1 ]
  [ "$(find "$BATS_FILE_TMPDIR/prefix" -name '__nnreg_*__.mex' | wc -l)" -eq \
    "$(find csrc/mex -name '__nnreg_*__.c' | wc -l)" ]
  [ -z "$(find "$BATS_FILE_TMPDIR/home" -path '*nnreg*')" ]
}

@test "PREFIX may hold spaces, and be relative" {
  folder="$BATS_TEST_TMPDIR/my files"
  mkdir "$folder"
  relative=$(realpath --relative-to=. "$folder")
  run -0 make -n install PREFIX="$folder"
  [[ $output == *"XDG_DATA_HOME='$folder' "* ]]
  run -0 make -n install PREFIX="$relative"
  [[ $output == *"XDG_DATA_HOME='$(realpath "$folder")' "* ]]
}

@test "pkg load finds it, and nnreg_info prints" {
  run -0 octave_in "$BATS_FILE_TMPDIR/prefix" --eval "pkg load nnreg; nnreg_info"
  [[ $output == *"$(sed -n 's/^Version: *//p' DESCRIPTION)"* ]]
  [[ $output == *OpenBLAS* ]]
}

@test "INDEX names every function, each is there and has a help text" {
  ls octave/nnreg*.m | sed 's,.*/,,;s,\.m$,,' | sort >"$BATS_TEST_TMPDIR/files"
  sed -n 's/^ //p' INDEX | sort >"$BATS_TEST_TMPDIR/index"
  diff "$BATS_TEST_TMPDIR/files" "$BATS_TEST_TMPDIR/index"
  run -0 octave_in "$BATS_FILE_TMPDIR/prefix" --eval 'pkg load nnreg
    for name = strsplit (strtrim (fileread ("'"$BATS_TEST_TMPDIR/index"'")), "\n")
      text = evalc (["help " name{1}]);
      assert (numel (text) > 400 && ! isempty (strfind (text, name{1})), name{1});
    endfor'
  [[ $output != *warning* ]]
}

@test "MEX files need the libraries that the manual names at run time, and no others" {
  find "$BATS_FILE_TMPDIR/prefix" -name '*.mex' -exec objdump -p {} + | sed -n 's/^ *NEEDED *//p' | sort -u >"$BATS_TEST_TMPDIR/needed"
  [ -s "$BATS_TEST_TMPDIR/needed" ]
  while read -r name; do
    grep -Eq "^(.*, )?$name( |,)" examples/manual/6-reliability.md
  done <"$BATS_TEST_TMPDIR/needed"
}

@test "load runs what a file holds, as the manual warns" {
  printf '%s\n' '# name: f' '# type: function handle' '@<anonymous>' 'system ("echo it ran")' '' '' >"$BATS_TEST_TMPDIR/model"
  run octave_in "$BATS_FILE_TMPDIR/prefix" --eval "load ('$BATS_TEST_TMPDIR/model')"
  [[ $output == *"it ran"* ]]
}

@test "make uninstall leaves nothing of it" {
  run -0 make uninstall PREFIX="$BATS_FILE_TMPDIR/prefix"
  [ -z "$(find "$BATS_FILE_TMPDIR/prefix" -type f)" ]
  # (nnreg may be installed for the whole machine)
  run -0 octave_in "$BATS_FILE_TMPDIR/prefix" --eval "
    found = pkg ('list', 'nnreg');
    for k = 1:numel (found)
      disp (found{k}.dir);
    end"
  [[ $output != *"$BATS_FILE_TMPDIR"* ]]
}
