## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## pure_octave.m SPEC: runs the workload that the JSON file SPEC describes (run.py writes
## it) in Octave alone, pure_fit.m, and prints a line of JSON.  Transposing the data once
## is part of the time.

1;

## Accuracy or RMSE on the test part.
function score = quality (W, b, Xtest, d)
  Z = pure_outputs (W, b, Xtest);
  if (d.Classes == 0)
    score = double (sqrt (mean ((Z.' - d.ytest) .^ 2)));
  else
    [~, best] = max (Z);
    score = mean (best.' - 1 == d.ytest);
  end
end

function Y = targets (y, classes, type)
  Y = cast (y.', type);
  if (classes > 0)
    Y = cast ((0:classes - 1).' == y.', type);
  end
end

function result = add_quality (result, W, b, d)
  names = {'accuracy', 'rmse'};
  result.(names{1 + (d.Classes == 0)}) = quality (W, b, d.Xtest.', d);
  result.zeros = mean (W{1}(:) == 0);
end

function result = run_fit (spec, d)
  began = tic ();
  if (spec.validation)
    Xtest = d.Xtest.';
    each_epoch = @(W, b) quality (W, b, Xtest, d);
  else
    each_epoch = @(W, b) [];
  end
  Xt = d.X.';
  [W, b] = pure_fit (Xt, targets (d.y, d.Classes, class (Xt)), spec, each_epoch);
  result.seconds = toc (began);
  result = add_quality (result, W, b, d);
end

## Plain folds, row by row in turn: scores are means over them.
function result = run_grid (spec, d)
  began = tic ();
  Xt = d.X.';
  Y = targets (d.y, d.Classes, class (Xt));
  fold = mod (1:columns (Xt), spec.folds);
  best = -Inf;
  for penalty = spec.penalties.'
    for lambda = spec.lambdas.'
      candidate = setfield (setfield (spec, 'penalty', penalty{1}), 'lambda', lambda);
      score = 0;
      for k = 0:spec.folds - 1
        [W, b] = pure_fit (Xt(:,fold != k), Y(:,fold != k), candidate, @(W, b) []);
        held = struct ('Classes', d.Classes, 'ytest', d.y(fold == k));
        score += quality (W, b, Xt(:,fold == k), held) / spec.folds;
      end
      if (score > best)
        [best, chosen] = deal (score, candidate);
      end
    end
  end
  [W, b] = pure_fit (Xt, Y, chosen, @(W, b) []);
  result.seconds = toc (began);
  result = add_quality (result, W, b, d);
end

function result = run_predict (spec, d)
  few = 1:spec.train_rows;
  Xt = d.X(few,:).';
  Y = targets (d.y(few), d.Classes, class (Xt));
  [W, b] = pure_fit (Xt, Y, spec, @(W, b) []);
  began = tic ();
  [~, best] = max (pure_outputs (W, b, d.X.'));
  result.seconds = toc (began);
  result = add_quality (result, W, b, d);
end

spec = jsondecode (fileread (argv (){end}));
addpath (fullfile (pwd (), 'tests', 'bench'), fullfile (pwd (), 'tests', 'peers'));
d = load_data (spec.folder);
tasks = {'classification', 'regression'};
spec.task = tasks{1 + (d.Classes == 0)};
rand ('twister', spec.seed + 1);
runs = struct ('fit', @run_fit, 'grid', @run_grid, 'predict', @run_predict);
before = process_memory ('reset');
result = runs.(spec.kind) (spec, d);
result.extra_mb = process_memory ('peak') - before;
result.about = ['Octave ' version() ', ' version('-blas')];
printf ("%s\n", jsonencode (result));
