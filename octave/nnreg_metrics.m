## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{m} =} nnreg_metrics (@var{ytrue}, @var{ypred})
## @deftypefnx {} {@var{m} =} nnreg_metrics (@var{ytrue}, @var{ypred}, @var{scores})
## @deftypefnx {} {@var{m} =} nnreg_metrics (@var{ytrue}, @var{probabilities})
## @deftypefnx {} {@var{m} =} nnreg_metrics (@dots{}, @var{Name}, @var{Value}, @dots{})
## Compare predictions with the truth: accuracy, confusion, precision, recall, F1,
## log loss, ROC and calibration of a classification; MSE, RMSE, MAE and R2 of a regression.
##
## @example
## @group
## ytrue = @{"cat"; "dog"; "dog"; "owl"@};
## ypred = @{"cat"; "dog"; "cat"; "dog"@};
## nnreg_metrics (ytrue, ypred)
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{ytrue}
## The truth.  Classification: N labels (numbers, logicals, a cellstr or the rows
## of a char matrix), or a one-hot matrix N-by-K with N > 1.  Regression: N-by-R
## finite numbers.
## @item @var{ypred}
## The predictions, in the same form.  For a classification also probabilities (single or double):
## N-by-K with columns in the order of @code{ClassNames} and rows that sum to 1; or for two classes
## N numbers in [0, 1], the probability of the second class (of 0 and 1: of 1).  Then the label is
## the class of the largest (if equal, the first), and @var{scores} is left out.  0 and 1 alone are
## labels, as is any number that is a class.  Other fractions are an error.
## @item @var{scores}
## Classification only: N-by-K finite scores of the classes, columns in the order of
## @code{ClassNames}; single or double.  For two classes N numbers in [0, 1] are the probability of
## the second.  Without scores @code{LogLoss}, @code{TopK}, AUC, ROC
## and calibration are NaN or empty.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"Task"} [@qcode{"classification"}] or @qcode{"regression"}
## @item @qcode{"ClassNames"} [the sorted union of the labels]
## The K different classes.  You need it if @var{scores} has a column for a class without labels.
## @item @qcode{"Weights"} [all 1]
## N sample weights w, not negative and not all 0.  A row of weight 2 counts as the row twice; a row
## of weight 0 is left out before anything is checked.
## @end table
##
## @strong{Output}
##
## The struct @var{m}; without a semicolon it shows itself as a table.
## The sums below run over samples i with weights w, and W = sum_i w_i.  For a
## classification:
##
## @table @code
## @item Task, ClassNames, NumSamples
## @qcode{"classification"}, the classes as a column of K, and N without rows of weight 0.
## @item Accuracy
## sum_i w_i [yhat_i = y_i] / W
## @item BalancedAccuracy
## The mean Recall of the classes that are in @var{ytrue}.
## @item BaselineAccuracy
## The accuracy of always guessing the class with the largest weight in @var{ytrue}.
## @item Confusion
## K-by-K: entry (a, b) is the weight of the samples of class a that are
## predicted as b.  Sparse if there are more than 1000 classes.
## @item Precision, Recall, F1, Support
## K-by-1, from tp = diag (C), p = the column sums and s = the row sums of the
## confusion matrix C: tp/p, tp/s, 2*tp/(p + s), and s.
## @item MacroPrecision, MacroRecall, MacroF1
## Means over the classes that are in @var{ytrue} or @var{ypred}.  A value 0/0 counts as 0.
## @item WeightedPrecision, WeightedRecall, WeightedF1
## The same weighted by @code{Support}.
## @item LogLoss
## -sum_i w_i log (p_i) / W, with p_i the score of the true class clipped to
## [e, 1 - e], where e is @code{eps} of the class (single or double) of
## @var{scores}.  Scores are not normalised.  If a row does not sum to 1 there is a warning
## (@code{nnreg:notNormalized}).  If a score is below 0 or above 1, the scores are no
## probabilities: @code{LogLoss} is NaN, with a warning (@code{nnreg:notProbabilities}).
## Accuracy, AUC, ROC and TopK need no probabilities.
## @item AUC
## K-by-1, the area under the ROC curve of one class against the rest: the
## share, by weight, of pairs of a sample of the class and another sample in which
## the sample of the class has the higher score; a tie counts one half.  NaN for a class that
## no sample or every sample belongs to.
## @item MacroAUC, WeightedAUC
## Means over the classes whose AUC is not NaN, plain and weighted by @code{Support}.
## @item TopK
## 1-by-min (K, 5): the share of samples whose true class has one of the k highest scores, for
## k = 1, 2, @dots{}  Of equal scores the later column counts as higher, so @code{TopK(1)}
## differs from @code{Accuracy} if highest scores are tied.
## @item Brier
## sum_i w_i sum_k (p_ik - [y_i = k])^2 / W with the scores p; for two classes half of
## that, the mean of (p_i1 - [y_i = 1])^2.  NaN, like the next two, if the scores are no
## probabilities.
## @item Reliability
## Struct of 1-by-10.  The samples are put into ten bins (0, 0.1], (0.1, 0.2], @dots{} by the
## score of the predicted class.  For each bin: its mean score (@code{Score}), its accuracy
## (@code{Accuracy}) and its share of all samples (@code{Share}).  Calibrated scores have equal
## @code{Score} and @code{Accuracy}.
## @item ECE
## The expected calibration error, sum_b Share(b) |Score(b) - Accuracy(b)|.
## @item ROC
## K-by-1 struct array, the curve of each class against the rest in columns: @code{FPR}, the share
## of the other samples with a score of at least @code{Threshold}; @code{TPR}, the same share of
## the class; and @code{Threshold}.  A curve goes from (0, 0, Inf) to (1, 1), without points inside
## a straight run along an axis.  Empty if the AUC is NaN.
## @end table
##
## For a regression, with one column for each of the R responses:
##
## @table @code
## @item Task, NumSamples
## @qcode{"regression"} and N.
## @item MSE, RMSE, MAE
## sum_i w_i (y_i - yhat_i)^2 / W, its square root, and
## sum_i w_i |y_i - yhat_i| / W.
## @item R2
## 1 - sum_i w_i (y_i - yhat_i)^2 / sum_i w_i (y_i - ymean)^2 with the weighted
## mean of y.  For a constant response R2 is NaN if all predictions are right, else -Inf (never a
## huge number from rounding).  NaN too for N = 1.
## @item MeanMSE, MeanRMSE, MeanMAE, MeanR2
## Plain means over the responses.  In @code{MeanR2} a constant response counts as 1 if all its
## predictions are right, else as 0.
## @end table
##
## Ratios 0/0 are NaN by class: the precision of a class that is never predicted, the recall of one
## that has no sample.  In means they count as 0, so a model does not gain by never predicting a
## class.  A class in neither @var{ytrue} nor @var{ypred} is not in the means.  An AUC that
## is NaN depends on @var{ytrue} alone and is left out.
##
## Means, also as scores of a search, agree with scikit-learn's defaults; values by class with
## @code{zero_division=nan} there, @code{multi_class="ovr"} for the AUC,
## @code{drop_intermediate=False} for the ROC and @code{force_finite=False} for R2 by response.
## (scikit-learn has no mean if one AUC is NaN.)
## All sums are in double, also for single scores.
##
## @seealso{nnreg_evaluate, nnreg_predict}
## @end deftypefn

