## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {} nnreg_selftest ()
## @deftypefnx {} {@var{result} =} nnreg_selftest ()
## Check in a few seconds that nnreg works on this computer.
##
## @example
## @group
## nnreg_selftest
## @end group
## @end example
##
## Run it once after the installation, and before you report a fault.  It trains on the digits in
## the package and checks
##
## @itemize @bullet
## @item that the compiled files and OpenBLAS can be loaded;
## @item the fast kernels of this processor (AVX2, AVX-512) against the plain C code, with full and
## sparse X, in single and in double precision;
## @item the objective and its gradient against their formulas, computed by Octave;
## @item a training against stored numbers, and that one thread gives the same bits as all;
## @item a ridge regression and a lasso against the equations of their solutions;
## @item that @code{nnreg_plot} writes a picture that is not empty, without a window;
## @item that a model predicts the same after @code{save} and @code{load}, and as JSON;
## @item that figures, warnings, random numbers and the current folder are as before.
## @end itemize
##
## Each check prints a line that begins with @samp{ok} or @samp{not ok}.  The last line says whether
## all passed, or what to report and where, with the versions that a report needs.  Files are
## written to a temporary folder, which is removed.
##
## With an output argument nothing is printed meanwhile.  The struct @var{result}, which shows
## itself as the last line, has the fields
##
## @table @code
## @item Passed
## True if all checks passed.
## @item Checks
## 1-by-N struct array with a check in each element: @code{Name}, @code{Passed}, @code{Message} (of
## a check that failed: what is wrong) and @code{Seconds}.  If the first check fails, it is the only
## one.
## @item Report
## The last line.
## @end table
##
## @seealso{nnreg_info, nnreg_checkgrad}
## @end deftypefn

function result = nnreg_selftest ()
  quiet = nargout > 0;
  before = state_of_session ();
  list = {'compiled files', @check_core; 'kernels', @check_kernels; ...
          'gradient', @check_gradient; 'training', @check_training; ...
          'linear models', @check_linear; 'picture', @check_picture; ...
          'files', @check_files; 'session', @() check_session(before)};
  checks = struct ('Name', {}, 'Passed', {}, 'Message', {}, 'Seconds', {});
  for k = 1:rows (list)
    checks(k) = run_check (list{k,:}, quiet);
    if (! checks(1).Passed)
      break;                    # the others would say the same
    end
  end
  report = report_of (checks);
  if (quiet)
    result = struct ('Passed', all ([checks.Passed]), 'Checks', checks, 'Report', report);
  else
    printf ("%s\n", report);    # a semicolon would hide a result that shows itself
  end
end

## FCN returns what it found, or raises an error.
function check = run_check (name, fcn, quiet)
  start = tic ();
  check = struct ('Name', name, 'Passed', true, 'Message', '', 'Seconds', 0);
  try
    found = fcn ();
  catch err
    found = strrep (err.message, "\n", ' ');
    [check.Passed, check.Message] = deal (false, found);
  end
  check.Seconds = toc (start);
  if (! quiet)
    words = {'not ok', 'ok'};
    printf ("%s %s: %s\n", words{1 + check.Passed}, name, found);
    fflush (stdout);
  end
end

function text = report_of (checks)
  failed = nnz (! [checks.Passed]);
  if (failed == 0)
    text = sprintf ('All %d checks passed in %.1f seconds: %s', numel (checks), ...
                    sum ([checks.Seconds]), about_system ());
  else
    text = sprintf (['%s failed. Please report this line, and the lines with "not ok", to %s ' ...
                     '(in a course, to your teacher): %s'], ...
                    nnr.words.count_text (failed, 'check'), ...
                    nnr.core.description ('Maintainer', 'the nnreg developers'), about_system ());
  end
end

## What nnreg_info says, on a line.
function text = about_system ()
  text = sprintf ('nnreg %s, Octave %s, %s', nnr.core.version (), OCTAVE_VERSION (), ...
                  __octave_config_info__ ('canonical_host_type'));
  try
    info = nnreg_info ();
    text = sprintf ('%s, %s (%s, %s, %s), %s, %s', text, info.OpenBLAS, info.OpenBLASCore, ...
                    info.OpenBLASFile, info.OpenBLASThreads, info.InstructionSet, ...
                    nnr.words.count_text (info.Threads, 'thread'));
  catch
    text = [text, ', compiled files or OpenBLAS missing'];
  end
end

## ------------------------------------------------------------------ Checks --

function found = check_core ()
  info = nnreg_info ();
  model = nnreg_fit ([1; 2; 3; 4], [1; 2; 1; 2], 'LayerSizes', 2, 'Epochs', 1, 'Verbose', 0);
  require (isfinite (model.History.Loss), 'the loss of a training is %g', model.History.Loss);
  found = sprintf ('they load, and so does %s', info.OpenBLASFile);
end

