## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{s} =} nnreg_summary (@var{model})
## Show layers, parameters, zeros, memory and options of a model, how it decides if
## @code{nnreg_threshold}, @code{nnreg_calibrate} or @code{nnreg_conformal} have changed that, and
## in plain sentences what it learned from.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X / 16, y, "Penalty", "l1", "Lambda", 1e-3);
## nnreg_summary (model)
## @end group
## @end example
##
## @strong{Input}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}.
## Of a search the @code{Model} is taken, of a path the @code{ModelMin} (or
## give its @code{Model1SE}); the table begins with a line that says so.
## @end table
##
## @strong{Output}
##
## The struct @var{s}; without a semicolon it shows itself as a table.
##
## @table @code
## @item Task, NumInputs, NumOutputs
## The inputs are the columns of X.
## @item Standardize
## What the training did to X: true, false or @qcode{"range"}, as the option of @code{nnreg_fit}
## says it.
## @item Layers
## A struct array with one entry a layer: @code{Inputs}, @code{Units}, @code{Activation} (of the
## last layer @qcode{"softmax"}, or @qcode{"none"} for a regression), @code{NumParameters}
## (weights and biases), @code{Zeros} (weights that are exactly zero), @code{ZeroShare}, and the
## penalty's @code{Lambda1}, @code{Lambda2}, @code{LambdaGroup} and @code{Decay} (of "decoupled";
## NaN if it changes over the epochs).
## @item NumParameters, NumWeights, Zeros, ZeroShare
## The totals of all layers.
## @item Precision, Bytes, ModelBytes
## The class of the weights, the memory of weights and biases, and the memory of the whole
## struct, with history and settings.
## @item Epochs, BestEpoch
## The number of epochs, and the epoch with the lowest validation loss (@code{[]} without
## validation data; by the data loss if Lambda was a function of the epoch).
## @item Options
## A struct of the options of @code{nnreg_fit} that differ from their defaults, and what the number
## of rows chose: BatchSize and Epochs, and Lambda of the default penalty.
## @item Trained, Decision, Table
## Texts: how it was trained; how it decides, if that was changed; the table that it was trained on.
## @item Range
## What the inputs were divided by, if @code{Standardize} is "range"; else @code{[]}.
## @item Origin
## Only if @var{model} is a search or a path: which model of it was taken.
## @item HuberDelta
## With the Loss "huber" the threshold, in the units of y; else @code{[]}.
## @item Sentences
## A cellstr column that says in plain words: the rows, gaps and levels of the training; how good
## always guessing the largest class (of a regression the mean) would be; of a search or a path the
## cross-validated score with its standard error, and the nested estimate if there is one; the
## strongest inputs; and the warnings that were raised.  The table shows at most two lines of a
## warning.  A model that was read from JSON knows less of its training.
## @end table
##
## @seealso{nnreg_sparsity, nnreg_plot, nnreg_export}
## @end deftypefn

function s = nnreg_summary (model)
  try
    if (nargin != 1)
      print_usage ();
    end
    [of_x, origin] = nnr.model.given ('MODEL', model);
    s = nnr.show.with_origin (nnr.show.summary (of_x, model), origin);
  catch err
    nnr.words.raise ('nnreg_summary', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X / 16, y, "LayerSizes", [32, 16], "Penalty", "l1", "Lambda", 1e-3, ...
%!                    "Verbose", 0);
%! nnreg_summary (model)

%!error <Invalid call> nnreg_summary ()
%!error <nnreg_summary: MODEL must be a struct made by nnreg_fit, got 3> nnreg_summary (3)