function m = nnreg_metrics (ytrue, ypred, varargin)
  try
    if (nargin < 2)
      print_usage ();
    end
    if (isstruct (ytrue))
      error ('nnreg:badData', ['ytrue must be the truth, got a struct; to measure a model call ' ...
                               'nnreg_evaluate (MODEL, X, y)']);
    end
    scores = [];
    if (! isempty (varargin) && ! ischar (varargin{1}) && ! isstruct (varargin{1}))
      scores = varargin{1};
      varargin(1) = [];
    end
    defaults = struct ('Task', 'classification', 'ClassNames', [], 'Weights', []);
    opts = nnr.args.parse_options (defaults, varargin);
    opts = nnr.options.check (opts, {'Task'});
    m = nnr.metrics.compare (ytrue, ypred, scores, opts);
  catch err
    nnr.words.raise ('nnreg_metrics', err);
  end
end

%!demo
%! ## How good are predictions of three classes?
%! ytrue = [1; 1; 1; 2; 2; 2; 3; 3; 3];
%! scores = [0.7, 0.2, 0.1; 0.5, 0.4, 0.1; 0.3, 0.6, 0.1;
%!           0.2, 0.7, 0.1; 0.1, 0.5, 0.4; 0.1, 0.2, 0.7;
%!           0.1, 0.1, 0.8; 0.2, 0.2, 0.6; 0.1, 0.5, 0.4];
%! [~, ypred] = max (scores, [], 2);
%! nnreg_metrics (ytrue, ypred, scores)

