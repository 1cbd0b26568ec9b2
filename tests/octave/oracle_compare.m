## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more details.
##
## You should have received a copy of the GNU General Public License along with
## this program; see the file COPYING.  If not, see
## <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {} {[@var{err}, @var{model}, @var{hist}] =} @
## oracle_compare (@var{X}, @var{y}, @var{opt})
## Train by @code{nnreg_fit}, in double precision and without shuffling, and by
## the oracle, from the same weights.  @var{err} is the largest difference between
## their weights and biases; it is Inf if one has a zero weight where the other has
## none.  @var{opt} has options of @code{nnreg_fit}; @var{hist} is the oracle's
## history with the differences of the package's as field @code{error}.
## @seealso{oracle_fit}
## @end deftypefn

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
