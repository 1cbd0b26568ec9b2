## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Tests the installed package: the tests and demos in its m-files, then the files in
## tests/octave.  Prints a line a file and, at the end,
## "octave: N passed, M failed, K skipped"; the exit status is 1 if anything failed.
##
## NNREG_WITHOUT names a file of these that is left out, NNREG_ONLY one that runs alone.
##
## test () counts neither a %!shared or %!function block that fails, nor a file that
## is left open; both are failures here.

1;

## The tests of one file; a public function or a .tst must have some.
function counts = run_tests (file, must_have)
  began = tic ();
  log = tempname ();
  fid = fopen (log, "w+");
  lastwarn ("");
  nnr.words.seconds (@() 0);    # however busy the computer is, no line says how far a call is
  [passed, total, xfail, xbug, skip, rtskip, regression] = test (file, "quiet", fid);
  leak = lastwarn ();
  frewind (fid);
  text = fread (fid, "char=>char").';
  fclose (fid);
  unlink (log);
  broken = numel (regexp (text, '^!!!!! (?!known (failure|bug))', "lineanchors"));
  counts = [passed, max(total - passed - xfail - xbug, broken), skip + rtskip + xfail + xbug];
  if (counts(2) > 0)
    puts (text);
  end
  if (strncmp (leak, "test: file", 10))
    counts(2) = counts(2) + 1;
    printf ("!!!!! %s\n", strtrim (leak));
  elseif (must_have && ! any (counts))
    counts(2) = counts(2) + 1;
    puts ("!!!!! there are no tests\n");
  end
  report (file, "", counts);
  if (toc (began) >= 5)
    printf ("    %.0f s\n", toc (began));
  end
end

## Each %!demo of a file must run, without a display.
function counts = run_demos (file)
  counts = [0, 0, 0];
  [code, idx] = test (file, "grabdemo");
  for k = 1:(numel (idx) - 1)
    try
      run_code (code(idx(k):idx(k+1)-1));
      counts(1) = counts(1) + 1;
    catch err
      counts(2) = counts(2) + 1;
      printf ("!!!!! demo %d failed\n%s\n", k, err.message);
    end
    close ("all");
  end
  report (file, ", demos", counts);
end

## In a workspace of its own, its output kept back.
function run_code (code)
  evalc (code);
end

function report (file, what, counts)
  [~, name, ext] = fileparts (file);
  if (any (counts))
    printf ("  %-32s %4d passed, %d failed, %d skipped\n", [name ext what], counts);
  end
  fflush (stdout);
end

## Public functions must have tests and their demos must run; then the rooms below. Warnings are not
## printed, as under `pkg test`.
function counts = run_package (folder)
  counts = [0, 0, 0];
  warning ("on", "quiet");
  for file = glob (fullfile (folder, "*.m")).'
    counts += run_tests (file{1}, true) + run_demos (file{1});
  end
  for file = glob (fullfile (folder, "+*", "+*", "*.m")).'
    counts += run_tests (file{1}, false);
  end
  warning ("off", "quiet");
end

function counts = run_files (folder)
  counts = [0, 0, 0];
  addpath (folder);
  for file = glob (fullfile (folder, "*.m")).'
    counts += run_tests (file{1}, false);
  end
  left_out = fullfile (folder, getenv ("NNREG_WITHOUT"));
  for file = setdiff (glob (fullfile (folder, "*.tst")), left_out).'
    counts += run_tests (file{1}, true);
  end
end

## Octave's assert clears two variables when it has compared numbers.  For that Octave looks through
## all that it has loaded: most of assert's time, and minutes in these tests.
function quicken_assert ()
  folder = folder_of_assert ();
  mkdir (folder);
  fid = fopen (fullfile (folder, "assert.m"), "w");
  fputs (fid, regexprep (fileread (which ("assert")), '^ *clear A_null_.*$', "", ...
                         "lineanchors", "dotexceptnewline"));
  fclose (fid);
  warning ("off", "Octave:shadowed-function", "local");
  addpath (folder);
  atexit ("forget_assert");
end

function forget_assert ()
  folder = folder_of_assert ();
  unlink (fullfile (folder, "assert.m"));
  rmdir (folder);
end

## Not asked of the path, which a test may change: then it would be Octave's own.
function folder = folder_of_assert ()
  persistent name;
  if (isempty (name))
    name = tempname ();
  end
  folder = name;
end

quicken_assert ();
pkg load nnreg
info = pkg ("list", "nnreg"){1};
printf ("nnreg %s in %s, Octave %s\n", info.version, info.dir, version ());
set (0, "defaultfigurevisible", "off");
tests = fullfile (pwd (), "tests", "octave");
only = getenv ("NNREG_ONLY");
if (isempty (only))
  counts = run_package (info.dir) + run_files (tests);
else
  addpath (tests);
  counts = run_tests (fullfile (tests, only), true);
end
printf ("octave: %d passed, %d failed, %d skipped\n", counts);
exit (counts(2) > 0);
