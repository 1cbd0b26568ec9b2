## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## walk (PART): goes once through nnreg on small data, under a checker of memory.
## Parts: "calls", every public function and gateway with right arguments; "wild", some with
## wrong ones; "fits", trainings of each kind; "searches"; "files"; "clear".  Writes to the
## current folder.  An unexpected failure is an error.

function walk (part)
  warning ('off', 'all');
  set (0, 'defaultfigurevisible', 'off');
  folder = fileparts (which ('nnreg_fit'));
  switch (part)
    case 'calls'
      walk_calls (call_specs (folder));
    case 'wild'
      assert (fuzz_calls (7, 1:60, folder), 0);
    case 'fits'
      walk_fits ();
    case 'searches'
      walk_searches ();
    case 'files'
      walk_files ();
    case 'clear'
      walk_clear ();
  end
  printf ("walked: %s\n", part);
end

## Each list of right arguments.  walk_results calls the functions that call_specs does not list.
function walk_calls (specs)
  for spec = specs
    for args = spec{1}{2}
      one_call (spec{1}{1}, args{1});
    end
  end
  walk_results ();
end

function one_call (name, args)
  try
    evalc ('feval (name, args{:});');
  catch err
    named = strncmp (err.identifier, 'nnreg:', 6) ...
            || strcmp (err.identifier, 'Octave:invalid-fun-call');
    if (! named)
      rethrow (err);
    end
  end
  close ('all');
end

function [X, y, R] = some_data ()
  rand ('twister', 3);
  X = round (8 * rand (70, 6)) / 4;
  y = 1 + (X(:,1) > 1) + (X(:,2) > 1);
  R = [X(:,1) .^ 2, X(:,3)];
end

function walk_results ()
  [X, y, R] = some_data ();
  [model, history] = nnreg_fit (X, y, 'LayerSizes', 5, 'Epochs', 2, 'Verbose', 0, ...
                                'Penalty', 'l1', 'Lambda', 0.05);
  evalc ('nnreg_summary (model), nnreg_sparsity (model), nnreg_evaluate (model, X, y), model');
  evalc ('nnreg_importance (model, X, y)');
  nnreg_export (model, 'model.json');
  nnreg_predict (nnreg_compact (model), X);
  assert (nnreg_checkgrad (zeros (6 * 3 + 3, 1), X, y, 'LayerSizes', []) < 1e-4);
  assert (rows (nnreg_digits ()), 1797);
  nnreg_info ();
end

## Solvers, precisions, kinds of X, penalties, threads.
function walk_fits ()
  [X, y, R] = some_data ();
  kinds = {X, single(X), uint8(X), sparse(X), X > 1};
  precisions = {'single', 'double'};
  for k = 1:numel (kinds)
    precision = precisions{1 + mod(k, 2)};
    args = {'LayerSizes', [7, 4], 'Epochs', 2, 'BatchSize', 16, 'Verbose', 0, 'Threads', 2, ...
            'Precision', precision, 'ValidationFraction', 0.2, 'Standardize', k > 2};
    for penalty = {'none', 'l1', 'l2', 'elasticnet', 'group', 'decoupled'}
      given = {'Penalty', penalty{1}, 'Lambda', 0.01};
      model = nnreg_fit (kinds{k}, y, args{:}, given{1:2 * (1 + ! strcmp (penalty{1}, 'none'))});
    end
    nnreg_predict (model, kinds{k}, 'Threads', 2);
    exact = nnreg_fit (kinds{k}, R, 'Task', 'regression', 'LayerSizes', [], 'Penalty', 'l1', ...
                       'Lambda', 0.01, 'Verbose', 0, 'Precision', precision, 'Threads', 2);
    nnreg_predict (exact, kinds{k});
  end
  nnreg_fit (X, y, 'LayerSizes', 4, 'Solver', 'fista', 'Epochs', 2, 'Verbose', 0);
  nnreg_fit (X, y, 'LayerSizes', 4, 'Epochs', 9, 'Verbose', 0, 'OutputFcn', @(h) true);
  nnreg_fit (X, y, 'LayerSizes', 4, 'Epochs', 9, 'Verbose', 0, 'OutputFcn', @(h) error ('stop'));
  fails (@() nnreg_fit (1e200 * X, R, 'Task', 'regression', 'LayerSizes', [], 'Verbose', 0, ...
                        'Standardize', false, 'Precision', 'double'), 'nnreg:diverged');
  fails (@() nnreg_fit ([X; NaN(1, 6)], [y; 1], 'Verbose', 0), 'nnreg:badData');
  fails (@() nnreg_fit (X, y, 'BatchSize', -3), 'nnreg:badArgument');
