## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{m} =} nnreg_evaluate (@var{model}, @var{X}, @var{y})
## @deftypefnx {} {@var{m} =} nnreg_evaluate (@var{model}, @var{X}, @var{y}, "Weights", @var{w})
## @deftypefnx {} {} nnreg_evaluate (@dots{})
## How good a model is on data: its objective and all metrics.
##
## @strong{Inputs}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}.
## @item @var{X}
## N-by-D, the samples in rows, as @code{nnreg_predict} takes them.
## @item @var{y}
## The truth.  Classification: N labels of the type that the model was fitted
## with, all among its @code{ClassNames}; or one-hot, N-by-K.  Regression: N-by-R
## finite numbers in the user's units.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"Weights"} [all 1]
## N sample weights w, not negative and not all 0.  The @code{ClassWeights} of the fit are
## not applied here.
## @end table
##
## @strong{Output}
##
## The struct @var{m}; without an output argument it is printed as a table.  It
## has the fields of @code{nnreg_metrics}, whose help has the formulas, and first
##
## @table @code
## @item Loss
## The objective J = DataLoss + Penalty.
## @item DataLoss
## Classification: the cross-entropy -sum_i w_i log (p_i) / sum_i w_i, where p_i
## is the score of the true class, at least @code{realmin} of the model's
## precision (so no sample adds more than 87.3 in single and 708.4 in
## double).  @code{LogLoss} differs only for p_i outside [e, 1 - e] with e =
## @code{eps} of the precision, where scikit-learn clips it.
##
## Regression: the mean squared error that the fit minimised, the weighted mean over
## samples and mean over responses of ((y - yhat) / s)^2, where s is the
## response's scale of @code{StandardizeY} (1 without it).  @code{MSE} and the
## others are in the units of y.
## @item Penalty
## The penalty of the weights, never divided by N:
## sum_l (lambda1_l ||W_l||_1 + lambda2_l ||W_l||_F^2) + lambda_g sum_j ||W_1(:,j)||_2.  Only the
## penalty "group" has a lambda_g (see @code{nnreg_fit}).  The penalty does not depend on the
## data.  Decoupled weight decay has none.
## @end table
##
## All sums are in double.
##
## @strong{Example}
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X(1:1200,:), y(1:1200), "Penalty", "l1", ...
##                    "Lambda", 1e-4, "Verbose", 0);
## m = nnreg_evaluate (model, X(1201:end,:), y(1201:end));
## printf ("%d\n", m.Accuracy > 0.8)
##      @print{} 1
## @end group
## @end example
## @seealso{nnreg_metrics, nnreg_predict, nnreg_fit}
## @end deftypefn

function m = nnreg_evaluate (model, X, y, varargin)
  try
    if (nargin < 3)
      print_usage ();
    end
    nnr.model.check ('MODEL', model);
    nnr.model.check_inputs (model, X);
    opts = nnr.args.parse_options (struct ('Weights', []), varargin);
    weights = nnr.targets.metric_weights (opts.Weights, rows (X));
    result = nnr.metrics.evaluate (model, X, y, weights);
    if (nargout > 0)
      m = result;
    else
      nnr.metrics.print (result);
    end
  catch err
    nnr.words.raise ('nnreg_evaluate', err);
  end
end

%!demo
%! ## The handwritten digits that ship with the package
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X(1:1200,:), y(1:1200), "Penalty", "l1", "Lambda", 1e-4, ...
%!                    "Verbose", 0);
%! nnreg_evaluate (model, X(1201:end,:), y(1201:end))

%!function [X, y] = data ()
%!  k = (1:40).';
%!  X = [sin(k), cos(2 * k), sin(3 * k) .^ 2];
%!  y = 3 + (X(:,1) > 0) + (X(:,2) > 0.3);
%!endfunction
%!function model = fitted (varargin)
%!  [X, y] = data ();
%!  model = nnreg_fit (X, y, "Epochs", 3, "LayerSizes", 5, "Verbose", 0, varargin{:});
%!endfunction
%!function model = fitted_to (Y, varargin)
%!  model = nnreg_fit (data (), Y, "Task", "regression", "Epochs", 3, ...
%!                     "LayerSizes", 5, "Verbose", 0, varargin{:});
%!endfunction
%!shared X, y
%! [X, y] = data ();

