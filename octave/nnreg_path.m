## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{r} =} nnreg_path (@var{X}, @var{y})
## @deftypefnx {} {@var{r} =} nnreg_path (@var{X}, @var{y}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{r} =} nnreg_path ("last")
## @deftypefnx {} {} nnreg_path (@dots{})
## Models along a path of lambdas, or of ever fewer inputs, and the best by cross-validation.
##
## @strong{Inputs}
##
## @table @asis
## @item @var{X}, @var{y}
## As in @code{nnreg_fit}.
## @end table
##
## What the path is depends on the model:
##
## @table @asis
## @item A linear model (@qcode{"LayerSizes", []})
## As glmnet's: lambda falls from the largest one that matters, where all weights are zero,
## each solution exact and the start of the next.  It ends early where the model explains
## 99.9% of the null model's loss, or where a step explains less than 1e-5 of it more.  With
## @qcode{"Solver", "adam"} it goes the way of networks, with these lambdas.
## @item A network
## Lambda rises until all penalised weights are zero, each training starting from the
## weights before.  (On the way down a network cannot leave zero: where two layers are zero,
## so are their gradients.)
## @item A network with the penalty "group"
## Inputs are dropped step by step: train with the penalty, drop a fifth of the inputs, let
## the others take over what they can, train on, and so on, down to none (the best constant).
## Two inputs that say the same do not both stay, which a penalty alone cannot see.  The
## models are refits without a penalty on the inputs that are left, since the shrinkage that
## selects them would spoil their predictions.  @qcode{"Method", "lambda"} gives the path by lambda.
## @end table
##
## @strong{Options}
##
## All options of @code{nnreg_fit} but those of validation (the folds are that),
## @code{InitialModel} and @code{Profile}; @code{Standardize} is true by default for linear
## models and the penalty "group", where inputs compete.  And
##
## @table @asis
## @item @qcode{"Penalty"} ["l1"]
## "l1", "l2", "elasticnet" or "group".
## @item @qcode{"CV"} [5]
## The number of folds, an N-vector of fold numbers, or 0: no cross-validation, no choice.
## Each fold goes the whole way itself, at the same lambdas or numbers of inputs.
## @item @qcode{"Lambda"} [from the data]
## The lambdas to visit.  For the dropping of inputs the one lambda to train with between
## two drops [min (0.01, 0.3 / sqrt (N)), times the inputs' usual standard deviation unless
## standardised].
## @item @qcode{"NumLambda"} [100, networks 20], @qcode{"LambdaRatio"} [1e-4, or 1e-2 if N < D; networks 1e-3]
## How many lambdas, evenly on a logarithmic scale, and the smallest by the largest.  The
## largest is exact for linear models, glmnet's for "l2" (Alpha 0.001); for networks
## a short training under a growing lambda finds it (0.1 for "l2", 0.2 for "elasticnet" with
## Alpha 0).
## @item @qcode{"MaxFeatures"} [Inf]
## Only points with at most so many live inputs; a path that falls stops there.
## @item @qcode{"Relax"} [false; true where inputs are dropped]
## Each model (and each fold's) is trained on without a penalty, zeros staying zero.
## @item @qcode{"Epochs"} [as many as make 800 steps, at least 10], @qcode{"WarmEpochs"} [a fifth]
## Of the first training and of each further one; relaxed refits get twice WarmEpochs.  The
## exact solver of linear models stops by its @code{Tolerance}, or with a warning after so many
## [1000].
## @item @qcode{"Score"} ["Accuracy" or "RMSE"]
## What the choice goes by; "Loss" is the data loss, glmnet's deviance.
## @item @qcode{"OutputFcn"} []
## Called with the result so far after each point; returns true to end the path there.
## @item @qcode{"CheckpointFile"} [none]
## As of @code{nnreg_fit}, with the parameters of all trainings of the path, so that the same call
## later makes no training again that is in the file: its points are listed anew (OutputFcn is
## called for them too) and it goes on, to the same bits as without a break.
## @item @qcode{"Verbose"} [1 at a terminal, else 0]
## A line for each point.
## @end table
##
## @strong{Output}
##
## A struct; without an output argument its table is printed.  Per point, 1-by-L in the order
## of the path:
##
## @table @code
## @item Lambda
## Where inputs are dropped: the price of an input from which on the point is worth it, the
## largest rise so far of TrainLoss for each input dropped (0 as long as none rose).
## @item TrainLoss
## Data loss of the model on all samples (regression: in standardised responses).
## @item Mean, SE
## Mean of the score over the folds and its standard error, std (FoldScores) / sqrt (K).
## @item CVLoss
## Mean of the data loss over the folds.
## @item FoldScores, FoldLosses
## K-by-L, on the samples that a fold leaves out.
## @item Zeros
## Share of zero weights in the penalised layers; where inputs are dropped, of the inputs
## that are gone.
## @item LiveInputs, LiveUnits
## How many inputs and hidden units are on a path of non-zero weights to an output.
## @item Selected
## Cell: the live inputs, columns of X, in a row.
## @item Models
## Cell: the models, as of @code{nnreg_fit}.
## @end table
##
## @noindent
## The choice: @code{IndexMin}, @code{LambdaMin}, @code{ModelMin} of the best mean, and
## @code{Index1SE}, @code{Lambda1SE}, @code{Model1SE} of the sparsest point (fewest inputs,
## then most zeros) whose mean is within one standard error of the best.  And @code{ScoreName},
## @code{Penalty}, @code{Method} ("lambda" or "elimination"), @code{NumFolds}, @code{Folds}
## (N-by-1), @code{NumPlanned} (points at most) and @code{Complete} (false after Ctrl-C, an
## error, or an OutputFcn that has ended the path).
##
## Ctrl-C loses nothing: @code{nnreg_path ("last")} returns the last path of the session as
## far as it got; with a CheckpointFile neither does the end of Octave.  The results are the same bits for any number of threads.  Mean and scale
## of @code{Standardize}, and where inputs are dropped their covariance, are those of all
## samples in all folds; y of a fold is not seen by it.
##
## @strong{Sources}
##
## Friedman, Hastie and Tibshirani, "Regularization paths for generalized linear models via
## coordinate descent" (2010); Hassibi and Stork, "Second order derivatives for network
## pruning: optimal brain surgeon" (1993), here for whole inputs.
##
## @strong{Example}
##
## @example
## @group
## rand ("twister", 1);  randn ("twister", 1);
## X = rand (500, 20);
## y = 10 * sin (pi * X(:,1) .* X(:,2)) + 20 * (X(:,3) - 0.5) .^ 2 + randn (500, 1);
## r = nnreg_path (X, y, "Task", "regression", "Penalty", "group", "Verbose", 0);
## yhat = nnreg_predict (r.Model1SE, X);
## disp (r.Selected@{r.Index1SE@})
##      @print{} 1 2 3
## @end group
## @end example
##
## @seealso{nnreg_fit, nnreg_gridsearch, nnreg_sparsity, nnreg_compact}
## @end deftypefn

