## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [err, model, hist] = oracle_compare (X, y, opt)
##
## Trains with nnreg_fit, in double precision and without shuffling, and with the oracle, from the
## same weights. err is the largest difference between their weights and biases, or Inf if one has
## a zero weight where the other has none. opt has options of nnreg_fit. hist is the oracle's
## history, with the largest difference between the histories as its field error.

function [err, model, hist] = oracle_compare (X, y, opt)
  if (! isfield (opt, "Task"))
    opt.Task = "classification";
  end
  outputs = columns (y);
  if (strcmp (opt.Task, "classification"))
    outputs = max (y);
  end
  start = opt;
  [start.W, start.b] = oracle_start ([columns(X), opt.LayerSizes, outputs]);
  args = [fieldnames(opt), struct2cell(opt)].';
  if (strcmp (opt.Task, "regression"))
    args = [args(:).', {"StandardizeY", false}];
  end
  [model, history] = nnreg_fit (X, y, args{:}, "Precision", "double", ...
                                "Shuffle", false, "Keep", "last", "Verbose", 0, ...
                                "Solver", "adam", "Standardize", false, ...
                                "InitialModel", oracle_model (X, y, start));
  [W, b, hist] = oracle_fit (full (double (X)), y, start);
  err = norm (oracle_unroll (W, b) - oracle_unroll (model.Weights, model.Biases), Inf);
  if (! isequal (cellfun (@(a) a == 0, W, "UniformOutput", false), ...
                 cellfun (@(a) a == 0, model.Weights, "UniformOutput", false)))
    err = Inf;
  end
  hist.error = history_error (hist, history, opt);
end

function err = history_error (hist, history, opt)
  if (strcmp (opt.Task, "regression"))
    metric = history.RMSE .^ 2;
  else
    metric = history.Accuracy;
  end
  err = max (abs ([history.DataLoss - hist.DataLoss; metric - hist.Metric; ...
                   history.Penalty - hist.Penalty; history.Zeros - hist.Zeros; ...
                   history.Loss - hist.DataLoss - hist.Penalty]));
end
