## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{r} =} nnreg_learningcurve (@var{X}, @var{y})
## @deftypefnx {} {@var{r} =} nnreg_learningcurve (@dots{}, @var{Name}, @var{Value}, @dots{})
## @deftypefnx {} {@var{r} =} nnreg_learningcurve (@var{T}, @var{response}, @dots{})
## Learning curve: the score by the number of rows to learn from.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## r = nnreg_learningcurve (X, y, "CV", 2, "Epochs", 20)
## nnreg_plot (r)
## @end group
## @end example
##
## Each fold of a cross-validation trains several times: on some of the rows outside of the fold, on
## more of them, and at last on all.  Each model is scored on the rows that it learned from and on
## the rows of the fold.  If the two scores meet, more rows will hardly help; if validation stays
## behind, more rows, a penalty or a smaller network may.  If validation is no better than a
## constant prediction, the model has learned nothing that holds.
##
## @strong{Inputs}
##
## @var{X}, @var{y}, @var{T} and @var{response} are those of @code{nnreg_fit}.
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"NumRows"} [8 numbers]
## How many rows to learn from: whole numbers, or shares from 0 to 1 of the rows that each fold
## leaves.  The default goes from a twentieth of them to all, in equal ratios.
## @item @qcode{"Score"} ["Accuracy" or "RMSE"]
## What is measured: one of the names that @code{nnreg_gridsearch} knows, or a function.
## @item @qcode{"CV"} [5], @qcode{"CVGroups"}
## The folds, as in @code{nnreg_gridsearch}, but not "forward".
## @item others
## The options of @code{nnreg_fit}, but for ValidationData, ValidationFraction, Patience,
## InitialModel, OutputFcn, CheckpointFile and Profile.  Defaults that depend on the number of rows
## follow the rows of each training.  With the same Seed, more rows contain the fewer ones, and each
## class comes in evenly.
## @end table
##
## @strong{Output}
##
## The struct @var{r}; without a semicolon it shows itself as a table.  @code{nnreg_plot} draws it.
##
## @table @code
## @item NumRows
## 1-by-n: rows to learn from, ascending.
## @item TrainScores, ValScores
## F-by-n: the scores of each of the F folds' models on the rows that it learned from, and on the
## fold.
## @item TrainMean, ValMean, TrainSE, ValSE
## 1-by-n: their means over the folds, and the standard errors of these (NaN of a single fold).
## @item ConstantScores
## F-by-1: on each fold, the score of the best constant prediction of the rows outside: their most
## frequent class, with the classes' shares as scores, or their mean response.
## @item ScoreName, LargerIsBetter
## Which score, and whether more of it is better.
## @item Folds
## N-by-1: the fold of each row.
## @end table
##
## All warnings but those of the first training on all rows of its fold are kept quiet.
##
## @seealso{nnreg_fit, nnreg_gridsearch, nnreg_plot}
## @end deftypefn

function r = nnreg_learningcurve (X, y, varargin)
  try
    if (nargin < 2)
      print_usage ();
    end
    r = nnr.curve.run (X, y, varargin);
  catch err
    nnr.words.raise ('nnreg_learningcurve', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! r = nnreg_learningcurve (X, y, "NumRows", [50, 200, 800], "CV", 3, "Epochs", 20);
%! nnreg_plot (r);

%!error <Invalid call> nnreg_learningcurve (1)
%!error <^nnreg_learningcurve: NumRows must be whole numbers up to 4, .*, got 7$>
%! nnreg_learningcurve (eye (6), [1; 2; 1; 2; 1; 2], "CV", 3, "NumRows", 7)
%!error <nnreg_learningcurve: the CV "forward" has no place>
%! nnreg_learningcurve (eye (6), [1; 2; 1; 2; 1; 2], "CV", "forward")
%!error <nnreg_learningcurve: ValidationFraction has no place in a learning curve>
%! nnreg_learningcurve (eye (6), [1; 2; 1; 2; 1; 2], "ValidationFraction", 0.5)
%!error <nnreg_learningcurve: Score must be one score, got 2>
%! nnreg_learningcurve (eye (6), [1; 2; 1; 2; 1; 2], "CV", 3, "Score", {"AUC", "F1"})
