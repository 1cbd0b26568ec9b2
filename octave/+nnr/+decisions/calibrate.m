## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [model, info] = nnr.decisions.calibrate (args)
##
## What nnreg_calibrate returns for its arguments ARGS. A Threshold of the model goes along, so that
## it decides as before.

function [model, info] = calibrate (args)
  [model, h, args] = nnr.decisions.held_out (args);
  nnr.args.parse_options (struct ('Select', [], 'Weights', []), args);
  if (! strcmp (model.Task, 'classification'))
    error ('nnreg:badArgument', ['a temperature is for a classification, the model has ' ...
                                 'responses']);
  end
  if (isscalar (unique (h.Truth(h.Weights > 0))))
    error ('nnreg:badData', ['the held-out rows are all of one class, so no temperature can be ' ...
                             'judged']);
  end
  T = nnr.decisions.temperature (h);
  if (isfield (model, 'Threshold') && model.Threshold > 0 && model.Threshold < 1)
    before = 1;
    if (isfield (model, 'Temperature'))
      before = model.Temperature;
    end
    pair = nnr.decisions.tempered ([model.Threshold, 1 - model.Threshold], T / before);
    model.Threshold = pair(1);
  end
  model.Temperature = T;
  info = struct ('Temperature', T, 'LogLoss', log_loss (h, T), 'LogLossBefore', log_loss (h, 1));
end

function loss = log_loss (h, T)
  p = nnr.decisions.tempered (h.Scores, T);
  of_true = max (p(sub2ind (size (p), (1:rows (p)).', h.Truth)), realmin);
  loss = -h.Weights.' * log (of_true) / sum (h.Weights);
end
