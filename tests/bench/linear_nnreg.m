## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## linear_nnreg.m FOLDER OUT BUDGET THREADS KIND: runs nnreg_path on the problem in FOLDER
## (linear_data.m), writes the coefficients to OUT and prints a line of JSON with the seconds of
## each run.  It repeats the call until BUDGET seconds have passed.  KIND is "glmnet" (glmnet's
## lambdas and criterion, in double) or "defaults", which also means nnreg's own lambdas.
##
## OUT has float64, (1 + D)-by-K-by-L: intercept and coefficients in the units of X and y; K is 1
## for a response and for the log-odds of two classes.

1;

function a = read_array (folder, name, type)
  fid = fopen (fullfile (folder, [name '.bin']));
  a = fread (fid, Inf, [type '=>double']);
  fclose (fid);
end

function d = read_problem (folder)
  words = textscan (fileread (fullfile (folder, 'meta.txt')), '%s %s');
  d = cell2struct (words{2}, words{1});
  for name = {'rows', 'inputs', 'classes', 'sparse'}
    d.(name{1}) = str2double (d.(name{1}));
  end
  d.X = read_array (folder, 'x', 'double');
  if (d.sparse)
    column = repelems (1:d.inputs, [1:d.inputs; diff(read_array (folder, 'start', 'int32')).']);
    d.X = sparse (read_array (folder, 'row', 'int32') + 1, column, d.X, d.rows, d.inputs);
  else
    d.X = reshape (d.X, d.rows, d.inputs);
  end
  d.y = read_array (folder, 'y', 'double');
  d.fold = read_array (folder, 'fold', 'int32');
  d.lambda = read_array (folder, 'lambda', 'double');
end

## FACTOR is nnreg's lambda for glmnet's 1, on all samples.
function [args, factor] = options (d, kind)
  factor = 1;
  args = {'LayerSizes', [], 'Penalty', 'l1', 'Verbose', 0};
  if (strcmp (d.family, 'gaussian'))
    factor = 2 / std (d.y, 1);
    args = [args, {'Task', 'regression'}];
  end
  if (strcmp (kind, 'glmnet'))
    args = [args, {'Standardize', true, 'Precision', 'double', 'Score', 'Loss', 'Tolerance', 1e-8}];
    if (strcmp (d.family, 'gaussian'))
      ## glmnet's lambda is in the units of y: in each fold the same, whatever its deviation.
      factor = 2;
      args = [args, {'StandardizeY', false}];
    end
  end
end

function write_coefficients (file, r)
  c = nnreg_coef (r);
  fid = fopen (file, 'w');
  fwrite (fid, [c.Intercept; c.Coefficients], 'double');
  fclose (fid);
end

args = argv ();
[folder, out] = args{1:2};
[budget, threads] = deal (str2double (args{3}), str2double (args{4}));
addpath (fullfile (pwd (), 'tests', 'bench'));
use_package (getenv ('NNREG_BENCH_MEX'));
d = read_problem (folder);
[call, factor] = options (d, args{5});
lambdas = {};
if (strcmp (args{5}, 'glmnet'))
  lambdas = {'Lambda', factor * d.lambda};
end
seconds = [];
while (sum (seconds) < budget && numel (seconds) < 5)
  began = tic ();
  r = nnreg_path (d.X, d.y, call{:}, lambdas{:}, 'CV', d.fold, 'Threads', threads);
  seconds(end + 1) = toc (began);
end
write_coefficients (out, r);
top = nnreg_path (d.X, d.y, call{:}, 'CV', 0, 'NumLambda', 2, 'LambdaRatio', 0.99);
info = nnreg_info ();
result = struct ('seconds', {num2cell(seconds)}, 'points', numel (r.Lambda), ...
                 'lambda_max', top.Lambda(1) / factor, 'lambda_min', r.LambdaMin / factor, ...
                 'lambda_1se', r.Lambda1SE / factor);
result.about = sprintf ('nnreg %s (%s) on Octave %s, OpenBLAS core %s', info.Version, ...
                        info.InstructionSet, info.Octave, info.OpenBLASCore);
printf ("%s\n", jsonencode (result));
