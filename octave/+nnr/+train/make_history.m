## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## h = nnr.train.make_history (log, task, validated)
## h = nnr.train.make_history (log, task, validated, lambdas)
##
## The history struct out of the core's rows (nnr.core.epoch_columns), one for each epoch. LAMBDAS
## has the Lambda of each epoch, also of later ones, if it changes; else it is empty.

function h = make_history (log, task, validated, lambdas)
  c = nnr.core.epoch_columns ();
  measure = nnr.train.measure_name (task);
  prepare = @(x) x;
  if (strcmp (task, 'regression'))
    prepare = @sqrt;
  end
  h = struct ('Epoch', (1:rows (log)).', 'Loss', log(:,c.DataLoss) + log(:,c.Penalty), ...
              'DataLoss', log(:,c.DataLoss), 'Penalty', log(:,c.Penalty));
  h.(measure) = prepare (log(:,c.Metric));
  if (validated)
    h.ValLoss = log(:,c.ValDataLoss) + log(:,c.Penalty);
    h.ValDataLoss = log(:,c.ValDataLoss);
    h.(['Val', measure]) = prepare (log(:,c.ValMetric));
  end
  if (nargin > 3 && ! isempty (lambdas))
    h.Lambda = lambdas(1:rows (log));
  end
  h.Zeros = log(:,c.Zeros);
  h.Seconds = log(:,c.Seconds);
end
