## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{imp} =} nnreg_importance (@var{model}, @var{X}, @var{y})
## @deftypefnx {} {@var{imp} =} nnreg_importance (@dots{}, @var{Name}, @var{Value}, @dots{})
## Permutation importance: how much worse a model gets when one input is shuffled.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X(1:1200,:), y(1:1200));
## nnreg_importance (model, X(1201:end,:), y(1201:end))
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
## @item @var{X}, @var{y}
## Samples and the truth, as in @code{nnreg_evaluate}.  Take rows that the model was not fitted on.
## Of a table each column is one input, with all columns of X that come from it: D and j count
## these.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"NumRepeats"} [5]
## R, the number of permutations of each input.
## @item @qcode{"Seed"} [0]
## The permutation of column j in repeat r depends on Seed, j and r alone.  Repeated calls return
## the same bits on one machine.  Octave's own random numbers do not change.
## @item @qcode{"Weights"} [all 1]
## N sample weights, not negative and not all 0; of a table also the name of a column.  A row of
## weight 0 is left out before anything is checked.
## @item @qcode{"FeatureNames"} [@{@}]
## The names of the columns of @var{X}, by which they are found, as in @code{nnreg_predict}.  Then D
## and the columns below are those that the model reads, in its order.
## @item @qcode{"Threads"} [all cores]
## @end table
##
## @strong{Output}
##
## The struct @var{imp}; without a semicolon it shows itself as a table.  With L the
## @code{DataLoss} of @code{nnreg_evaluate} and X_jr the matrix X whose column j is permuted
## for the r-th time,
##
## @example
## Importance(j) = sum_r (L (X_jr) - L (X)) / R
## @end example
##
## @noindent
## (Breiman, 2001; Fisher, Rudin and Dominici, 2019).  The importance of a useless input is near
## 0 or negative.  It is exactly 0, without any computation, if no path of non-zero weights leads
## from the input to an output.  Inputs that carry the same information share their importance.
## Memory: N numbers for each live unit of the first layer.
##
## @table @code
## @item Importance, Std
## 1-by-D: the importance, and its standard deviation over the repeats (with R - 1; 0 for R = 1).
## @item ErrorIncrease, ErrorStd
## The same with the error in place of L: 1 - accuracy, or the root mean squared error in the
## units of y.  Of a model with the @code{Loss} "huber" or "mae" it is the mean absolute error,
## which a few wild responses do not decide.
## @item Order
## The columns of X, the most important first.
## @item Names
## 1-by-D, the model's @code{FeatureNames} (or @code{@{@}}).
## @item DataLoss, Error, ErrorName
## DataLoss and error without a permutation; @qcode{"1 - Accuracy"},
## @qcode{"RMSE"} or @qcode{"MAE"}.
## @item Columns, Live
## 1-by-D: the numbers of the inputs among all that the model was trained on, and which of them have
## a path to an output.
## @item NumSamples, NumRepeats
## @item Origin
## Only if @var{model} is a search or a path: which model of it was taken.
## @end table
##
## @seealso{nnreg_sparsity, nnreg_compact, nnreg_evaluate}
## @end deftypefn

function imp = nnreg_importance (model, X, varargin)
  try
    if (nargin < 2 || (nargin < 3 && ! nnr.table.is_table (X)))
      print_usage ();
    end
    guard = nnr.words.progress ('nnreg_importance', @() 'preparing the data', false);
    [model, origin] = nnr.model.given ('MODEL', model);
    defaults = struct ('NumRepeats', 5, 'Seed', 0, 'Weights', [], 'FeatureNames', {{}}, ...
                       'Threads', []);
    [X, y, opts] = nnr.model.read_data (model, X, varargin, defaults);
    opts = checked (opts);
    [X, y, opts.Weights] = nnr.targets.drop_weightless (X, y, opts.Weights);
    truth = nnr.model.truth (model, y, rows (X));
    if (rows (X) == 1)
      nnr.words.warn ('nnreg:singleRow', ['a single row cannot be shuffled, so each importance ' ...
                                          'is 0; give more rows']);
    end
    imp = nnr.show.with_origin (nnr.model.importance (model, X, truth, opts), origin);
  catch err
    nnr.words.raise ('nnreg_importance', err);
  end
end

function opts = checked (opts)
  opts.NumRepeats = nnr.args.check_scalar ('NumRepeats', opts.NumRepeats, 'positive integer');
  nnr.args.check_at_most ('NumRepeats', opts.NumRepeats, 1e5);
  opts.Seed = nnr.args.check_scalar ('Seed', opts.Seed, 'nonnegative integer');
  opts.Threads = nnr.args.check_threads (opts.Threads);
end

%!demo
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X(1:1200,:) / 16, y(1:1200), "Epochs", 10, "Penalty", "l1", ...
%!                    "Lambda", 1e-3, "Verbose", 0);
%! nnreg_importance (model, X(1201:end,:) / 16, y(1201:end))

%!test # of one row, the one of a weight that is not 0
%! model = nnreg_fit ([1; 2; 3; 4], [1; 2; 1; 2], "LayerSizes", [], "Verbose", 0);
%! lastwarn ("");
%! evalc ("imp = nnreg_importance (model, [1; 2], [1; 2], 'Weights', [0; 1]);");
%! assert (lastwarn (), ["nnreg_importance: a single row cannot be shuffled, so each " ...
%!                       "importance is 0; give more rows"]);
%! assert (imp.Importance, 0);
%!error <Invalid call> nnreg_importance (1, 2)
%!error <nnreg_importance: MODEL must be a struct made by nnreg_fit, got 3>
%! nnreg_importance (3, 1, 1)
