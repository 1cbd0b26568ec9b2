## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{model} =} nnreg_conformal (@var{r}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{model} =} nnreg_conformal (@var{model}, @var{r}, @dots{})
## @deftypefnx {} {@var{model} =} nnreg_conformal (@var{model}, X, y, @dots{})
## Prepare a regression for prediction intervals (split conformal).
##
## @example
## @group
## X = rand (300, 3);  y = X(:,1) + 0.1 * randn (300, 1);
## r = nnreg_path (X, y, "Task", "regression", "LayerSizes", []);
## model = nnreg_conformal (r);
## [yhat, interval] = nnreg_predict (model, X(1:3,:), "Coverage", 0.9)
## @end group
## @end example
##
## The residuals of rows that were held out say how far predictions are from the truth, whatever the
## model and the noise.  With the k-th smallest of n absolute residuals on both sides, k = ceil ((n
## + 1) c), intervals cover a new row with probability c at least if it is drawn as the held-out
## rows were and these did not shape the model (Vovk, Gammerman and Shafer, 2005).
## Residuals of folds come from models with fewer rows than the final one; intervals are then as a
## rule a little wider.
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
## All must be equal: quantiles of weighted rows would not cover new ones.
## @end table
##
## @strong{Output}
##
## @table @asis
## @item @var{model}
## The model with @code{Residuals}, the sorted absolute residuals, N-by-R in the units of y.
## @code{nnreg_predict} with @qcode{"Coverage"} makes intervals of them.
## @end table
##
## @seealso{nnreg_gridsearch, nnreg_path, nnreg_predict}
## @end deftypefn

function model = nnreg_conformal (varargin)
  try
    if (nargin < 1)
      print_usage ();
    end
    model = nnr.decisions.conformal (varargin);
  catch err
    nnr.words.raise ('nnreg_conformal', err);
  end
end

%!error <Invalid call> nnreg_conformal ()
%!error <nnreg_conformal: intervals are for a regression, the model has classes; nnreg_calibrate is>
%! X = (1:8).';
%! model = nnreg_fit (X, X > 4, "Epochs", 1, "Verbose", 0);
%! nnreg_conformal (model, X, X > 4)
%!warning <nnreg_conformal: with the 2 rows that were held out Coverage can be at most 0.667; 0.9>
%! X = (1:8).';
%! model = nnreg_fit (X, X, "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! nnreg_conformal (model, [9; 10], [9; 11]);
