# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later

load common

# quickly COMMAND...: every package that it installs is compiled without optimization, and from the
# objects of the first. (The package in build/prefix is compiled as users do.)
quickly() { CFLAGS=-O0 OBJDIR=$BATS_FILE_TMPDIR/objects "$@"; }

# again COMMAND...: quickly, for all but the first package.
again() { without_lookfor quickly "$@"; }

setup_file() {
  cd "$BATS_TEST_DIRNAME/../.." || return 1
  mkdir -p "$BATS_FILE_TMPDIR/home"
  HOME=$BATS_FILE_TMPDIR/home quickly make install PREFIX="$BATS_FILE_TMPDIR/prefix" \
    >"$BATS_FILE_TMPDIR/printed" 2>&1 || { cat "$BATS_FILE_TMPDIR/printed" && return 1; }
}

setup() { cd "$root" || return 1; }

@test "make install PREFIX=DIR installs there and nowhere else" {
  [ "$(find "$BATS_FILE_TMPDIR/prefix" -name nnreg_fit.m | wc -l)" -eq 1 ]
  [ "$(find "$BATS_FILE_TMPDIR/prefix" -name '__nnreg_*__.mex' | wc -l)" -eq \
    "$(find csrc/mex -name '__nnreg_*__.c' | wc -l)" ]
  [ -z "$(find "$BATS_FILE_TMPDIR/home" -path '*nnreg*')" ]
}

