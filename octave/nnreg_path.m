## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{r} =} nnreg_path (@var{X}, @var{y})
## @deftypefnx {} {@var{r} =} nnreg_path (@var{X}, @var{y}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{r} =} nnreg_path ("last")
## Train models for a sequence of lambdas, or of fewer and fewer inputs; choose by cross-validation.
##
## @example
## @group
## X = randn (200, 10);  y = X(:,1) - 2 * X(:,2) + randn (200, 1);
## r = nnreg_path (X, y, "Task", "regression", "LayerSizes", [])
## nnreg_plot (r)
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{X}, @var{y}
## As in @code{nnreg_fit}: also a table and the name of its response.  Medians and levels of a table
## are learned from the rows outside of each fold alone; which columns X has, all rows say.
## @end table
##
## The kind of path depends on the model:
##
## @table @asis
## @item A linear model (@qcode{"LayerSizes", []})
## As in glmnet, lambda falls from the smallest value at which all weights are zero (but those of
## inputs with PenaltyFactor 0).  Each solution is exact, and the next training starts from it.  The
## path ends early if the model explains 99.9% of the null model's loss, or if a step adds less than
## 1e-5 to the explained share (regression: 1e-5 of it).  With @qcode{"Solver", "adam"} the path
## visits the same lambdas upwards, as for networks.
## @item A network
## Lambda rises until all penalised weights are zero, or no input with a penalty is left.  Each
## training starts from the weights of the one before.  (With a falling lambda a network could not
## leave zero: if two layers are zero, so are their gradients.)
## @item A network with the penalty "group"
## Inputs are dropped step by step, down to none: train with the penalty, drop a fifth of the
## inputs, let the others compensate for them, train again, and so on.  If the first training leaves
## few of many inputs strong, the path begins again with twice as many (at least 20), at once: the
## strong ones, and those that correlate most with the errors, by themselves, by their square or by
## their product with a strong one.  So it also finds an input whose effect has no slope among
## hundreds.  Of two inputs with the same information only one stays; a penalty alone does not
## achieve this.  Of 200 to 1000 inputs, those that the others explain best may leave first, down to
## 100, 50 or 20.  Then those stay that a QR decomposition with pivots takes first, in the units of
## X; the fewer than 50 stay, the more it counts how much each explains of what the hidden layer
## computes.  This is done, in place of a second beginning, if networks on these inputs predict
## better outside of the folds that choose the Lambda than networks on as many inputs left by their
## weights: of pixels or spectra, for instance, which are much alike.  Each model is trained again
## without a penalty on the inputs that are left, because the penalty that selects inputs harms
## predictions.  @qcode{"Method", "lambda"} gives the path by lambda instead.  @code{Groups} are
## dropped whole, each as one input; so are the columns of a table.  Inputs with PenaltyFactor 0
## are never dropped, others the sooner the larger their factor is.
## @end table
##
## @strong{Options}
##
## All options of @code{nnreg_fit}, except InitialModel, Profile and the options for validation
## (ValidationData, ValidationFraction, Patience, Keep).  These options differ or are new:
##
## @strong{Options: the path}
##
## @table @asis
## @item @qcode{"Penalty"} ["l1"]
## "l1", "l2", "elasticnet" or "group".
## @item @qcode{"Method"} ["auto"]
## "lambda", "elimination" (drop inputs), or "auto": "elimination" for networks with the penalty
## "group", else "lambda".
## @item @qcode{"Lambda"} [from the data]
## The lambdas to visit.  For "elimination": the one lambda of the trainings between two drops
## [min (0.01, 0.3 / sqrt (N)), times the typical standard deviation of the inputs unless these are
## standardised, and times 1, 3 or 10, whichever predicts best outside of up to three folds of its
## own, or a smaller one if it is better by a tenth after half of the inputs are gone, and better
## than the larger one with all inputs.  10 is tried if 3 is better than 1, or if both leave more
## than half of a constant's loss].  If the chosen lambda is no better than a constant in some fold,
## first trainings with five times the Epochs are tried, with 30 and 10 times the LearnRate and a
## third of Lambda, then with three times the LearnRate: inputs that matter only together are
## learned late.
## @item @qcode{"NumLambda"} [100; networks 20]
## The number of lambdas, evenly spaced on a logarithmic scale.  For linear models the largest is
## the exact value at which all weights with a penalty are zero (for "l2", as in glmnet, the value
## for "elasticnet" with Alpha 0.001).  For networks a short training with growing lambda finds it
## (0.1 for "l2", 0.2 for "elasticnet" with Alpha 0).
## @item @qcode{"LambdaRatio"} [1e-4, or 1e-2 if N < D; networks 1e-3]
## The smallest lambda divided by the largest.
## @item @qcode{"MaxFeatures"} [Inf]
## Leave out points with more live inputs than this.  If lambda falls, the path stops at the first
## such point.  Of a table an input is a column of it, with all columns of X that come from it.
## @item @qcode{"Relax"} [false; "elimination": true]
## Refit each model (in each fold too) without penalty; weights that are zero stay zero.  Lambda,
## MaxFeatures and the end of the path still belong to the models with the penalty.
## @item @qcode{"Epochs"} [half of nnreg_fit's], @qcode{"WarmEpochs"} [a fifth of Epochs]
## Epochs of the first training, by default 1600 steps at least, and of each further one.  Relaxed
## refits get twice WarmEpochs, or four times if they have at most 100 inputs and the data asked for
## a Lambda above the least.  The exact solver of linear models stops at its Tolerance, or after
## Epochs [1000] with a warning.
## @end table
##
## @strong{Options: folds and choice}
##
## @table @asis
## @item @qcode{"CV"} [5]
## The number of folds, or 0 for no cross-validation and no choice.  Or a share to hold out,
## @qcode{"forward"} for folds in time, or your own folds, as in @code{nnreg_gridsearch}.  Each fold
## follows the path on its own, with the same lambdas or numbers of inputs.
## @item @qcode{"CVGroups"} [none], @qcode{"CVTime"} [none]
## Groups that stay whole, or times, as in @code{nnreg_gridsearch}; of a table also the names of
## columns.
## @item @qcode{"Repeats"} [1]
## Repeat the cross-validation with new folds.  The standard errors do not shrink by it.
## @item @qcode{"Nested"} [0]
## With a number of outer folds: repeat the whole path and its choice outside of each, and score
## ModelMin and Model1SE inside.  The score of the best of many points is optimistic, these are not.
## @item @qcode{"Score"} ["Loss"]
## The score that decides: "Loss", the data loss, as in cv.glmnet (for classes half of its deviance,
## for a regression its mean squared error or other @code{Loss}); or "Accuracy", for a regression
## "RMSE" in the units of y.  The accuracy is coarse: in pure noise it often chooses many inputs,
## the loss seldom any.  The other scores of @code{nnreg_gridsearch} are computed from the
## predictions for each fold: "AUC", "LogLoss", "Brier", "F1", "BalancedAccuracy", for a regression
## "MeanMAE", "MeanR2", "MeanRMSE", and more.
## @end table
##
## @strong{Options: output}
##
## @table @asis
## @item @qcode{"Verbose"} [1 at a terminal, else 0]
## At a terminal a line, overwritten, says how far the path is and about how long it still takes;
## elsewhere there is a line for each point.  Where nothing else is printed, in scripts too, a line
## on stderr says it after five seconds and then every ten, unless you give 0.
## @item @qcode{"OutOfFold"} ["auto"]
## Return the predictions of the rows by trainings that did not learn from them.  With "auto",
## @code{OutOfFoldMin} and @code{OutOfFold1SE} are empty if the weights of all folds at all points
## are too many to keep (2^24); true keeps them.  With false there are no such fields.
## @end table
##
## @strong{Rare options: while it runs}
##
## @table @asis
## @item @qcode{"OutputFcn"} []
## A function that is called with the result so far after each point.  The path ends if it returns
## true.
## @item @qcode{"CheckpointFile"} [none]
## As in @code{nnreg_fit}.  The file keeps the parameters of all trainings of the path.  If you make
## the same call again after a break, it takes finished trainings from the file, lists their points
## again (and calls OutputFcn for them) and then continues.  The result has the same bits as without
## a break.  With other data, options or folds the error says what differs; name another file then.
## @end table
##
## @strong{Output}
##
## A struct.  Without a semicolon it shows itself as a table.  For each of the L points, in the
## order of the path, 1-by-L:
##
## @table @code
## @item Lambda
## For "elimination": the largest rise of TrainLoss per dropped input (or group), over the drops up
## to this point (at least 0).
## @item TrainLoss
## Data loss of the model on all samples.  For a regression it is the mean squared error of the
## responses in units of their deviation: times the variance of y (divided by N) it is the mean
## squared error in the units of y (cvm of cv.glmnet).
## @item Mean, SE
## Mean of the score over the folds and its standard error, as in cv.glmnet.  With p = FoldWeights /
## sum (FoldWeights) they are sum (p .* FoldScores) and sqrt (sum (p .* (FoldScores - Mean) .^ 2) /
## (K - 1)); for folds of equal weight this is std (FoldScores) / sqrt (K).
## @item CVLoss
## The same mean of the data loss, in the unit of TrainLoss.
## @item CVAccuracy; CVRMSE for a regression
## The same mean of the accuracy, or of the RMSE in the units of y.
## @item FoldScores, FoldLosses
## K-by-L: score and data loss on the samples of each fold.  All folds have the unit of TrainLoss.
## @item Zeros
## Share of zero weights in the penalised layers; for "elimination" the share of dropped inputs.
## @item LiveInputs, LiveUnits
## Number of inputs and of hidden units on a path of non-zero weights from an input to an output.
## Of a table the inputs are its columns.
## @item Selected
## Cell: the live inputs (columns of X), a row.
## @item SelectedPredictors
## Of a table, cell: the names of its columns that these inputs come from, a cellstr row.
## @item Models
## Cell: the models, as returned by @code{nnreg_fit}.  Of linear ones @code{nnreg_coef (r)} returns
## all coefficients.
## @end table
##
## @table @code
## @item OutOfFoldMin, OutOfFold1SE
## The predictions of the two chosen points for each row by the training of the fold that the row is
## in, as @code{OutOfFold} of @code{nnreg_gridsearch}.
## @item NestedMin, Nested1SE
## With Nested the nested estimates of ModelMin and Model1SE, as @code{Nested} of
## @code{nnreg_gridsearch}; @code{Chosen} has the lambdas.
## @end table
##
## @noindent
## The choice: @code{IndexMin}, @code{LambdaMin} and @code{ModelMin} belong to the best mean;
## @code{Index1SE}, @code{Lambda1SE} and @code{Model1SE} to the simplest point whose mean is within
## one standard error (that of the best point) of the best.  Functions that take a model, such as
## @code{nnreg_predict}, take the whole path too and use @code{ModelMin}; @code{nnreg_coef} and
## @code{nnreg_plot} show all points.  The simplest linear model has the
## largest lambda: these are lambda.min and lambda.1se of cv.glmnet for the same lambdas and folds.
## The simplest network has the fewest inputs, then the most zeros.  A point without inputs may be
## two standard errors from the best instead of one: the best of many points beats a constant
## prediction even if X says nothing about y (in 13 of 100 tables of noise, with one standard
## error as in cv.glmnet, inputs were left).  If ModelMin or Model1SE has no
## inputs, a warning @code{nnreg:constant} says so; if no point has any, @code{nnreg:allZero}.  If
## the model of all rows lost an input that a fold kept, its training goes on from the network of
## this fold; if it still loses one, so that the score is not its own, the warning
## @code{nnreg:lostInputs} says so.
## Further fields are @code{ScoreName}, @code{Penalty}, @code{Method} ("lambda" or "elimination"),
## @code{NumFolds}, @code{Folds} (N-by-repeats, of each row whose weight is not 0),
## @code{FoldWeights} (K-by-1, whose ratios count), @code{NumPlanned} (the largest possible
## number of points) and @code{Complete} (false after Ctrl-C, an error, or an end by OutputFcn).
##
## After Ctrl-C @code{nnreg_path ("last")} returns the last path of the session as far as it got.
## Only the points in work are lost: one of a network; of a linear model those since its solver last
## returned, after a quarter of a second or nine times what it took to read X (with "l2" alone and
## more inputs than rows it returns once, at the end).  With a CheckpointFile the end of Octave
## loses no more than Ctrl-C.  The results have the same
## bits for any number of threads.  The means and scales of Standardize, the mean of StandardizeY,
## and for "elimination" the covariance of the inputs come from the samples outside of each fold.
## The unit of StandardizeY is the deviation of all samples, so that a lambda is the same penalty in
## each fold, and all samples decide what the Standardize "auto" means.
##
## @strong{Sources}
##
## Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via
## coordinate descent" (2010); Hassibi and Stork, "Second order derivatives for network
## pruning: optimal brain surgeon" (1993), here for whole inputs.
##
## @strong{The inputs of a network}
##
## @example
## @group
## rand ("twister", 1);  randn ("twister", 1);
## X = rand (500, 20);
## y = 10 * sin (pi * X(:,1) .* X(:,2)) + randn (500, 1);
## y = y + 20 * (X(:,3) - 0.5) .^ 2;
## r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", ...
##                 "Verbose", 0);
## yhat = nnreg_predict (r.Model1SE, X);
## disp (r.Selected@{r.Index1SE@})
##      @print{} 1 2 3
## @end group
## @end example
##
## @seealso{nnreg_fit, nnreg_coef, nnreg_gridsearch, nnreg_sparsity, nnreg_compact}
## @end deftypefn

