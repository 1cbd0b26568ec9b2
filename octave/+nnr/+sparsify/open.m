## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.sparsify.open (t)
##
## The settings T (nnr.sparsify.settings) with the data that all trainings share, prepared once:
##
##   X          the matrix, without rows that do not count
##   Settings   those of a training on it
##   Data       packed (nnr.train.prepare_data)
##   Soft       soft labels of all rows (nnr.sparsify.teach); [] at first
##   Dense      a linear model's optimum, where all begins; [] for a network

function t = open (t)
  t.Dense = [];
  args = t.Args;
  if (t.IsLinear)
    t.Dense = optimum (t);
    [args.InitialModel, args.KeepZeros, args.Solver] = deal (t.Dense, true, 'adam');
    for id = nnr.words.data_warnings ()         # the first training has raised them
      warning ('off', id{1}, 'local');
    end
  end
  s = nnr.options.settings ({args});
  [X, y, s] = nnr.train.open_data (t.X, t.Y, s);
  targets = nnr.targets.make (y, rows (X), s);
  nnr.targets.warn_of_labels (X, y, targets, s, fieldnames (args));
  s = nnr.options.for_rows (s, rows (X), targets.NumOutputs);
  s.Keep = 'last';
  [t.X, t.Y, t.Settings] = deal (X, [], s);
  t.Data = nnr.train.prepare_data (X, targets, s);
  t.Settings.Standardize = t.Data.Standardize;
  t.Soft = [];
end

function model = optimum (t)
  warning ('off', 'nnreg:separable', 'local');  # its advice is a penalty
  args = rmfield (t.Args, intersect (fieldnames (t.Args), {'Epochs', 'LearnRate'}));
  model = nnr.fit.run (t.X, t.Y, {args});
end
