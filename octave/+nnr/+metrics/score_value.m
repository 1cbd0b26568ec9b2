## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.metrics.score_value (m, name)
##
## The score NAME of the metrics M (nnreg_metrics, nnreg_evaluate), a number. The AUC and F1 of two
## classes are those of the second; of more classes the means over the classes.

function value = score_value (m, name)
  switch (name)
    case 'RMSE'
      value = sqrt (m.MeanMSE);         # as the core measures it
    case 'MSE'
      value = m.MeanMSE;
    case {'AUC', 'F1'}
      if (numel (m.(name)) == 2)
        value = m.(name)(2);
        if (isnan (value) && strcmp (name, 'F1'))
          value = 0;                    # as in means, and in scikit-learn
        end
      else
        value = m.(['Macro', name]);
      end
    otherwise
      value = m.(name);
  end
end

%!test
%! m = struct ("F1", [0.5; NaN], "AUC", [0.7; 0.7], "MacroF1", 9, "MSE", [1, 7], "MeanMSE", 4);
%! values = cellfun (@(name) nnr.metrics.score_value (m, name), {"F1", "AUC", "RMSE", "MSE"});
%! assert (values, [0, 0.7, 2, 4]);
%! m = struct ("AUC", [0.5; 0.6; 0.7], "MacroAUC", 0.6);
%! assert (nnr.metrics.score_value (m, "AUC"), 0.6);