# (The package of another folder that the user has is warned of.)
@test "pkg install prints no warning" {
  cat "$BATS_FILE_TMPDIR/printed"
  grep -q '^Installed' "$BATS_FILE_TMPDIR/printed"
  [ "$(grep -i warning "$BATS_FILE_TMPDIR/printed" | grep -vc 'nnreg is a global package')" -eq 0 ]
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
  find build/prefix -name '*.mex' -exec objdump -p {} + | sed -n 's/^ *NEEDED *//p' | sort -u >"$BATS_TEST_TMPDIR/needed"
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

# in_prefix CODE: in Octave with the package of this file.
in_prefix() { octave_in "$BATS_FILE_TMPDIR/prefix" --eval "$1"; }

# every_call: the error of each public function that needs the core, on a line.
every_call="
  [X, y] = deal ([1, 2; 3, 4; 5, 6; 7, 8], [1; 2; 1; 2]);
  load (fullfile (getenv ('BATS_TEST_TMPDIR'), 'model'));
  grid = {{'Lambda', [1e-3, 1e-2]}, 'Penalty', 'l1', 'CV', 2, 'Verbose', 0};
  study = {'StudyDir', tempname()};
  calls = {@() nnreg_fit(X, y), @() nnreg_fit(X, y, 'CheckpointFile', tempname()), ...
           @() nnreg_predict(m, X), @() nnreg_evaluate(m, X, y), @() nnreg_importance(m, X, y), ...
           @() nnreg_path(X, y, 'CV', 0), @() nnreg_gridsearch(X, y, grid{:}), ...
           @() nnreg_gridsearch(X, y, grid{:}, study{:}, 'Executor', 'processes'), ...
           @() nnreg_cost(ones(9, 1), X, y, 'LayerSizes', 1), ...
           @() nnreg_checkgrad(ones(9, 1), X, y, 'LayerSizes', 1), @() nnreg_info(), ...
           @() nnreg_export(m, [tempname(), '.json']), @() nnreg_plot(m, 'File', [tempname(), '.png']), ...
           @() nnreg_digits(), @() nnreg_readidx('x'), @() nnreg_summary(m)};
  warning ('off', 'all');
  for k = 1:numel (calls)
    try
      calls{k} ();
    catch err
      printf ('%s\n', err.message);
    end
  end
  assert (nnreg_metrics (y, y).Accuracy, 1);
  assert (isstruct (nnreg_compact (m)));"

@test "a package of another Octave says so at load, and in each call that needs the core" {
  in_prefix "pkg load nnreg
    m = nnreg_fit ([1, 2; 3, 4; 5, 6; 7, 8], [1; 2; 1; 2], 'LayerSizes', 1, 'Verbose', 0);
    save ('-binary', '$BATS_TEST_TMPDIR/model', 'm');"
  gateways=$(dirname "$(find "$BATS_FILE_TMPDIR/prefix" -name __nnreg_info__.mex)")
  other=${gateways%-api-v*}-api-v1
  version=$(sed -n 's/^Version: *//p' DESCRIPTION)
  said="nnreg was built for another Octave (api-v1; this one is api-${gateways##*-}); "
  said+="install it again: pkg install nnreg-$version.tar.gz"
  mv "$gateways" "$other"
  run -0 in_prefix "pkg load nnreg"
  [ "$output" = "warning: $said" ]
  run -0 --separate-stderr in_prefix "pkg load nnreg; $every_call"
  [ "$(grep -cxE "nnreg_[a-z]+: ${said//[()]/.}" <<<"$output")" -eq 16 ]
  [ "$(wc -l <<<"$output")" -eq 16 ]
  [ "$stderr" = "warning: $said" ]

  # beside folders for other Octaves there is nothing to say
  cp -r "$other" "$gateways"
  run -0 in_prefix "pkg load nnreg; nnreg_info;"
  [[ $output != *"another Octave"* ]]
  rm -r "$other"
  # m-files alone
  run ! in_prefix "addpath ('$root/octave'); nnreg_info"
  [[ $output == *"nnreg_info: the compiled files of nnreg are not on Octave's path; "* ]]
  [[ $output == *"type pkg load nnreg, or install it again"* ]]
}

@test "results show themselves as tables, or pkg load says why not and what to type" {
  show='m = nnreg_metrics ([1; 2], [1; 2])'
  run -0 in_prefix "pkg load nnreg; $show"
  [[ $output == "m ="*"Classification, 2 samples, 2 classes"*"Confusion"* ]]
  run -0 in_prefix "x.a = 1, pkg load nnreg; $show"
  [[ $output == *"warning: structs or cells were shown before nnreg was loaded"*"type: clear functions"* ]]
  [[ $output == *"scalar structure containing the fields:"*"ClassNames"* ]]
  run -0 --separate-stderr in_prefix "x.a = 1, pkg load nnreg; clear functions; $show"
  [[ $output == *"Classification, 2 samples, 2 classes"* && $output != *ClassNames* ]]
}

@test "the same where pkg keeps compiled files in a folder of their own, as for all users" {
  make dist
  code="pkg prefix '$BATS_TEST_TMPDIR/m' '$BATS_TEST_TMPDIR/mex'
    pkg local_list '$BATS_TEST_TMPDIR/list'"
  export XDG_DATA_HOME="$BATS_TEST_TMPDIR" XDG_CONFIG_HOME="$BATS_TEST_TMPDIR"
  run -0 quickly octave_in "$BATS_TEST_TMPDIR" --eval "$code
    pkg install -local $(echo build/nnreg-*.tar.gz)"
  [[ $output != *warning:* ]]
  gateways=$(dirname "$(find "$BATS_TEST_TMPDIR/mex" -name __nnreg_info__.mex)")
  run -0 octave_in "$BATS_TEST_TMPDIR" --eval "$code
    pkg load nnreg; nnreg_info"
  [[ $output != *warning:* ]]
  mv "$gateways" "${gateways%-api-v*}-api-v1"
  run -0 octave_in "$BATS_TEST_TMPDIR" --eval "$code
    pkg load nnreg"
  [[ $output == *"warning: nnreg was built for another Octave (api-v1; "* ]]
  rm -r "${gateways%-api-v*}-api-v1"
  run -0 octave_in "$BATS_TEST_TMPDIR" --eval "$code
    pkg load nnreg"
  [[ $output == *"warning: the compiled files of nnreg are gone; install it again"* ]]
}

@test "any letters in the folders of the source, of PREFIX and of TMPDIR" {
  export CFLAGS=-O0
  odd="$BATS_TEST_TMPDIR/it's a %d äß#!&;()[]{}<>?*~^=+,|@-_"
  mkdir -p "$odd/src" "$odd\$HOME\"\`:"
  copy_tree "$odd/src"
  export TMPDIR="$odd\$HOME\"\`:"
  run -0 without_lookfor make -s -C "$odd/src" install PREFIX="../my prefix"
  [[ $output == *"Installed. Start"*"my prefix"* ]]
  unset TMPDIR
  # the line printed is the shell's own
  start=$(sed -n 's/^Installed. Start .* with \(.*\) and type: .*/\1/p' <<<"$output")
  [ "$(eval "$start"' && printf %s "$XDG_DATA_HOME"')" = "$odd/my prefix" ]
  run -0 octave_in "$odd/my prefix" --eval "pkg load nnreg
    [X, y] = nnreg_digits ();
    r = nnreg_gridsearch (X, y, {'Penalty', {'l1', 'l2'}}, 'Lambda', 1e-3, 'Epochs', 1, ...
                          'Verbose', 0, 'StudyDir', tempname(), 'Executor', 'processes');
    printf ('%d\n', size (nnreg_predict (r.Model, X)));"
  [[ $output == *1797* ]]
  run -0 make -s -C "$odd/src" uninstall PREFIX="../my prefix"
  [ -z "$(find "$odd/my prefix" -type f)" ]
}

@test "PREFIX with letters that pkg install cannot take is refused with one line" {
  for letter in '$' '"' '`' "\\" ':'; do
    run -2 make install PREFIX="$BATS_TEST_TMPDIR/a${letter}b"
    [ "${#lines[@]}" -eq 1 ]
    [[ $output == *"Octave cannot install packages in a folder with $letter in its name, PREFIX=$BATS_TEST_TMPDIR/a${letter}b."* ]]
  done
  [ -z "$(ls "$BATS_TEST_TMPDIR")" ]
}

@test "a home that is read-only: install elsewhere, load, train, predict" {
  export HOME=/proc
  run -0 again make -s install PREFIX="$BATS_TEST_TMPDIR/prefix"
  run -0 --separate-stderr octave_in "$BATS_TEST_TMPDIR/prefix" --eval "pkg load nnreg
    m = nnreg_fit ([1; 2; 3; 4], [1; 2; 1; 2], 'LayerSizes', 2, 'Epochs', 1, 'Verbose', 0);
    disp (size (nnreg_predict (m, [1; 2])))"
  [ "$output" = "   2   1" ]
  [ -z "$stderr" ]
}

@test "a newer version installed while an older one is loaded" {
  copy_tree "$BATS_TEST_TMPDIR/src"
  version=$(sed -n 's/^Version: *//p' DESCRIPTION)
  sed -i 's/^Version: .*/Version: 99.0.0/' "$BATS_TEST_TMPDIR/src/DESCRIPTION"
  make -s -C "$BATS_TEST_TMPDIR/src" dist
  export newer="$BATS_TEST_TMPDIR/src/build/nnreg-99.0.0.tar.gz"
  session="
    version = @() nnreg_info ().Version;
    fit = @() nnreg_fit ([1; 2; 3; 4], [1; 2; 1; 2], 'LayerSizes', 2, 'Epochs', 2, 'Verbose', 0);
    pkg load nnreg
    m = fit ();
    before = version ();"
  # by another process: what the session has used goes on
  again make -s install PREFIX="$BATS_TEST_TMPDIR/prefix"
  run -0 again octave_in "$BATS_TEST_TMPDIR/prefix" --eval "$session
    system ('${OCTAVE:-octave} --no-gui --norc --quiet --eval \"pkg install -local \$newer\"');
    printf ('%s %d\n', version (), isequal (fit ().Weights, m.Weights));
    warning ('off', 'all');
    pkg load nnreg
    printf ('%s %d\n', version (), isequal (fit ().Weights, m.Weights));"
  [[ $output == *"$version 1"*"99.0.0 1" || $output == *"development 1"*"99.0.0 1" ]]
  # in the session itself: pkg unloads the older one
  make -s uninstall PREFIX="$BATS_TEST_TMPDIR/prefix"
  again make -s install PREFIX="$BATS_TEST_TMPDIR/prefix"
  run -0 again octave_in "$BATS_TEST_TMPDIR/prefix" --eval "$session
    pkg ('install', '-local', getenv ('newer'));
    pkg load nnreg
    printf ('%s %d\n', version (), isequal (fit ().Weights, m.Weights));"
  [[ $output == *"99.0.0 1" && $output != *"another Octave"* ]]
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
