## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## soak (MINUTES, SEED): uses nnreg in rounds until the time is over.  A round is every kind of
## use once, in random order with random options (from SEED), on small data.  An error names
## what a use leaves behind: threads, open files, files; or says that memory grows from round
## to round.  The current folder must be empty.  Needs the function of tests/tools/heap_bytes.c.

function soak (minutes, seed)
  warning ('off', 'all');
  began = tic ();
  rand ('twister', seed);
  folders = {'tmp', 'work'};
  cellfun (@mkdir, folders);
  setenv ('TMPDIR', fullfile (pwd (), 'tmp'));
  before = counts (folders);
  result = known_fit ();
  heap = [];
  while (numel (heap) < warm_up () + 8 || toc (began) < 60 * minutes)
    for use = {@adam, @fista, @path, @search, @study, @checkpoint, @mistakes, @stops, @files, ...
               @unload}(randperm (10))
      use{1} ();
      check_left (func2str (use{1}), before, folders);
    end
    heap(end + 1) = memory_in_use ();
  end
  assert (known_fit (), result);
  cellfun (@rmdir, folders);
  growth = check_memory (heap(warm_up () + 1:end));
  printf ("soaked: %d rounds in %.1f minutes, memory in use %.1f MB, growth %.1f KB a round\n", ...
          numel (heap), toc (began) / 60, heap(end) / 1024, growth);
end

## Rounds until caches and the heap have reached their size.
function n = warm_up ()
  n = 5;
end

## In KB.  Functions take memory too, so the same ones are loaded each time.
function kb = memory_in_use ()
  evalin ('base', 'clear all');
  known_fit ();
  kb = heap_bytes () / 1024;
end

function c = counts (folders)
  c.threads = numel (readdir ('/proc/self/task')) - 2;
  c.descriptors = numel (readdir ('/proc/self/fd')) - 2;
  c.files = numel (files_in (folders));
end

function names = files_in (folders)
  lists = cellfun (@(f) readdir (f)(3:end), folders, 'UniformOutput', false);
  names = vertcat (lists{:});
end

## Linux may list a joined thread for a moment.
function check_left (use, before, folders)
  for k = 1:20
    now_there = counts (folders);
    if (isequal (now_there, before))
      return;
    end
    pause (0.05);
  end
  printf ("%s\n", files_in (folders){:});
  error ("soak: %s left something: before\n%safter\n%s", use, disp (before), disp (now_there));
end

## KB a round, from the first quarter of the rounds to the last.
function growth = check_memory (heap)
  quarter = floor (numel (heap) / 4);
  growth = (median (heap(end - quarter + 1:end)) - median (heap(1:quarter))) ...
           / (numel (heap) - quarter);
  if (growth > 8)
    printf ('%.1f ', heap);
    printf ("\n");
    error ('soak: memory grew by %.1f KB a round in %d rounds', growth, numel (heap));
  end
end

function value = one_of (varargin)
  value = varargin{randi(nargin)};
end

## X of any kind; labels and responses that depend on it; N differs.
function [X, y, R] = some_data ()
  X = round (8 * rand (randi ([300, 400]), 20)) / 4;
  y = 1 + (X(:,1) > 1) + (X(:,2) > 1);
  R = [X(:,1) .^ 2, X(:,3)];
  X = one_of (X, single (X), uint8 (X), sparse (X), X > 1);
end

## Options that all trainings know.
function args = some_options ()
  args = {'Verbose', 0, 'Threads', randi(2), 'Precision', one_of('single', 'double'), ...
          'Seed', randi(99), 'Standardize', one_of(true, false), ...
          'Penalty', one_of('l1', 'l2', 'elasticnet', 'group'), 'Lambda', 10 ^ (-1 - 3 * rand ())};
end

