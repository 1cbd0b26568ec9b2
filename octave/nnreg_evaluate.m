## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{m} =} nnreg_evaluate (@var{model}, @var{X}, @var{y})
## @deftypefnx {} {@var{m} =} nnreg_evaluate (@var{model}, @var{T})
## @deftypefnx {} {@var{m} =} nnreg_evaluate (@dots{}, @var{Name}, @var{Value}, @dots{})
## Measure a model on data: its objective and all metrics.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X(1:1200,:), y(1:1200));
## nnreg_evaluate (model, X(1201:end,:), y(1201:end))
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}.
## Of a search the @code{Model} is taken, of a path the @code{ModelMin} (or
## give its @code{Model1SE}); the table begins with a line that says so.
## @item @var{X}
## N-by-D, the samples in rows, as @code{nnreg_predict} takes them.
## @item @var{y}
## The truth.  Classification: N labels of the type that the model was fitted
## with, all among its @code{ClassNames}; or one-hot, N-by-K.  Regression: N-by-R
## finite numbers in the user's units.
## @item @var{T}
## A table, as @code{nnreg_predict} takes it.  @var{y} is then the truth, the name of a column, or
## left out: the response of the training.  Rows without it are left out, with the warning
## @code{nnreg:noResponse}.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"Weights"} [all 1]
## N sample weights w, not negative and not all 0; of a table also the name of a column.  A row of
## weight 2 counts as the row twice; a row of weight 0 is left out before anything is checked.  The
## @code{ClassWeights} of the fit are not applied here.
## @item @qcode{"FeatureNames"} [@{@}]
## The names of the columns of @var{X}, by which they are put in the model's order, as in
## @code{nnreg_predict}.
## @item @qcode{"MissingRows"} [@qcode{"error"}] or @qcode{"keep"}
## What happens to rows of @var{X} with NaN.  @qcode{"error"}: the error counts them and names the
## first.  @qcode{"keep"}: they are left out, whatever their @var{y}, and @code{NumMissing} counts
## them.
## @end table
##
## @strong{Output}
##
## The struct @var{m}; without a semicolon it shows itself as a table.  It has the fields of
## @code{nnreg_metrics} (its help has the formulas) and before them:
##
## @table @code
## @item Loss
## The objective J = DataLoss + Penalty.
## @item DataLoss
## Classification: the cross-entropy -sum_i w_i log (p_i) / sum_i w_i, where p_i is the score of the
## true class, at least @code{realmin} of the model's precision (so no sample adds more than 87.3 in
## single and 708.4 in double).  @code{LogLoss} differs only for p_i outside [e, 1 - e], to which it
## clips p_i as scikit-learn does; e is @code{eps} of the precision.
##
## Regression: the mean loss that the fit minimised, with the Loss "mse" the weighted mean over
## samples and mean over responses of ((y - yhat) / s)^2, where s is the response's scale of
## @code{StandardizeY} (1 without it).  @code{MSE} and the other metrics are in the units of y.
## @item Penalty
## The penalty of the weights, never divided by N:
## sum_l (lambda1_l ||W_l||_1 + lambda2_l ||W_l||_F^2) + lambda_g sum_j ||W_1(:,j)||_2.  Only the
## penalty "group" has a lambda_g (see @code{nnreg_fit}).  The penalty does not depend on the
## data.  Decoupled weight decay has none.  If Lambda was a function of the epoch, its value in the
## epoch of the weights counts.
## @item StdError
## A struct with the standard errors of Accuracy, BalancedAccuracy, LogLoss, Brier, Precision,
## Recall, F1, MacroF1, AUC and MacroAUC; of a regression of MSE, RMSE, MAE and R2.  They say how
## far a metric would differ for other rows of the same kind: to first order a metric is a mean of
## contributions d_i of the rows, and its error is std (d) / sqrt (N), with Weights
## sqrt (sum_i w_i d_i^2 / (W (W - 1))): a weight of 2 is the row twice.  NaN if W, the sum of the
## weights, is at most 1.  That the model itself came out of chance is not in these errors.  The AUC
## has none for more than 5e6 scores.
## @item Decision
## A text that says how @code{nnreg_threshold}, @code{nnreg_calibrate} or @code{nnreg_conformal}
## have changed the model; empty if they have not.  Labels, and so Accuracy and Confusion, follow a
## Threshold; scores, and so LogLoss and TopK, follow a Temperature alone.
## @item NumMissing
## The rows with NaN that @qcode{"MissingRows", "keep"} left out; @code{NumSamples} are the others.
## @item Origin
## Only if @var{model} is a search or a path: which model of it was taken.
## @end table
##
## All sums are in double.
##
## @seealso{nnreg_metrics, nnreg_predict, nnreg_fit}
## @end deftypefn

function m = nnreg_evaluate (model, X, varargin)
  try
    if (nargin < 2 || (nargin < 3 && ! nnr.table.is_table (X)))
      print_usage ();
    end
    [model, origin] = nnr.model.given ('MODEL', model);
    defaults = struct ('Weights', [], 'FeatureNames', {{}}, 'MissingRows', 'error');
    [X, y, opts] = nnr.model.read_data (model, X, varargin, defaults);
    keep = nnr.model.keeps_missing (opts.MissingRows);
    m = nnr.metrics.evaluate (model, X, y, opts.Weights, keep);
    m = nnr.show.with_origin (m, origin);
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

%!error <Invalid call> nnreg_evaluate (1, 2)
%!error <nnreg_evaluate: MODEL must be a struct made by nnreg_fit, got 1> nnreg_evaluate (1, 2, 3)
%!error <nnreg_evaluate: MODEL must be a struct made by nnreg_fit, it has no field ClassNames>
%! nnreg_evaluate (struct ("Task", "regression"), 2, 3)
