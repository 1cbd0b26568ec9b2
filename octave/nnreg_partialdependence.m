## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{pd} =} nnreg_partialdependence (@var{model}, @var{X}, @var{inputs})
## @deftypefnx {} {@var{pd} =} nnreg_partialdependence (@dots{}, @var{Name}, @var{Value}, @dots{})
## Partial dependence: the mean prediction as a function of one or two inputs.
##
## @example
## @group
## X = rand (300, 2);  y = (X(:,1) - 0.5) .^ 2 + X(:,2);
## model = nnreg_fit (X, y, "Task", "regression");
## nnreg_plot (nnreg_partialdependence (model, X, 1))
## @end group
## @end example
##
## With f the responses or the probabilities of @code{nnreg_predict} and w the weights, the value at
## the point v of input j is
##
## @example
## PD(v) = sum_i w_i f (x_i with x_ij = v) / sum_i w_i
## @end example
##
## @noindent
## (Friedman, 2001).  It is what the model says, not what nature does: where inputs depend on each
## other, some rows with x_ij = v may be unlike any that the model has seen.
##
## @strong{Inputs}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}.
## Of a search the @code{Model} is taken, of a path the @code{ModelMin} (or
## give its @code{Model1SE}); the printed table begins with a line that says so.
## @item @var{X}
## Samples or a table, as in @code{nnreg_predict}.
## @item @var{inputs}
## One or two inputs: a name, a cellstr, or column numbers.  Of a table each column is an input,
## with all columns of X that come from it.
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"QueryPoints"} [from the rows]
## The points: numbers in the units of @var{X}, or levels of a column of texts, "(other)" and
## "(gap)" among them.  Of two inputs a cell with the points of each.
## @item @qcode{"NumPoints"} [50, of two inputs 20 each]
## If an input has more different values, as many points lie evenly from its 5% to its 95% quantile.
## @item @qcode{"ICE"} [0]
## Return the predictions of so many rows one by one (individual conditional expectation; Goldstein
## and others, 2015).  For one input.
## @item @qcode{"Seed"} [0]
## Which rows these are depends on it.  Octave's own random numbers do not change.
## @item @qcode{"Weights"} [all 1]
## N sample weights, not negative and not all 0; of a table also the name of a column.  A row of
## weight 0 is left out before anything is checked.
## @item @qcode{"FeatureNames"} [@{@}]
## The names of the columns of @var{X}, by which they are found, as in @code{nnreg_predict}.
## @item @qcode{"Threads"} [all cores]
## @end table
##
## @strong{Output}
##
## The struct @var{pd}; without a semicolon it shows itself as a table.  @code{nnreg_plot (pd)}
## draws it, with the distribution of the rows below.
##
## @table @code
## @item Names, Points
## 1-by-1 or 1-by-2 cells: the inputs, and the P points of each (a column of numbers, or a cellstr).
## @item Values
## P-by-K, of two inputs P1-by-P2-by-K: the probabilities of the K classes, or the K responses in
## the units of y.
## @item Mean
## 1-by-K, the mean prediction of the rows as they are.
## @item Distribution
## For each input a struct with the share of the rows in up to 30 bins between @code{Edges}, or of
## each level (@code{Share}), the shares below and above the points (@code{Outside}), of gaps
## (@code{Gaps}), and of the rows that are nearest to each point (@code{Near}).
## @item ICE, Rows
## With the option: P-by-n-by-K predictions, and the numbers of their n rows (without those of
## weight 0).
## @item Task, ClassNames, NumSamples
## @item Origin
## Only if @var{model} is a search or a path: which model of it was taken.
## @end table
##
## @seealso{nnreg_importance, nnreg_plot, nnreg_coef}
## @end deftypefn

function pd = nnreg_partialdependence (model, X, inputs, varargin)
  try
    if (nargin < 3)
      print_usage ();
    end
    [model, origin] = nnr.model.given ('MODEL', model);
    defaults = struct ('QueryPoints', [], 'NumPoints', [], 'ICE', 0, 'Seed', 0, 'Weights', [], ...
                       'FeatureNames', {{}}, 'Threads', []);
    opts = checked (nnr.args.parse_options (defaults, varargin));
    if (nnr.table.is_table (X))
      X = nnr.table.read ('X', X);
      opts.Weights = nnr.table.named_column (X, opts.Weights, 'Weights');
    end
    X = nnr.model.read_rows (model, X, opts.FeatureNames);
    pd = nnr.show.with_origin (nnr.model.dependence (model, X, inputs, opts), origin);
  catch err
    nnr.words.raise ('nnreg_partialdependence', err);
  end
end

## NumPoints becomes the number for one input and for each of two.
function opts = checked (opts)
  if (isempty (opts.NumPoints))
    opts.NumPoints = [50, 20];
  else
    opts.NumPoints([1, 2]) = nnr.args.check_scalar ('NumPoints', opts.NumPoints, ...
                                                    'positive integer');
    nnr.args.check_at_most ('NumPoints', opts.NumPoints(1), 1e4);
  end
  opts.ICE = nnr.args.check_scalar ('ICE', opts.ICE, 'nonnegative integer');
  opts.Seed = nnr.args.check_scalar ('Seed', opts.Seed, 'nonnegative integer');
  opts.Threads = nnr.args.check_threads (opts.Threads);
end

%!demo
%! ## How the probability of an eight depends on a pixel
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X, y == 8, "Epochs", 10, "Verbose", 0);
%! nnreg_partialdependence (model, X, 37)

%!error <Invalid call> nnreg_partialdependence (1, 2)
%!error <nnreg_partialdependence: MODEL must be a struct made by nnreg_fit, got 3>
%! nnreg_partialdependence (3, 1, 1)
