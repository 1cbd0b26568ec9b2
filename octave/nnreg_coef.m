## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{c} =} nnreg_coef (@var{model})
## @deftypefnx {} {@var{c} =} nnreg_coef (@var{r})
## Return the coefficients of a linear model, by name and in the units of X and y.
##
## @example
## @group
## T = struct ("heat", rand (99, 1), "wind", rand (99, 1));
## T.sold = 7 + 5 * T.heat - 2 * T.wind;
## model = nnreg_fit (T, "sold", "Task", "regression", "LayerSizes", []);
## nnreg_coef (model)
## @end group
## @end example
##
## @strong{Input}
##
## @table @asis
## @item @var{model}
## A linear model: a struct made by @code{nnreg_fit} with @qcode{"LayerSizes", []}, or by
## @code{nnreg_compact} from it.  A network has no coefficients; see @code{nnreg_importance} and
## @code{nnreg_sparsity}.  Of a search the @code{Model} is taken; the table begins with a line that
## says so.
## @item @var{r}
## A path of linear models, the result of @code{nnreg_path}.
## @end table
##
## X is N-by-D, in the user's own units, however the training scaled it.  The outputs of the model,
## N-by-K, are @code{X * c.Coefficients + c.Intercept}:
##
## @table @asis
## @item A regression
## Its K responses, in the units of y.
## @item Two classes
## One column (K = 1), the log-odds z of the second class of @code{model.ClassNames} against the
## first: its probability is 1 / (1 + exp (-z)).
## @item K > 2 classes
## A column for each class.  The probabilities are exp (Z) ./ sum (exp (Z), 2).  The same number
## added to a row of Coefficients for all classes changes none of them, so compare classes.
## @end table
##
## @strong{Output}
##
## The struct @var{c}:
##
## @table @code
## @item Task
## "regression" or "classification".
## @item Names
## 1-by-D cell: the model's @code{FeatureNames}, or x1, x2 @dots{}
## @item Coefficients
## D-by-K, of class double.  Inputs that @code{nnreg_compact} removed have 0.
## @item Intercept
## 1-by-K.
## @item Outputs
## 1-by-K cell: what each column is about.  "y" or "y1", "y2" @dots{} for responses, "B against A"
## for two classes, else the names of the classes.
## @item Effects
## D-by-K: Coefficients times the scale of each input, which makes them comparable.  With
## @code{Standardize} they are changes of the output per standard deviation of the input; with
## "range", per range of the data.  Without, the scale is 1.
## @item Standardize
## How X was scaled: true, false or "range".
## @item Origin
## Only of a search: which model of it was taken.
## @end table
##
## @noindent
## Of a path with L points:
##
## @table @code
## @item Coefficients, Effects
## D-by-L, in the order of the path; D-by-K-by-L if K > 1.
## @item Intercept
## 1-by-L; 1-by-K-by-L if K > 1.
## @item Lambda
## 1-by-L.
## @item IndexMin, Index1SE
## The points that the path chose, if it had folds.  @code{c.Coefficients(:,c.Index1SE)} are those
## at Lambda1SE.
## @end table
##
## Without a semicolon it shows itself as a table: the intercept and the coefficients that are not
## zero, the largest Effects first.  Of a path it shows the best point and the one within one
## standard error, or four points if there were no folds; if K > 1 it shows the last of these.  If
## K > 4 each coefficient has a line of its own, without the intercepts.
##
## In R's glmnet this is @code{coef (fit)}; in MATLAB it is @code{B} and @code{FitInfo.Intercept} of
## @code{lasso}.
##
## @strong{A lasso with names}
##
## @example
## @group
## k = (1:200)';
## X = [100 + 20 * sin(k), cos(k), sin(3 * k)];
## y = 7 + 0.5 * X(:,1) - 2 * X(:,2);
## names = @{"heat", "wind", "rain"@};
## model = nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], ...
##                    "Penalty", "l1", "Lambda", 0.01, ...
##                    "FeatureNames", names, "Verbose", 0);
## c = nnreg_coef (model);
## printf ("%-5s %5.2f\n", [c.Names; num2cell(c.Coefficients.')]@{:@});
##      @print{} heat   0.50
##      @print{} wind  -1.95
##      @print{} rain   0.00
## @end group
## @end example
##
## @seealso{nnreg_fit, nnreg_path, nnreg_sparsity, nnreg_plot}
## @end deftypefn

function c = nnreg_coef (model)
  try
    if (nargin != 1)
      print_usage ();
    end
    if (nnr.model.is_result (model, 'path'))
      c = nnr.model.path_coefficients (model);
    else
      [model, origin] = nnr.model.given ('MODEL', model);
      c = nnr.show.with_origin (nnr.model.coefficients (model), origin);
    end
  catch err
    nnr.words.raise ('nnreg_coef', err);
  end
end

%!error <Invalid call> nnreg_coef ()

%!demo
%! ## The coefficients that a lasso leaves, in the units of the data
%! k = (1:200)';
%! X = [100 + 20 * sin(k), cos(k), sin(3 * k)];
%! y = 7 + 0.5 * X(:,1) - 2 * X(:,2);
%! model = nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], "Penalty", "l1", ...
%!                    "Lambda", 0.01, "FeatureNames", {"heat", "wind", "rain"}, "Verbose", 0);
%! nnreg_coef (model)
