## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.decisions.conformal (args)
##
## What nnreg_conformal returns for its arguments ARGS.

function model = conformal (args)
  [model, h, args] = nnr.decisions.held_out (args);
  nnr.args.parse_options (struct ('Select', [], 'Weights', []), args);
  if (! strcmp (model.Task, 'regression'))
    error ('nnreg:badArgument', ['intervals are for a regression, the model has classes; ' ...
                                 'nnreg_calibrate is for their scores']);
  elseif (any (h.Weights != h.Weights(1)))
    error ('nnreg:badArgument', ['intervals need rows of equal weight: the quantiles of ' ...
                                 'weighted rows would not cover new ones']);
  end
  model.Residuals = sort (abs (double (h.Truth) - h.Scores), 1);
end
