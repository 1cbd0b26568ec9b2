## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Two lambdas, a cell, at which some weights are 0 and others are not, and rounding cannot change
## which. They are shares of the smallest lambda that makes all weights 0.

function lambdas = lasso_lambdas (X, y)
  largest = 2 * max (abs (X.' * (y - mean (y)))) / rows (X);
  lambdas = {};
  for share = [0.15, 0.5, 0.3, 0.2, 0.4, 0.6, 0.7, 0.1, 0.05, 0.25, 0.35, 0.8]
    lambda = round_to (share * largest);
    if (numel (lambdas) < 2 && is_clear (lasso_model (X, y, lambda), X, y, lambda))
      lambdas{end + 1} = lambda;
    end
  end
  if (numel (lambdas) < 2)
    error (['course_data: no two lambdas were found at which some weights are clearly 0 and ' ...
            'others are not; some inputs should matter and some should not, and no two should ' ...
            'be nearly the same']);
  end
end

function number = round_to (number)
  number = str2double (sprintf ('%.2g', number));
end

## By the slopes of the loss: at a weight of 0 they are well below lambda.
function yes = is_clear (model, X, y, lambda)
  w = model.Weights{1}(:);
  slopes = 2 * abs (X.' * (X * w + model.Biases{1} - y)) / rows (X);
  none = w == 0;
  yes = any (none) && any (! none) && all (slopes(none) < 0.98 * lambda) ...
        && all (abs (w(! none)) > 0.01);
end
