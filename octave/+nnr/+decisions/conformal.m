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
  n = rows (h.Scores);
  few = 9;                      # the least for the usual 0.9
  if (n < few)
    nnr.words.warn ('nnreg:fewRows', ['with the %s that %s held out Coverage can be at most ' ...
                                      '%.3g; 0.9 needs %d'], nnr.words.count_text (n, 'row'), ...
                    merge (n == 1, 'was', 'were'), n / (n + 1), few);
  end
  model.Residuals = sort (abs (double (h.Truth) - h.Scores), 1);
end
