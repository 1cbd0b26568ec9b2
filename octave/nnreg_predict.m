## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{yhat} =} nnreg_predict (@var{model}, @var{X})
## @deftypefnx {} {[@var{yhat}, @var{scores}] =} nnreg_predict (@var{model}, @var{X})
## @deftypefnx {} {[@var{yhat}, @var{interval}] =} nnreg_predict (@dots{}, "Coverage", @var{c})
## @deftypefnx {} {[@dots{}] =} nnreg_predict (@dots{}, @var{Name}, @var{Value}, @dots{})
## Predict the labels, or the responses, of the rows of X.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X(1:1200,:), y(1:1200));
## [yhat, scores] = nnreg_predict (model, X(1201:1203,:))
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}.
## Of a search the @code{Model} is taken, of a path the @code{ModelMin} (or
## give its @code{Model1SE}).
## @item @var{X}
## N-by-D, a sample in each row: double, single, logical, integers or sparse, with
## the columns that the model was fitted on (or the ones that @code{nnreg_compact} kept).  If that
## was a table, a table with columns of the same names, in any order; others are ignored.  A missing
## column, or one of another kind, is an error that names it.  Texts that the training did not have
## count as "other", with the warning @code{nnreg:newLevel}; gaps are filled, with the warning
## @code{nnreg:newGap} in columns that had none or that are empty now (@code{nnreg_prepare}).
## @end table
##
## @strong{Options}
##
## @table @asis
## @item @qcode{"FeatureNames"} [@{@}]
## The names of the columns of @var{X}, a cell of different texts.  The columns are found by the
## model's @code{FeatureNames}, so their order does not matter; columns of other names are left out,
## and a missing one is an error that names it.  A model of @code{nnreg_compact} needs only the
## columns that it kept.
## @item @qcode{"MissingRows"} [@qcode{"error"}] or @qcode{"keep"}
## What happens to rows of @var{X} with NaN.  @qcode{"error"}: the error counts them and names the
## first.  @qcode{"keep"}: their @var{scores} are NaN and their label is NaN, @qcode{''} (of a
## cellstr) or blank (of char).  Labels of a logical or integer class, which has no NaN, are then
## returned as doubles.  Inf in @var{X} is always an error.
## @item @qcode{"Coverage"} [none]
## A share between 0 and 1, for a model of @code{nnreg_conformal}: the second output is then
## @var{interval}.
## @item @qcode{"Threads"} [all cores]
## Threads to use; the results do not depend on them.
## @end table
##
## @strong{Outputs}
##
## @table @asis
## @item @var{yhat}
## Classification: N labels of the type that the model was fitted with (a column, or N rows of
## char): the class with the largest score; if scores are equal, the first.  A model of
## @code{nnreg_threshold} predicts its positive class if the score of that is at least the model's
## Threshold, else the other class.  Regression: N-by-R doubles in the units of the user's y.
## @item @var{scores}
## Classification: N-by-K, the softmax probabilities of the classes in the order of
## @code{model.ClassNames}; a Temperature T of @code{nnreg_calibrate} divides what goes into the
## softmax.  Regression: @var{yhat} again.
## @item @var{interval}
## With @code{Coverage} c: N-by-2 (N-by-2-by-R for R responses), the ends of
## intervals of equal width.  New rows like those held out fall into theirs with probability c at
## least, each response by itself (split conformal, see @code{nnreg_conformal}).
## @end table
##
## W_l and b_l are the model's weights and biases, and a is its activation.  If the model was fitted
## with @code{Standardize}, x is standardised first.
##
## @example
## @group
## h_1 = a (W_1 x + b_1),  h_2 = a (W_2 h_1 + b_2), @dots{}
## scores = softmax (W_L h_(L-1) + b_L)
## @end group
## @end example
##
## @noindent
## Rows go through the network in blocks, so the memory for this does not grow with N.
##
## @seealso{nnreg_fit, nnreg_evaluate, nnreg_threshold, nnreg_calibrate, nnreg_conformal}
## @end deftypefn

function [yhat, scores] = nnreg_predict (model, X, varargin)
  try
    if (nargin < 2)
      print_usage ();
    end
    names = {};
    keep = false;
    threads = [];
    coverage = [];
    model = nnr.model.given ('MODEL', model);
    if (! isempty (varargin))
      [names, keep, threads, coverage] = options (varargin);
    end
    X = nnr.model.read_rows (model, X, names);
    [yhat, scores] = nnr.model.predict (model, X, keep, nnr.args.check_threads (threads));
    if (! isempty (coverage))
      scores = nnr.model.interval (model, yhat, coverage);
    end
  catch err
    nnr.words.raise ('nnreg_predict', err);
  end
end

function [names, keep, threads, coverage] = options (args)
  defaults = struct ('FeatureNames', {{}}, 'MissingRows', 'error', 'Threads', [], ...
                     'Coverage', []);
  opts = nnr.args.parse_options (defaults, args);
  names = opts.FeatureNames;
  threads = opts.Threads;
  coverage = opts.Coverage;
  keep = nnr.model.keeps_missing (opts.MissingRows);
end

%!test
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X, y, "Epochs", 15, "Verbose", 0);
%! [yhat, scores] = nnreg_predict (model, X);
%! assert (sum (scores, 2), ones (1797, 1, "single"), 1e-5);
%! assert (mean (yhat == y) > 0.9);
%!error <nnreg_predict: MODEL must be a struct made by nnreg_fit, got 3> nnreg_predict (3, 4)
%!error <nnreg_predict: Coverage needs a model of nnreg_conformal>
%! model = nnreg_fit ([1; 2; 3; 4], [1; 1; 2; 2], "Epochs", 1, "Verbose", 0);
%! nnreg_predict (model, 1, "Coverage", 0.9)
%!error <Invalid call> nnreg_predict (1)
