## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.metrics.score_names (task)
##
## The scores that searches and paths compute from the predictions for a fold, a cell row, the usual
## ones first (nnr.metrics.score_value).

function names = score_names (task)
  names = {'MeanMAE', 'MeanR2', 'MeanRMSE'};
  if (strcmp (task, 'classification'))
    names = {'LogLoss', 'AUC', 'F1', 'BalancedAccuracy', 'Brier', 'MacroAUC', 'WeightedAUC', ...
             'MacroF1', 'WeightedF1', 'MacroPrecision', 'WeightedPrecision', 'MacroRecall', ...
             'WeightedRecall'};
  end
end

%!test # each is there
%! m = nnreg_metrics ([1; 2; 1; 2], [0.2; 0.7; 0.6; 0.9]);
%! names = nnr.metrics.score_names ("classification");
%! assert (all (isfinite (cellfun (@(name) nnr.metrics.score_value (m, name), names))));
%! m = nnreg_metrics ([1; 2; 1; 2], [1; 2; 3; 4], "Task", "regression");
%! names = nnr.metrics.score_names ("regression");
%! assert (all (isfinite (cellfun (@(name) nnr.metrics.score_value (m, name), names))));
