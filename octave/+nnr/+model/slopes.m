## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [slopes, intercept, effects] = nnr.model.slopes (model)
##
## A linear model in the units of X and y: its outputs are X * SLOPES + INTERCEPT (D-by-K, 1-by-K).
## EFFECTS (D-by-K) are the slopes times the scale of each input. Two classes have one column, the
## second class less the first: only the difference matters.

function [slopes, intercept, effects] = slopes (model)
  if (! isscalar (model.Weights))
    error ('nnreg:badArgument', ['MODEL has hidden layers, so its inputs have no coefficients; ' ...
                                 'nnreg_importance measures what each input does, and ' ...
                                 'nnreg_sparsity lists the live ones']);
  end
  W = double (model.Weights{1});
  b = double (model.Biases{1});
  if (strcmp (model.Task, 'regression'))
    W .*= model.ResponseScale(:);
    b = b .* model.ResponseScale(:) + model.ResponseMean(:);
  elseif (rows (W) == 2)
    [W, b] = deal (W(2,:) - W(1,:), b(2) - b(1));
  end
  V = W;
  if (! isempty (model.InputMean))
    V = W ./ model.InputScale(:).';
    b -= V * model.InputMean(:);
  end
  [numbers, count] = nnr.model.inputs (model);
  slopes = nnr.model.all_columns (V, numbers, count).';
  effects = nnr.model.all_columns (W, numbers, count).';
  intercept = b.';
end

%!test # by hand: y = 10 + 100 (0.5 (x1 - 4) / 2 - (x3 + 1) / 5)
%! m = struct ("Task", "regression", "Weights", {{single([0.5, 0, -1])}}, ...
%!             "Biases", {{single(0)}}, "InputMean", [4; 7; -1], "InputScale", [2; 3; 5], ...
%!             "ResponseMean", 10, "ResponseScale", 100);
%! [slopes, intercept, effects] = nnr.model.slopes (m);
%! assert (slopes, [25; 0; -20], 1e-13);
%! assert (intercept, 10 - 100 - 20, 1e-13);
%! assert (effects, [50; 0; -100], 1e-13);
%! assert (class (slopes), "double");
%!test # two classes; dead inputs of a compacted model are 0
%! m = struct ("Task", "classification", "Weights", {{[1, 2; 4, 1]}}, "Biases", {{[1; 3]}}, ...
%!             "InputMean", [], "InputScale", [], "Inputs", [1, 3], "NumInputs", 3);
%! [slopes, intercept, effects] = nnr.model.slopes (m);
%! assert ({slopes, intercept, effects}, {[3; 0; -1], 2, [3; 0; -1]});