function r = nnreg_path (X, y, varargin)
  try
    if (nargin == 1 && ischar (X) && strcmpi (X, 'last'))
      r = nnr.path.last ();
      if (isempty (r) || isempty (r.Lambda))
        error ('nnreg:badArgument', 'there is no path yet in this session');
      end
    elseif (nargin < 2)
      print_usage ();
    else
      r = nnr.path.run (X, y, varargin);
    end
  catch err
    nnr.words.raise ('nnreg_path', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! nnreg_path (X / 16, y, "Penalty", "group", "LayerSizes", 64, "CV", 3)

%!test
%! # the help's example
%! rand ("twister", 1);
%! randn ("twister", 1);
%! X = rand (500, 20);
%! y = 10 * sin (pi * X(:,1) .* X(:,2)) + 20 * (X(:,3) - 0.5) .^ 2 + randn (500, 1);
%! r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", "Verbose", 0);
%! assert (r.Selected{r.Index1SE}, 1:3);
%! assert (sqrt (mean ((nnreg_predict (r.Model1SE, X) - y) .^ 2)) < 1.2);
%!test
%! # "last" shows the table that the path itself shows
%! X = [1 2; 3 1; 2 2; 5 7; 4 1; 0 1; 2 9; 7 7];
%! args = {"Task", "regression", "LayerSizes", [], "NumLambda", 3, "CV", 0, "Verbose", 0};
%! table = evalc ("nnreg_path (X, X(:,1), args{:})");
%! assert (columns (strsplit (table, "\n")), 5);
%! assert (evalc ('nnreg_path ("last")'), table);
%!error <Invalid call> nnreg_path ()
%!warning <nnreg_path: NumLambda does nothing here: it belongs to a path that chooses its lambdas>
%! nnreg_path ((1:9).', (1:9).', "LayerSizes", [], "Task", "regression", "Lambda", 0.1, ...
%!             "NumLambda", 3, ...
%!             "CV", 0, "Verbose", 0);
%!warning <nnreg_path: BatchSize does nothing here: it belongs to "Solver", "adam">
%! nnreg_path ((1:9).', (1:9).', "Task", "regression", "LayerSizes", [], "Solver", "fista", ...
%!             "NumLambda", 3, "CV", 0, "Verbose", 0, "BatchSize", 4);
%!error <nnreg_path: a path has one Penalty and one Alpha for all layers, got l1\+none and 0.5>
%! nnreg_path (eye (4), [1; 2; 1; 2], "LayerSizes", 2, "Penalty", {"l1", "none"})
%!error <nnreg_path: a path has one Penalty and one Alpha for all layers, got l1 and \[1 0\]>
%! nnreg_path (eye (4), [1; 2; 1; 2], "LayerSizes", 2, "Alpha", [1, 0])