%!demo
%! ## A regression with two responses
%! Y = [1, 10; 2, 30; 3, 20; 4, 50];
%! nnreg_metrics (Y, Y + [0.1, 2; -0.2, 1; 0, -3; 0.1, 0], "Task", "regression")

%!test # integers do not round the other labels
%! m = nnreg_metrics (uint8 ([1; 2]), [300; 2]);
%! assert (m.ClassNames, [1; 2; 300]);
%! assert (m.Accuracy, 0.5);
%!error <Invalid call> nnreg_metrics (1)
%!error <nnreg_metrics: .*"Wieghts".*"Weights"> nnreg_metrics (1, 1, "Wieghts", 1)
%!error <nnreg_metrics: Task must be "classification" or "regression", got "rank">
%! nnreg_metrics (1, 1, "Task", "rank")
%!error <nnreg_metrics: ytrue must hold labels \(real numbers, .*rows of a char matrix\), got \[\]>
%! nnreg_metrics ([], [])
%!error <nnreg_metrics: ytrue has no label in 1 row, the first is NaN in row 2>
%! nnreg_metrics ([1; NaN], [1; 2])
%!error <nnreg_metrics: ypred has no label in 1 row, the first is "" in row 2; leave such rows out$>
%! nnreg_metrics ({"a"; "b"}, {"b"; ""})
%!error <nnreg_metrics: ytrue has no label in 1 row, .* "NA" in row 1; leave .* with "ClassNames"$>
%! nnreg_metrics ({"NA"; "b"}, {"b"; "b"})
%!error <nnreg_metrics: ypred must have one label for each of the 2 samples, got 3>
%! nnreg_metrics ([1; 2], [1; 2; 3])
%!error <nnreg_metrics: ytrue and ypred must hold labels of one type, got 1 and "a">
%! nnreg_metrics (1, "a")
%!error <nnreg_metrics: ytrue has the label 4 in row 2, the classes are 1, 2>
%! nnreg_metrics ([1; 4], [1; 2], "ClassNames", [1; 2])
%!error <nnreg_metrics: ClassNames must all be different> nnreg_metrics (1, 1, "ClassNames", [1, 1])
%!error <nnreg_metrics: scores must be 2x2 \(samples x classes\), got \[1 2\]>
%! nnreg_metrics ([1; 2], [1; 2], [1, 2])
%!error <nnreg_metrics: scores must be finite, row 1 is not>
%! nnreg_metrics ([1; 2], [1; 2], [Inf, 0; 1, 0])
%!error <nnreg_metrics: Weights must be a vector of 2 numbers, got 1>
%! nnreg_metrics ([1; 2], [1; 2], "Weights", 1)
%!error <nnreg_metrics: ytrue has 20 different numbers in 20 rows, .* give "Task", "regression">
%! nnreg_metrics (sqrt (1:20).', (1:20).')
%!error <nnreg_metrics: Weights must not all be zero: a row without weight>
%! nnreg_metrics ([1; 2], [1; 2], "Weights", [0, 0])
%!error <nnreg_metrics: a regression has no scores, got 3>
%! nnreg_metrics (1, 2, 3, "Task", "regression")
%!error <nnreg_metrics: a regression has no ClassNames, got 3>
%! nnreg_metrics (1, 2, "ClassNames", 3, "Task", "regression")
%!error <nnreg_metrics: ypred must be 3x1, got \[1 2\]>
%! nnreg_metrics ([1; 2; 3], [1, 2], "Task", "regression")
%!error <nnreg_metrics: ytrue must be finite, entry \(2, 1\) is NaN>
%! nnreg_metrics ([1; NaN], [1; 2], "Task", "regression")
