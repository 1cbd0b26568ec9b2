## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## history = nnr.train.make_history (log, task, validated)
##
## The history struct out of the core's seven numbers an epoch: data loss, metric, penalty,
## validation's data loss and metric, zeros, seconds.

function h = make_history (log, task, validated)
  [measure, prepare] = deal ('Accuracy', @(x) x);
  if (strcmp (task, 'regression'))
    [measure, prepare] = deal ('RMSE', @sqrt);
  end
  h = struct ('Epoch', (1:rows (log)).', 'Loss', log(:,1) + log(:,3), ...
              'DataLoss', log(:,1), 'Penalty', log(:,3));
  h.(measure) = prepare (log(:,2));
  if (validated)
    h.ValLoss = log(:,4) + log(:,3);
    h.ValDataLoss = log(:,4);
    h.(['Val', measure]) = prepare (log(:,5));
  end
  h.Zeros = log(:,6);
  h.Seconds = log(:,7);
end