function model = known_fit ()
  X = reshape (mod (1:6000, 7), 300, 20);
  model = nnreg_fit (X, mod ((1:300).', 3), 'LayerSizes', 16, 'Epochs', 3, 'Verbose', 0);
  model = model.Weights;
end

function adam ()
  [X, y] = some_data ();
  model = nnreg_fit (X, y, some_options (){:}, 'LayerSizes', one_of (32, [24, 12]), 'Epochs', 3, ...
                     'BatchSize', one_of (16, 64, 1000), ...
                     'ValidationFraction', one_of (0, 0.2), 'Solver', 'adam');
  nnreg_predict (model, X, 'Threads', randi (2));
  text = evalc (['nnreg_evaluate (model, X, y), nnreg_summary (model), ', ...
                 'nnreg_sparsity (model), nnreg_importance (model, X, y)']);
end

function fista ()
  [X, y, R] = some_data ();
  for task = {{y}, {R, 'Task', 'regression'}}
    model = nnreg_fit (X, task{1}{:}, some_options (){:}, 'LayerSizes', one_of ([], 8), ...
                       'Solver', 'fista', 'Epochs', 2);
    nnreg_predict (model, X);
  end
end

function path ()
  [X, ~, R] = some_data ();
  args = {'Task', 'regression', 'NumLambda', 3, 'CV', 2, 'Verbose', 0, 'Threads', randi(2)};
  r = nnreg_path (X, R, args{:}, 'LayerSizes', []);
  r = nnreg_path (X, R, args{:}, 'LayerSizes', 8, 'Epochs', 2, 'Penalty', one_of ('l1', 'group'));
end

function args = search_options ()
  args = {{'Lambda', [1e-3, 1e-1], 'Penalty', {'l1', 'group'}}, 'LayerSizes', 8, 'Epochs', 3, ...
          'Verbose', 0, 'CV', 2, 'Threads', randi(3), 'Seed', randi(99), ...
          'Halving', one_of(true, false)};
end

function search ()
  [X, y] = some_data ();
  r = nnreg_gridsearch (X, y, search_options (){:}, 'Curves', one_of (true, false));
end

## A search in a folder: asked for its status, cancelled, continued.
function study ()
  [X, y] = some_data ();
  args = [{X, y}, search_options(), {'StudyDir', 'work/study', 'CSV', 'work/study.csv'}];
  found = nnreg_gridsearch (args{:});
  s = nnreg_gridsearch ('status', 'work/study');
  s = nnreg_gridsearch ('cancel', 'work/study');
  again = nnreg_gridsearch (args{:});
  assert (again.BestScore, found.BestScore);
  confirm_recursive_rmdir (false, 'local');
  rmdir ('work/study', 's');
  unlink ('work/study.csv');
end

function checkpoint ()
  [X, y] = some_data ();
  args = {X, y, some_options(){:}, 'LayerSizes', 16, 'Epochs', 4, 'Solver', 'adam'};
  kept = [args, {'CheckpointFile', 'work/state'}];
  nnreg_fit (kept{:}, 'OutputFcn', @(h) numel (h.Epoch) == 2);
  assert (nnreg_fit (kept{:}).Weights, nnreg_fit (args{:}).Weights);
  bytes = fileread ('work/state');
  write_bytes ('work/state', bytes(1:end - randi (200)));
  fails (@() nnreg_fit (kept{:}), 'nnreg:badFile');
  unlink ('work/state');
end

function write_bytes (name, bytes)
  fid = fopen (name, 'w');
  fwrite (fid, bytes);
  fclose (fid);
end

function mistakes ()
  [X, y, R] = some_data ();
  model = nnreg_fit (X, y, 'Epochs', 1, 'LayerSizes', 8, 'Verbose', 0);
  regression = {'Task', 'regression', 'LayerSizes', [], 'Verbose', 0, 'Precision', 'double'};
  fails (@() nnreg_fit (X, y, 'BatchSize', -3), 'nnreg:badArgument');
  fails (@() nnreg_fit (X, y(1:9)), 'nnreg:badData');
  fails (@() nnreg_fit ([double(X); NaN(1, 20)], [y; 1], 'Verbose', 0), 'nnreg:badData');
  fails (@() nnreg_fit (1e200 * (1 + double (X)), R, regression{:}, 'Standardize', false), ...
         'nnreg:diverged');
  fails (@() nnreg_predict (model, X(:,1:3)), 'nnreg:badArgument');
  fails (@() nnreg_predict (model, NaN (3, 20)), 'nnreg:badData');
  fails (@() nnreg_gridsearch (X, y, {'Epochs', {-1}}), 'nnreg:badArgument');
  fails (@() nnreg_gridsearch ('status', 'work/nowhere'), 'nnreg:badFile');
  fails (@() nnreg_path (X, y, 'NumLambda', 0), 'nnreg:badArgument');
  fails (@() __nnreg_train__ (1), 'nnreg:badArgument');
end

function fails (call, identifier)
  try
    call ();
  catch err
    if (! strcmp (err.identifier, identifier))
      rethrow (err);
    end
    return;
  end
  error ('soak: %s does not fail', func2str (call));
end

## An OutputFcn ends the training, or fails.
function stops ()
  [X, y] = some_data ();
  args = {X, y, some_options(){:}, 'LayerSizes', 16, 'Epochs', 1000, 'Solver', 'adam'};
  nnreg_fit (args{:}, 'OutputFcn', @(h) true);
  nnreg_fit (args{:}, 'OutputFcn', @(h) error ('mine'));
  fails (@() nnreg_gridsearch (X, y, search_options (){:}, 'Score', @(y, p) error ('mine')), ...
         'nnreg:badArgument');
end

function files ()
  write_bytes ('work/cube', [0, 0, 13, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, mod(0:95, 60)]);
  gzip ('work/cube');
  assert (nnreg_readidx ('work/cube'), nnreg_readidx ('work/cube.gz'));
  write_bytes ('work/cube.gz', fileread ('work/cube.gz')(1:end - 5));
  fails (@() nnreg_readidx ('work/cube.gz'), 'nnreg:badFile');
  [X, y] = some_data ();
  nnreg_export (nnreg_fit (X, y, 'Epochs', 1, 'LayerSizes', 8, 'Verbose', 0), 'work/model.json');
  cellfun (@unlink, {'work/cube', 'work/cube.gz', 'work/model.json'});
end

function unload ()
  evalin ('base', one_of ('clear -f __nnreg_train__', ...
                          'clear -f __nnreg_train_many__ __nnreg_pack__', ...
                          'clear -f __nnreg_*__', 'clear mex', 'clear functions', 'clear all'));
end
