## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## nnreg_bench.m SPEC: runs the workload that the JSON file SPEC describes (run.py writes
## it) with nnreg and prints a line of JSON.  The time is that of nnreg_fit, with its checks
## and packing, without loading the data.  At the first call Octave also reads nnreg's m-files;
## with spec.again the second call is timed.

1;

function args = fit_options (spec, d)
  args = {'LayerSizes', spec.layers(:).', 'Epochs', spec.epochs, 'BatchSize', spec.batch, ...
          'LearnRate', spec.rate, 'PenalizedLayers', spec.penalized, 'Seed', spec.seed, ...
          'Threads', spec.threads, 'Verbose', 0};
  if (d.Classes == 0)
    args = [args, {'Task', 'regression', 'StandardizeY', false}];
  end
end

function args = penalty_options (spec, d)
  args = {};
  if (! strcmp (spec.penalty, 'none'))
    args = {'Penalty', spec.penalty, 'Lambda', spec.lambda};
  end
  if (spec.validation)
    args = [args, {'ValidationData', {d.Xtest, d.ytest}}];
  end
end

function result = add_quality (result, model, d)
  guess = nnreg_predict (model, d.Xtest);
  if (d.Classes == 0)
    result.rmse = double (sqrt (mean ((guess - d.ytest) .^ 2)));
  else
    result.accuracy = mean (guess == d.ytest);
  end
  result.zeros = mean (model.Weights{1}(:) == 0);
end

function result = run_fit (spec, d)
  args = [fit_options(spec, d), penalty_options(spec, d)];
  if (isfield (spec, 'again'))
    nnreg_fit (d.X, d.y, args{:});
  end
  before = process_memory ('reset');
  began = tic ();
  [model, history] = nnreg_fit (d.X, d.y, args{:});
  result.seconds = toc (began);
  result.extra_mb = process_memory ('peak') - before;
  if (spec.epochs > 1)
    result.epoch = median (history.Seconds(2:end));
  end
  result = add_quality (result, model, d);
end

function result = run_grid (spec, d)
  args = [fit_options(spec, d), {'CV', spec.folds}];
  grid = {'Lambda', spec.lambdas, 'Penalty', spec.penalties};
  before = process_memory ('reset');
  began = tic ();
  found = nnreg_gridsearch (d.X, d.y, grid, args{:});
  result.seconds = toc (began);
  result.extra_mb = process_memory ('peak') - before;
  result = add_quality (result, found.Model, d);
end

function result = run_predict (spec, d)
  few = 1:spec.train_rows;
  model = nnreg_fit (d.X(few,:), d.y(few), fit_options (spec, d){:});
  before = process_memory ('reset');
  began = tic ();
  nnreg_predict (model, d.X, 'Threads', spec.threads);
  result.seconds = toc (began);
  result.extra_mb = process_memory ('peak') - before;
  result = add_quality (result, model, d);
end

## The smallest network with at most spec.weights weights.
function result = run_sparse (spec, d)
  args = {'LayerSizes', spec.layers(:).', 'NumWeights', spec.weights, 'Epochs', spec.epochs, ...
          'Seed', spec.seed, 'Threads', spec.threads, 'Verbose', 0};
  before = process_memory ('reset');
  began = tic ();
  r = nnreg_sparsify (d.X, d.y, args{:});
  result.seconds = toc (began);
  result.extra_mb = process_memory ('peak') - before;
  result = add_quality (result, r.Model, d);
  left = sum (cellfun (@nnz, r.Model.Weights));
  result.zeros = 1 - left / r.DenseWeights;
  result.left = sprintf ('%d of %d weights', left, r.DenseWeights);
end

## spec.count inputs by the path of a network that drops inputs.
function result = run_select (spec, d)
  tasks = {'classification', 'regression'};
  args = {'Task', tasks{1 + (d.Classes == 0)}, 'Penalty', 'group', 'CV', 0, ...
          'LayerSizes', spec.layers(:).', 'MaxFeatures', spec.count, 'Seed', spec.seed, ...
          'Threads', spec.threads, 'Verbose', 0};
  if (isfield (spec, 'path_epochs'))
    args = [args, {'Epochs', spec.path_epochs}];
  end
  before = process_memory ('reset');
  began = tic ();
  path = nnreg_path (d.X, d.y, args{:});
  result.seconds = toc (began);
  result.extra_mb = process_memory ('peak') - before;
  allowed = find (path.LiveInputs <= spec.count);
  [~, most] = max (path.LiveInputs(allowed));
  result.inputs = path.Selected{allowed(most)};
end

spec = jsondecode (fileread (argv (){end}));
addpath (fullfile (pwd (), 'tests', 'bench'));
use_package (getenv ('NNREG_BENCH_MEX'));
d = load_data (spec.folder);
runs = struct ('fit', @run_fit, 'grid', @run_grid, 'predict', @run_predict, ...
               'sparse', @run_sparse, 'select', @run_select);
result = runs.(spec.kind) (spec, d);
info = nnreg_info ();
result.about = sprintf ('nnreg %s (%s) on Octave %s, OpenBLAS core %s', info.Version, ...
                        info.InstructionSet, info.Octave, info.OpenBLASCore);
printf ("%s\n", jsonencode (result));