end

function fails (call, identifier)
  try
    call ();
  catch err
    assert (err.identifier, identifier);
    return;
  end
  error ('walk: %s does not fail', func2str (call));
end

## Threads, a folder whose search continues, halving, paths of both kinds.
function walk_searches ()
  [X, y, R] = some_data ();
  args = {'LayerSizes', 4, 'Epochs', 2, 'Verbose', 0, 'Threads', 3, 'CV', 2};
  grid = {'Lambda', [1e-3, 1e-1], 'Penalty', {'l1', 'group'}};
  r = nnreg_gridsearch (X, y, grid, args{:});
  r = nnreg_gridsearch (sparse (X), y, grid, args{:}, 'Halving', true);
  for k = 1:2
    r = nnreg_gridsearch (X, y, grid, args{:}, 'StudyDir', 'study', 'CSV', 'study.csv');
  end
  evalc ('nnreg_gridsearch ("status", "study")');
  r = nnreg_gridsearch (X, y, grid, args{:}, 'StudyDir', 'shared', 'Executor', 'processes', ...
                        'Shards', 2);
  evalc ('nnreg_gridsearch ("collect", "shared")');
  nnreg_path (X, y, 'Penalty', 'l1', 'NumLambda', 3, args{[1:6, 7:8]});
  nnreg_path (X, R, 'Task', 'regression', 'LayerSizes', [], 'NumLambda', 4, 'CV', 2);
  nnreg_path (X, R, 'Task', 'regression', 'Penalty', 'group', 'NumLambda', 3, args{:});
  confirm_recursive_rmdir (false, 'local');
  rmdir ('study', 's');
  rmdir ('shared', 's');
  unlink ('study.csv');
end

## Checkpoints and IDX files, plain or gzipped, whole or damaged.
function walk_files ()
  [X, y] = some_data ();
  args = {'LayerSizes', 4, 'Verbose', 0, 'CheckpointFile', 'state.nnreg'};
  nnreg_fit (X, y, args{:}, 'Epochs', 4, 'OutputFcn', @(h) numel (h.Epoch) == 2);
  nnreg_fit (X, y, args{:}, 'Epochs', 4);
  spoil ('state.nnreg');
  fails (@() nnreg_fit (X, y, args{:}, 'Epochs', 4), 'nnreg:badFile');
  fid = fopen ('cube', 'w');
  fwrite (fid, [0, 0, 13, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, mod(0:95, 60)]);
  fclose (fid);
  gzip ('cube');
  assert (nnreg_readidx ('cube'), nnreg_readidx ('cube.gz'));
  for name = {'cube', 'cube.gz'}
    spoil (name{1});
    fails (@() nnreg_readidx (name{1}), 'nnreg:badFile');
  end
  fails (@() nnreg_readidx ('nowhere'), 'nnreg:badFile');
  cellfun (@unlink, {'state.nnreg', 'cube', 'cube.gz'});
end

## Cuts the last bytes off a file.
function spoil (name)
  bytes = fileread (name);
  fid = fopen (name, 'w');
  fwrite (fid, bytes(1:end - 5));
  fclose (fid);
end

## Unloads the gateways, also while a claim is open, and loads them again.
function walk_clear ()
  [X, y] = some_data ();
  for k = 1:3
    nnreg_fit (X, y, 'LayerSizes', 4, 'Epochs', 2, 'Verbose', 0);
    __nnreg_claims__ ('claims', 1:3, 1);
    clear -all
    [X, y] = some_data ();
  end
  unlink ('claims');
end
