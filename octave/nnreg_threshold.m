## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {[@var{model}, @var{info}] =} nnreg_threshold (@var{r}, Name, Value, @dots{})
## @deftypefnx {} {[@var{model}, @var{info}] =} nnreg_threshold (@var{model}, @var{r}, @dots{})
## @deftypefnx {} {[@var{model}, @var{info}] =} nnreg_threshold (@var{model}, X, y, @dots{})
## @deftypefnx {} {@var{model} =} nnreg_threshold (@var{model}, "Threshold", @var{t})
## Choose from which score on a model of two classes predicts the positive one.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## r = nnreg_gridsearch (X / 16, y == 8, @{@}, "LayerSizes", 16);
## model = nnreg_threshold (r, "Recall", 0.95)
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{r}
## The result of @code{nnreg_gridsearch} or @code{nnreg_path}, whose out-of-fold predictions decide;
## the model is its Model, or ModelMin of a path.
## @item @var{model}
## A model, when it is not that of the result; for example one that is calibrated already.
## @item @var{X}, @var{y}
## Rows that the model did @strong{not} learn from, as @code{nnreg_evaluate} takes them.  Rows of
## the training would make the model look surer than it is (the warning @code{nnreg:trainingRows}).
## @end table
##
## @strong{Options}, one of the first five:
##
## @table @asis
## @item @qcode{"Metric"} [none]
## The cut with the best "F1", "Accuracy" or "BalancedAccuracy".  F1 is that of the positive class.
## @item @qcode{"Cost"} [none]
## The cut of least cost.  Two numbers: the costs of a false positive and of a false negative.  Or a
## 2-by-2 matrix, whose entry (i, j) is the cost of predicting class j for a row of class i, in the
## order of @code{ClassNames}.
## @item @qcode{"Recall"} [none]
## The highest cut with at least this share of the positive rows found.
## @item @qcode{"Precision"} [none]
## The lowest cut with at least this share of the rows that are predicted as positive right.
## @item @qcode{"Threshold"} [none]
## The cut itself, from 0 to 1.  A model alone is enough for it.
## @item @qcode{"PositiveClass"} [the second class]
## The label of the class that Recall, Precision, F1 and false positives are about.
## @item @qcode{"Select"} [@qcode{"min"}]
## Of a path: the point of the best mean, or with @qcode{"1se"} that of the one-standard-error rule.
## @item @qcode{"Weights"} [all 1]
## N weights of the rows of @var{X}, of a table also the name of a column.  A result has its own.
## @end table
##
## Equally good cuts: the one nearest to 0.5.  A cut lies halfway between two scores.
##
## @strong{Outputs}
##
## @table @asis
## @item @var{model}
## The model with @code{Threshold}, @code{PositiveClass} (its number in ClassNames) and
## @code{ThresholdRule} (a text).  @code{nnreg_predict} predicts the positive class if its score is
## at least the Threshold, and @code{nnreg_evaluate} counts these labels.  Scores stay as they are.
## @item @var{info}
## A struct with @code{Threshold}, @code{Rule}, and what the cut does on the rows that chose it:
## @code{Recall}, @code{Precision}, @code{F1} and @code{Confusion} (weights of rows; rows true,
## columns predicted).  As the best of many cuts this is a little optimistic.
## @end table
##
## @seealso{nnreg_gridsearch, nnreg_path, nnreg_predict, nnreg_calibrate}
## @end deftypefn

function [model, info] = nnreg_threshold (varargin)
  try
    if (nargin < 1)
      print_usage ();
    end
    [model, info] = nnr.decisions.threshold (varargin);
  catch err
    nnr.words.raise ('nnreg_threshold', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! [train, test, ytrain, ytest] = nnreg_split (X / 16, y == 8);
%! r = nnreg_gridsearch (train, ytrain, {"Lambda", [1e-3, 1e-2]}, "Penalty", "l1", ...
%!                       "LayerSizes", []);
%! nnreg_evaluate (nnreg_threshold (r, "Cost", [1, 10]), test, ytest)

%!error <Invalid call> nnreg_threshold ()
%!error <nnreg_threshold: the first argument must be a struct made by nnreg_fit, got 3>
%! nnreg_threshold (3)