function r = nnreg_path (X, y, varargin)
  try
    printed = false;
    if (nargin == 1 && ischar (X) && strcmpi (X, 'last'))
      r = nnr.path.last ();
      if (isempty (r) || isempty (r.Lambda))
        error ('nnreg:badArgument', 'there is no path yet in this session');
      end
    elseif (nargin < 2)
      print_usage ();
    else
      [r, printed] = nnr.path.run (X, y, varargin);
    end
    if (nargout == 0 && ! printed)
      nnr.path.print (r, 'all');
    end
    if (nargout == 0)
      clear r
    end
  catch err
    nnr.words.raise ('nnreg_path', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! nnreg_path (X / 16, y, "Penalty", "group", "LayerSizes", 64, "CV", 3);

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
%! # the last path without an output argument is its table, as the path itself is
%! X = [1 2; 3 1; 2 2; 5 7; 4 1; 0 1; 2 9; 7 7];
%! args = {"Task", "regression", "LayerSizes", [], "NumLambda", 3, "CV", 0, "Verbose", 0};
%! table = evalc ("nnreg_path (X, X(:,1), args{:})");
%! assert (columns (strsplit (table, "\n")), 5);
%! assert (evalc ('nnreg_path ("last")'), table);
%!error <Invalid call> nnreg_path ()
%!warning <nnreg_path: NumLambda does nothing here: it belongs to a path that chooses the lambdas which it follows>
%! nnreg_path ((1:9).', (1:9).', "LayerSizes", [], "Task", "regression", "Lambda", 0.1, ...
%!             "NumLambda", 3, ...
%!             "CV", 0, "Verbose", 0);
%!warning <nnreg_path: BatchSize does nothing here: it belongs to "Solver", "adam">
%! nnreg_path ((1:9).', (1:9).', "Task", "regression", "LayerSizes", [], "Solver", "fista", ...
%!             "NumLambda", 3, "CV", 0, "Verbose", 0, "BatchSize", 4);
