## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.core.epoch_columns ()
##
## The number of each column in the core's row for an epoch (nnreg_epoch in nnreg.h), which has
## c.Count columns. A row of outcome in nnr.queue has more columns: Converged (of the exact solver)
## and, from Measures on, the extra scores of a search.

function c = epoch_columns ()
  persistent numbers;
  if (isempty (numbers))
    names = nnr.core.names ();
    count = numel (names.EpochNumbers);
    numbers = cell2struct (num2cell (1:count), names.EpochNumbers, 2);
    [numbers.Count, numbers.Converged, numbers.Measures] = deal (count, count + 1, count + 2);
  end
  c = numbers;
end

%!test
%! # the core's row against figures computed from the model
%! c = nnr.core.epoch_columns ();
%! X = sin ((1:40).' * (1:6));
%! y = 3 * X(:,1) + 1;
%! s = nnr.options.settings ({"Task", "regression", "LayerSizes", 3, "Penalty", "l1", ...
%!                            "Lambda", 0.1, "Epochs", 2, "BatchSize", 128, "Verbose", 0, ...
%!                            "Precision", "double", "StandardizeY", false});
%! d = nnr.train.prepare_data (X, nnr.targets.make (y, rows (X), s), s);
%! samples = nnr.data.make_samples (d.Data, d.Targets, []);
%! problem = nnr.train.make_problem (s, samples, samples, 1);
%! state = nnr.train.start_state (problem, s);
%! [theta, log] = nnr.train.run (problem, state, s);
%! assert (columns (log), c.Count);
%! W = theta([1:18, 22:24]);
%! assert (log(end,c.Penalty), 0.1 * sum (abs (W)), 1e-12);
%! assert (log(end,c.Zeros), mean (W == 0), eps);
%! outputs = theta(22:24).' * max (0, reshape (theta(1:18), 3, 6) * X.' + theta(19:21)) ...
%!           + theta(25);
%! assert (log(end,[c.ValDataLoss, c.ValMetric]), mean ((y.' - outputs) .^ 2) * [1, 1], 1e-9);
%! # (in the epoch, while the weights change)
%! assert (log(end,[c.DataLoss, c.Metric]), mean ((y.' - outputs) .^ 2) * [1, 1], ...
%!         0.2 * log(end,c.ValMetric));
%! assert (min (log(:,c.Seconds)) >= 0);