## Each instruction set up to the one in use, beside the plain code.
function found = check_kernels ()
  wish = getenv ('NNREG_ISA');
  guard = onCleanup (@() set_isa (wish));
  sets = {'plain', 'avx2', 'avx512'};
  sets = sets(1:find (strcmp (sets, nnreg_info ().InstructionSet)));
  require (! isempty (sets), 'nnreg_info names an unknown instruction set');
  for k = 1:numel (sets)
    set_isa (sets{k});
    used = nnreg_info ().InstructionSet;
    require (strcmp (used, sets{k}), 'NNREG_ISA=%s gives %s', sets{k}, used);
    outputs = kernel_outputs ();
    if (k == 1)
      plain = outputs;
    end
    compare (outputs.double, plain.double, 1e-8, ['double precision with ', sets{k}]);
    compare (outputs.single, plain.single, 1e-2, ['single precision with ', sets{k}]);
  end
  found = 'plain C alone here; the next checks test it';
  if (numel (sets) > 1)
    found = sprintf ('%s as plain C, to rounding', strjoin (sets(2:end), ' and '));
  end
end

## A field for each precision: what networks with all activations predict after a few steps.
function outputs = kernel_outputs ()
  [X, y] = digits (300);
  for precision = {'double', 'single'}
    scores = [];
    for data = {X, sparse(X), cos((1:300).' * (1:64))}
      model = nnreg_fit (data{1}, y, 'LayerSizes', [70, 20, 9], 'Epochs', 2, 'BatchSize', 50, ...
                         'Activations', {'relu', 'tanh', 'sigmoid'}, 'Penalty', 'elasticnet', ...
                         'Lambda', 1e-3, 'LearnRate', 0.01, 'Standardize', false, ...
                         'Precision', precision{1}, 'Verbose', 0);
      [~, found] = nnreg_predict (model, data{1});
      scores = [scores; found];
    end
    outputs.(precision{1}) = scores;
  end
end

function set_isa (name)
  if (isempty (name))
    unsetenv ('NNREG_ISA');
  else
    setenv ('NNREG_ISA', name);
  end
end

## One hidden layer with tanh, softmax and the L2 penalty.
function found = check_gradient ()
  [X, y] = digits (200);
  [units, lambda, n] = deal (5, 0.01, rows (X));
  theta = sin (1:(units * 65 + 10 * (units + 1))).' / 4;
  [J, grad] = nnreg_cost (theta, X, y, 'LayerSizes', units, 'Activations', 'tanh', ...
                          'Penalty', 'l2', 'Lambda', lambda);
  W1 = reshape (theta(1:units * 64), units, 64);
  b1 = theta(units * 64 + (1:units));
  W2 = reshape (theta(units * 65 + (1:10 * units)), 10, units);
  b2 = theta(end - 9:end);
  H = tanh (W1 * X.' + b1);
  P = exp (W2 * H + b2);
  P ./= sum (P);
  Y = double (y.' == (0:9).');
  D2 = (P - Y) / n;
  D1 = (W2.' * D2) .* (1 - H .^ 2);
  penalty = lambda * (sumsq (W1(:)) + sumsq (W2(:)));
  compare (J, penalty - sum (log (P(Y == 1))) / n, 1e-9, 'the objective');
  G1 = D1 * X + 2 * lambda * W1;
  G2 = D2 * H.' + 2 * lambda * W2;
  compare (grad, [G1(:); sum(D1, 2); G2(:); sum(D2, 2)], 1e-9, 'the gradient');
  found = 'objective and gradient as their formulas give them';
end

## The stored numbers are those of the plain code in double precision.
function found = check_training ()
  stored = struct ('Loss', 0.546443178987, 'Penalty', 0.285328635077, 'Zeros', 0.3277);
  [X, y] = digits (1797);
  fit = @(threads) nnreg_fit (X, y, 'LayerSizes', 32, 'Epochs', 5, 'BatchSize', 64, 'Penalty', ...
                              'l1', 'Lambda', 1e-3, 'LearnRate', 5e-3, 'Precision', 'double', ...
                              'Standardize', false, 'Verbose', 0, threads{:});
  model = fit ({});
  last = structfun (@(column) column(end), model.History, 'UniformOutput', false);
  compare (last.Loss, stored.Loss, 1e-5, 'the loss');
  compare (last.Penalty, stored.Penalty, 1e-5, 'the penalty');
  compare (last.Zeros, stored.Zeros, 0.01, 'the share of zeros');
  one = fit ({'Threads', 1});
  require (isequal (one.Weights, model.Weights), 'one thread gives other weights than all threads');
  found = sprintf ('loss %.5f and %.1f%% zeros as stored; the same bits with one thread', ...
                   last.Loss, 100 * last.Zeros);
end

## At the optimum of mean (r .^ 2) + penalty the gradient is 0, where r are the residuals.
function found = check_linear ()
  [X, y] = digits (500);
  X = X(:,any (X));
  lambda = 0.05;
  args = {'Task', 'regression', 'LayerSizes', [], 'Lambda', lambda, 'Standardize', false, ...
          'StandardizeY', false, 'Tolerance', 1e-10, 'Precision', 'double', 'Verbose', 0};
  [C, r] = deal (X - mean (X), y - mean (y));
  ridge = nnreg_fit (X, y, 'Penalty', 'l2', args{:});
  solution = (C.' * C / rows (C) + lambda * eye (columns (C))) \ (C.' * r / rows (C));
  compare (ridge.Weights{1}.', solution, 1e-6, 'the ridge regression');
  lasso = nnreg_fit (X, y, 'Penalty', 'l1', args{:});
  w = lasso.Weights{1}.';
  slope = 2 * C.' * (r - C * w) / rows (C);
  require (all (abs (slope) <= lambda * (1 + 1e-5)) && any (w == 0), ...
           'the lasso is not at its optimum: slope %.7g of %g', max (abs (slope)), lambda);
  compare (slope(w != 0), lambda * sign (w(w != 0)), 1e-5, 'the lasso''s slope');
  found = sprintf ('ridge and lasso solve their equations; %d of %d coefficients are 0', ...
                   nnz (w == 0), numel (w));
end

function found = check_picture ()
  [folder, guard] = nnr.files.scratch ();
  file = fullfile (folder, 'history.png');
  nnreg_plot (small_model ().History, 'File', file);
  require (isfile (file), 'no picture was written; the warning above says why');
  try
    dark = mean (imread (file)(:) < 128);
  catch
    dark = NaN;                 # an Octave that cannot read pictures
  end
  bytes = stat (file).size;
  require (bytes > 3000 && ! (dark < 0.001), 'the picture is empty: %d bytes, %.2f%% dark', ...
           bytes, 100 * dark);
  found = sprintf ('a PNG file of %d bytes was drawn', bytes);
end

function found = check_files ()
  [folder, guard] = nnr.files.scratch ();
  [model, X] = small_model ();
  [labels, scores] = nnreg_predict (model, X);
  file = fullfile (folder, 'model.mat');
  save ('-binary', file, 'model');
  loaded = load (file).model;
  file = fullfile (folder, 'model.json');
  nnreg_export (model, file);
  for other = {loaded, nnreg_import(file)}
    [found, numbers] = nnreg_predict (other{1}, X);
    require (isequal (found, labels) && isequal (numbers, scores), ...
             'a model predicts otherwise after save and load, or as JSON');
  end
  found = 'a model predicts the same after save and load, and as JSON';
end

function found = check_session (before)
  now = state_of_session ();
  names = fieldnames (before).';
  same = cellfun (@(name) isequal (now.(name), before.(name)), names);
  require (all (same), 'changed: %s', strjoin (names(! same), ', '));
  found = 'figures, warnings, random numbers and folder as before';
end

## ----------------------------------------------------------------- Helpers --

function state = state_of_session ()
  state = struct ('Figures', get (0, 'children'), 'Warnings', warning (), ...
                  'Random', {{rand('twister'), randn('twister')}}, 'Folder', pwd (), ...
                  'InstructionSet', getenv ('NNREG_ISA'));
end

function [X, y] = digits (count)
  [X, y] = nnreg_digits ();
  X = X(1:count,:) / 16;
  y = y(1:count);
end

function [model, X] = small_model ()
  [X, y] = digits (300);
  model = nnreg_fit (X, y, 'LayerSizes', 10, 'Epochs', 10, 'BatchSize', 30, 'Verbose', 0);
end

function require (holds, varargin)
  if (! holds)
    error ('nnreg:selftest', varargin{:});
  end
end

## The largest difference, as a share of the largest expected number.
function compare (got, expected, tolerance, what)
  difference = max (abs (got(:) - expected(:))) / max (abs (expected(:)));
  require (difference <= tolerance, '%s differs by %.2g (at most %g is rounding)', what, ...
           difference, tolerance);
end

%!test
%! # a line for each check and the last one; nothing printed with an output argument
%! lines = strsplit (strtrim (evalc ("nnreg_selftest ()")), "\n");
%! assert (numel (lines), 9);
%! assert (all (strncmp (lines(1:8), "ok ", 3)), strjoin (lines, "\n"));
%! assert (! isempty (regexp (lines{9}, ...
%!                            '^All 8 checks passed in [\d.]+ seconds: nnreg .*, Octave ')));
%! assert (evalc ("result = nnreg_selftest ();"), "");
%! assert ([result.Passed, result.Checks.Passed], true (1, 9));
%! assert ([result.Checks.Message], "");
%!test # a check that fails: what to report stands there, once, after a semicolon too
%! folder = tempname ();
%! mkdir (folder);
%! unwind_protect
%!   fid = fopen (fullfile (folder, "nnreg_info.m"), "w");
%!   fputs (fid, "function info = nnreg_info ()\n  error ('broken');\nend\n");
%!   fclose (fid);
%!   addpath (folder);
%!   text = evalc ("nnreg_selftest;");
%!   assert (evalc ("nnreg_selftest"), text);
%! unwind_protect_cleanup
%!   rmpath (folder);
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
%! lines = strsplit (strtrim (text), "\n");
%! assert (lines{1}, "not ok compiled files: broken");
%! assert (! isempty (regexp (lines{2}, '^1 check failed. Please report .*missing$')));
%! assert (numel (lines), 2);
%!error <called with too many inputs> nnreg_selftest (1)
