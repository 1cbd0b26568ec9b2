## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.decisions.warn_of_training_rows (model, X, h)
##
## Warns if the rows of X, by which H (nnr.decisions.held_out) decides, are those that the MODEL
## learned from, as far as it knows: as many, with the same means of its inputs and of y.

function warn_of_training_rows (model, X, h)
  if (! (isfield (model, 'Training') && isfield (model.Training, 'NumRows') ...
         && model.Training.NumRows == rows (X) && isequal (nnr.model.scaling (model), true) ...
         && numel (model.InputMean) == columns (X)))
    return
  end
  ## Rows that were standardised before have these means too, whichever they are.
  if (is_near (model.InputMean(:), 0, 1) && all (abs (model.InputScale(:) - 1) < 0.1))
    return
  end
  weights = h.Weights / sum (h.Weights);
  means = full (weights.' * double (X));
  same = is_near (means(:), model.InputMean(:), model.InputScale(:));
  if (strcmp (model.Task, 'classification'))
    shares = accumarray (h.Truth, weights, [rows(model.ClassNames), 1]);
    same = same && is_near (shares, model.Training.Shares(:), 1);
  else
    deviations = sqrt (weights.' * (h.Truth - weights.' * h.Truth) .^ 2);
    same = same && strcmp (model.Settings.Loss, 'mse') ...
           && is_near (deviations(:), model.Training.Deviation(:), deviations(:));
  end
  if (same)
    nnr.words.warn ('nnreg:trainingRows', ...
                    ['the model seems to have learned from these %s: it is surer of them than ' ...
                     'of new ones; give the result of nnreg_gridsearch or nnreg_path, or rows ' ...
                     'that were held out'], nnr.words.count_text (rows (X), 'row'));
  end
end

function yes = is_near (values, wanted, scale)
  yes = any (numel (wanted) == [1, numel(values)]) && all (abs (values - wanted) <= 1e-6 * scale);
end

%!test
%! X = [1 5; 2 3; 4 1; 7 7; 3 3; 2 9];
%! y = [1; 2; 2; 1; 2; 1];
%! linear = {"LayerSizes", [], "Penalty", "l2", "Lambda", 0.1, "Verbose", 0};
%! said = @() strcmp (nthargout (2, @lastwarn), "nnreg:trainingRows");
%! model = nnreg_fit (X, y, linear{:});
%! nnreg_threshold (model, X(end:-1:1,:), y(end:-1:1), "Metric", "F1");
%! assert (said ());
%! lastwarn ("", "");
%! nnreg_threshold (model, X + 0.01, y, "Metric", "F1");
%! nnreg_threshold (model, X(1:5,:), y(1:5), "Metric", "F1");
%! nnreg_threshold (model, X, y([2:6, 2]), "Metric", "F1");
%! assert (! said ());
%! Z = (X - mean (X)) ./ std (X);
%! model = nnreg_fit (Z, y, linear{:});
%! nnreg_threshold (model, Z, y, "Metric", "F1");
%! assert (! said ());
%! T = struct ("a", X(:,1), "b", {{"u"; "v"; "u"; "v"; "v"; "u"}}, "y", X(:,2));
%! model = nnreg_fit (T, "y", "Task", "regression", linear{:});
%! warning ("off", "nnreg:fewRows", "local");
%! nnreg_conformal (model, T);
%! assert (said ());
%! lastwarn ("", "");
%! nnreg_conformal (model, setfield (T, "y", T.y + [0; 0; 0; 0; 0; 1]));
%! assert (! said ());
