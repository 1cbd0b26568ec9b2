# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What is seen where no window opens: notebooks, publish, print, a terminal without a display.

load common

# run_notebook FILE: its texts, "(picture)" for each picture.
run_notebook() {
  XDG_DATA_HOME=$root/build/prefix XDG_CONFIG_HOME=$root/build/prefix \
    JUPYTER_PATH=${python%/bin/python}/share/jupyter \
    run -0 "$python" "$root/tests/tools/run_notebook.py" "$1"
}

# A small path, in the variable p.
path="p = struct ('Lambda', 10 .^ (-4:-1), 'Mean', [0.8, 0.9, 0.7, 0.3], 'SE', 0.01 * ones (1, 4), ...
  'ScoreName', 'Accuracy', 'Zeros', (0:3) / 3, 'LiveInputs', 4:-1:1, 'LiveUnits', 4:-1:1, ...
  'IndexMin', 2, 'Index1SE', 2, 'TrainLoss', 0.1:0.1:0.4, 'Method', 'lambda', ...
  'LambdaMin', 1e-3, 'Lambda1SE', 1e-3, 'Penalty', 'l1');"

@test "the tutorial's notebook runs under octave-kernel" {
  need_python notebook-python "octave-kernel"
  cd "$BATS_TEST_TMPDIR"
  # Shorter trainings: the whole ones run for the manual.
  sed 's/\\"Epochs\\", 300/\\"Epochs\\", 30/g' "$root/examples/tutorial.ipynb" >tutorial.ipynb
  run ! cmp -s tutorial.ipynb "$root/examples/tutorial.ipynb"
  run_notebook tutorial.ipynb
  [ "$(grep -c '(picture)' <<<"$output")" -ge 7 ]
  [[ $output == *"subgradient 0"* && $output == *"by cross-validation"* ]]
  [[ $output =~ "test accuracy of the chosen"[^0-9]*(0\.9[4-9]) ]]
}

@test "nnreg_plot in a notebook: a cell shows its last picture as after plot, without a warning; files and errors leave none" {
  need_python notebook-python "octave-kernel"
  cd "$BATS_TEST_TMPDIR"
  cat >script.m <<END
%% Pictures

pkg load nnreg
$path
nnreg_plot (p)
figure;
plot (1:3);
nnreg_plot (p)

## Handles

h = nnreg_plot (p);
plot (h(1), p.Lambda, p.Mean);
printf ("two\n");

## None

nnreg_plot (p, "File", "a.png");
try
  nnreg_plot (p, "File", "/proc/a.png");
catch err
  printf ("%s\n", err.message);
end
END
  run -0 octave_in "$root/build/prefix" --eval "addpath ('$root/tests/tools'); \
    make_notebook ('script.m', 'script.ipynb');"
  run_notebook script.ipynb
  echo "$output"
  text=$(grep -v MetaKernelApp <<<"$output")
  [ "$(grep -c '^(picture)$' <<<"$text")" -eq 3 ]
  [[ $text == *'nnreg_plot: cannot write File "/proc/a.png": '* ]]
  [[ $text == *"two"*"(picture)"*"cannot"* && $text != *warning* && $text != *blank* ]]
  [ -s a.png ]
}

@test "nnreg_plot in publish: its pictures are on the page, without a warning" {
  cd "$BATS_TEST_TMPDIR"
  cat >page.m <<END
%% One
$path
nnreg_plot (p)
%% Two
nnreg_plot (p);
END
  run -0 nnreg "warning ('off', 'Octave:gnuplot-graphics'); figure ('visible', 'off');
    publish ('page.m', 'imageFormat', 'svg'); disp (get (0, 'children'))"
  [ "${lines[-1]}" = 1 ]        # the user's figure
  [ "$(grep -o '<img src="page-[12].svg"' html/page.html | sort -u | wc -l)" -eq 2 ]
  [ "$(grep -c '<path\|<polyline\|<text' html/page-1.svg)" -gt 20 ]
  [ -s html/page-2.svg ]
  run ! grep -i warning html/page.html
}

@test "without a display a script says nothing and prints what nnreg_plot drew; the prompt says where it is" {
  SHELL=/bin/bash script -qec true /dev/null </dev/null || skip "no pseudo-terminal can be had"
  unset DISPLAY WAYLAND_DISPLAY
  cd "$BATS_TEST_TMPDIR"
  cat >script.m <<END
pkg load nnreg
$path
nnreg_plot (p);
print ("a.svg");
END
  run -0 octave_in "$root/build/prefix" script.m
  [[ $output != *nnreg* ]]
  [ "$(grep -c '<path\|<polyline\|<text' a.svg)" -gt 20 ]
  export -f octave_in
  export root
  run -0 bash -c "printf '%s\n' script 'nnreg_plot (p);' 'h = nnreg_plot (p);' \
      'nnreg_plot (p, \"File\", \"b.png\");' 'f = @() nnreg_plot (p); f ();' exit |
    SHELL=/bin/bash timeout 60 script -qec 'octave_in \$root/build/prefix --no-line-editing' /dev/null"
  echo "$output"
  [ "$(grep -c 'warning: nnreg_plot: there is no display; the option "File", "NAME.png" writes the picture, or print (1, "NAME.png") does' <<<"$output")" -eq 1 ]
  [ "$(grep -c 'no display' <<<"$output")" -eq 1 ]
}

@test "400 verbose epochs: a line for each in a pipe, at a terminal and in a notebook" {
  need_python notebook-python "octave-kernel"
  SHELL=/bin/bash script -qec true /dev/null </dev/null || skip "no pseudo-terminal can be had"
  cd "$BATS_TEST_TMPDIR"
  cat >script.m <<'END'
%% Epochs

pkg load nnreg
X = sin ((1:90)' * (1:4));
m = nnreg_fit (X, 1 + (X(:,1) > 0), "LayerSizes", 3, "Epochs", 400, "BatchSize", 90, "Verbose", 2);
END
  run -0 --separate-stderr octave_in "$root/build/prefix" script.m
  [ "${#lines[@]}" -eq 401 ]
  [[ ${lines[400]} == "400/400 "* && $output != *$'\r'* && ${#output} -lt 30000 ]]
  # the line that says how far an epoch has come is wiped only where there is one
  export -f octave_in
  export root
  run -0 bash -c "SHELL=/bin/bash timeout 60 script -qec 'octave_in \$root/build/prefix script.m' /dev/null"
  [ "$(grep -c '^ *[0-9]*/400 ' <<<"$output")" -ge 300 ]
  [ "${#output}" -lt 40000 ]
  run -0 octave_in "$root/build/prefix" --eval "addpath ('$root/tests/tools'); \
    make_notebook ('script.m', 'script.ipynb');"
  run_notebook script.ipynb
  [ "$(tr -d '\r' <<<"$output" | grep -c '^ *[0-9]*/400 ')" -eq 400 ]
}
