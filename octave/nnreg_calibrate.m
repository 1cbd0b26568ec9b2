## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {[@var{model}, @var{info}] =} nnreg_calibrate (@var{r}, Name, Value, @dots{})
## @deftypefnx {} {[@var{model}, @var{info}] =} nnreg_calibrate (@var{model}, @var{r}, @dots{})
## @deftypefnx {} {[@var{model}, @var{info}] =} nnreg_calibrate (@var{model}, X, y, @dots{})
## Make the scores of a classification agree with frequencies, by a temperature.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## r = nnreg_gridsearch (X / 16, y, @{@}, "LayerSizes", 32, "Epochs", 60);
## [model, info] = nnreg_calibrate (r)
## @end group
## @end example
##
## The scores become softmax (z / T), where z goes into the softmax of the network and T is the
## temperature with the least log loss on rows that were held out (Guo, Pleiss, Sun and Weinberger,
## 2017).  T above 1 makes a model that is too sure less sure.  The order of the
## classes in a row stays, and so do all labels.
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
## @strong{Options}
##
## @table @asis
## @item @qcode{"Select"} [@qcode{"min"}]
## Of a path: the point of the best mean, or with @qcode{"1se"} that of the one-standard-error rule.
## @item @qcode{"Weights"} [all 1]
## N weights of the rows of @var{X}, of a table also the name of a column.  A result has its own.
## @end table
##
## @strong{Outputs}
##
## @table @asis
## @item @var{model}
## The model with @code{Temperature}.  Its Weights and coefficients stay as they were trained.  A
## Threshold goes along: the same rows stay above it.
## @item @var{info}
## A struct with @code{Temperature}, and the log loss of the held-out rows with it
## (@code{LogLoss}) and without (@code{LogLossBefore}).
## @end table
##
## @seealso{nnreg_gridsearch, nnreg_path, nnreg_metrics, nnreg_threshold}
## @end deftypefn

function [model, info] = nnreg_calibrate (varargin)
  try
    if (nargin < 1)
      print_usage ();
    end
    [model, info] = nnr.decisions.calibrate (varargin);
  catch err
    nnr.words.raise ('nnreg_calibrate', err);
  end
end

%!error <Invalid call> nnreg_calibrate ()
%!error <nnreg_calibrate: give the result of nnreg_gridsearch or nnreg_path, or a model with X>
%! nnreg_calibrate (nnreg_fit ([1; 2; 3; 4], [1; 1; 2; 2], "Epochs", 1, "Verbose", 0))