%!test # cross-entropy and penalty from their formulas, in single and double
%! for precision = {"single", "double"}
%!   model = fitted ("Precision", precision{1}, "Penalty", "elasticnet", ...
%!                   "Lambda", 0.01, "Alpha", 0.25);
%!   m = nnreg_evaluate (model, X, y);
%!   [yhat, scores] = nnreg_predict (model, X);
%!   p = double (scores(sub2ind ([40, 3], (1:40).', y - 2)));
%!   assert (m.DataLoss, -mean (log (p)), 1e-14);
%!   W = double ([model.Weights{1}(:); model.Weights{2}(:)]);
%!   assert (m.Penalty, 0.01 * sum (0.25 * abs (W) + 0.375 * W .^ 2), 1e-14);
%!   assert (m.Loss, m.DataLoss + m.Penalty, 1e-15);
%!   assert (m.Accuracy, mean (y == yhat), eps);
%!   assert (sum (m.Confusion(:)), 40);
%!   assert (m.LogLoss, m.DataLoss, 1e-12);
%! endfor

%!test # nothing but the objective is added to nnreg_metrics
%! w = (1:40).';
%! model = fitted ();
%! m = nnreg_evaluate (model, X, y, "weights", w);
%! [yhat, scores] = nnreg_predict (model, X);
%! n = nnreg_metrics (y, yhat, scores, "Weights", w, "ClassNames", model.ClassNames);
%! assert (rmfield (m, {"Loss", "DataLoss", "Penalty"}), n);
%! assert (m.Penalty, 0);

%!test # one-hot truth is the same truth, and a subset of the classes will do
%! model = fitted ();
%! assert (nnreg_evaluate (model, X, eye (3)(y - 2,:)), nnreg_evaluate (model, X, y));
%! first = find (y == 4);
%! m = nnreg_evaluate (model, X(first,:), y(first));
%! assert (m.Support, [0; numel(first); 0]);
%! assert (m.Recall([1, 3]), [NaN; NaN]);
%! assert (m.AUC, NaN (3, 1));

%!test # weights are repetitions
%! w = mod ((1:40).', 3);
%! again = repelem ((1:40).', w);
%! model = fitted ();
%! m = nnreg_evaluate (model, X, y, "Weights", w);
%! n = nnreg_evaluate (model, X(again,:), y(again));
%! for name = setdiff (fieldnames (m), {"NumSamples", "ClassNames", "Task"}).'
%!   assert (m.(name{1}), n.(name{1}), 1e-6);
%! endfor

%!test # the loss of a regression is that of the standardised responses
%! Y = [100 + 7 * X(:,1), -3 * X(:,2)];
%! model = fitted_to (Y, "Precision", "double");
%! m = nnreg_evaluate (model, X, Y);
%! E = Y - nnreg_predict (model, X);
%! assert (m.MSE, mean (E .^ 2), 1e-12);
%! assert (m.DataLoss, mean ((E ./ std (Y))(:) .^ 2), 1e-12);
%! w = (1:40).';
%! m = nnreg_evaluate (model, X, Y, "Weights", w);
%! assert (m.MAE, sum (w .* abs (E)) / sum (w), 1e-12);
%! assert (m.DataLoss, sum (w .* mean ((E ./ std (Y)) .^ 2, 2)) / sum (w), 1e-12);

%!test # without StandardizeY it is the plain mean squared error
%! r = 2 + X(:,3);
%! model = fitted_to (r, "StandardizeY", false);
%! m = nnreg_evaluate (model, X, r);
%! assert (m.DataLoss, m.MSE, 1e-12);
%! assert (m.R2, 1 - m.MSE / var (r, 1), 1e-12);
%! assert (nnreg_evaluate (model, X, r.'), m);

%!test # the table
%! model = fitted ();
%! text = evalc ("nnreg_evaluate (model, X, y)");
%! assert (strncmp (text, "Classification, 40 samples, 3 classes\n", 38));
%! assert (! isempty (strfind (text, "DataLoss")));

%!error <Invalid call> nnreg_evaluate (1, 2)
%!error <nnreg_evaluate: MODEL must be a struct made by nnreg_fit, got 1> nnreg_evaluate (1, 2, 3)
%!error <nnreg_evaluate: MODEL must be a struct made by nnreg_fit, it has no field ClassNames>
%! nnreg_evaluate (struct ("Task", "regression"), 2, 3)
%!error <nnreg_evaluate: y has the label 9 in row 2, the classes are 3, 4, 5>
%! nnreg_evaluate (fitted (), X(1:2,:), [3; 9])
%!error <nnreg_evaluate: y must have one label for each of the 2 samples, got 3>
%! nnreg_evaluate (fitted (), X(1:2,:), [3; 3; 4])
%!error <nnreg_evaluate: y must not hold NaN, got one in row 2>
%! nnreg_evaluate (fitted (), X(1:2,:), [3; NaN])
%!error <nnreg_evaluate: y must hold labels like the classes \(3, 4, 5\), got "a">
%! nnreg_evaluate (fitted (), X(1,:), "a")
%!error <nnreg_evaluate: y must hold labels .real numbers, .* got \[\]>
%! nnreg_evaluate (fitted (), X(1,:), [])
%!error <nnreg_evaluate: X must not be empty, got a 0x3 double matrix>
%! nnreg_evaluate (fitted (), zeros (0, 3), [])
%!error <nnreg_evaluate: Weights must be a vector of 2 numbers, got 1>
%! nnreg_evaluate (fitted (), X(1:2,:), [3; 4], "Weights", 1)
%!error <nnreg_evaluate: .*"Weight".*"Weights">
%! nnreg_evaluate (fitted (), X, ones (40, 1), "Weight", 1)
%!error <nnreg_evaluate: y must be 40x2, got>
%! nnreg_evaluate (fitted_to (X(:,1:2)), X, ones (40, 1))
%!error <nnreg_evaluate: y must be finite, entry \(2, 1\) is NaN>
%! nnreg_evaluate (fitted_to (X(:,1)), X(1:2,:), [1; NaN])
