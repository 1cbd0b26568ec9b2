## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{s} =} nnreg_summary (@var{model})
## @deftypefnx {} {} nnreg_summary (@var{model})
## A model at a glance: layers, parameters, zeros, memory, and how it was trained.
##
## @strong{Input}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}.
## @end table
##
## @strong{Output}
##
## The struct @var{s}; without an output argument it is printed as a table.
##
## @table @code
## @item Task, NumInputs, NumOutputs
## The inputs are the columns of X.
## @item Layers
## A struct array with one entry a layer: @code{Inputs}, @code{Units}, @code{Activation} (of the
## last layer @qcode{"softmax"}, or @qcode{"none"} for a regression), @code{NumParameters}
## (weights and biases), @code{Zeros} (weights that are exactly zero), @code{ZeroShare}, and the
## penalty's @code{Lambda1} and @code{Lambda2}.
## @item NumParameters, NumWeights, Zeros, ZeroShare
## The totals of all layers.
## @item Precision, Bytes, ModelBytes
## The class of the weights, the memory of weights and biases, and the memory of the whole
## struct, with history and settings.
## @item Epochs, BestEpoch
## The number of epochs, and the epoch with the lowest validation loss (@code{[]} without
## validation data).
## @item Options
## A struct of the options of @code{nnreg_fit} that differ from their defaults.
## @end table
##
## @strong{Example}
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X / 16, y, "LayerSizes", 32, "Penalty", "l1", "Lambda", 1e-3, ...
##                    "Verbose", 0);
## s = nnreg_summary (model);
## printf ("%d parameters\n", s.NumParameters)
##      @print{} 2410 parameters
## @end group
## @end example
##
## @seealso{nnreg_sparsity, nnreg_plot, nnreg_export}
## @end deftypefn

function s = nnreg_summary (model)
  try
    if (nargin != 1)
      print_usage ();
    end
    nnr.model.check ('MODEL', model);
    result = nnr.model.summary (model);
    result.Options = nnr.options.changed (model.Settings);
    if (nargout > 0)
      s = result;
    else
      nnr.model.print_summary (result, model);
    end
  catch err
    nnr.words.raise ('nnreg_summary', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X / 16, y, "LayerSizes", [32, 16], "Penalty", "l1", "Lambda", 1e-3, ...
%!                    "Verbose", 0);
%! nnreg_summary (model)

%!shared model, args
%! k = (1:40).';
%! args = {[sin(k), cos(2 * k), sin(3 * k)], 1 + (sin (k) > 0)};
%! model = nnreg_fit (args{:}, "LayerSizes", [5, 4], "Activations", {"relu", "tanh"}, ...
%!                    "Penalty", "elasticnet", "Alpha", 0.2, "Lambda", 0.01, "Epochs", 3, ...
%!                    "ValidationFraction", 0.25, "Verbose", 0);
%!test
%! model.Weights{1}(:) = [0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0];
%! s = nnreg_summary (model);
%! assert ([s.Layers.Units], [5, 4, 2]);
%! assert ({s.Layers.Activation}, {"relu", "tanh", "softmax"});
%! assert ([s.Layers.NumParameters], [20, 24, 10]);
%! assert ([s.NumParameters, s.NumWeights, s.Zeros], [54, 43, 4]);
%! assert (s.Layers(1).ZeroShare, 4 / 15, eps);
%! assert ([s.Layers.Lambda1], 0.002 * ones (1, 3), eps);
%! assert ([s.Layers.Lambda2], 0.004 * ones (1, 3), eps);
%! assert ({s.Precision, s.Bytes}, {"single", 54 * 4});
%! assert (s.ModelBytes, sizeof (model));
%! [~, best] = min (model.History.ValLoss);
%! assert ([s.Epochs, s.BestEpoch], [3, best]);
%! assert (sort (fieldnames (s.Options)), sort ({"LayerSizes"; "Activations"; "Penalty"; ...
%!         "Alpha"; "Lambda"; "Epochs"; "ValidationFraction"}));
%!test
%! # columns of X that are gone still count as inputs
%! model.Weights{1}(:,2) = 0;
%! s = nnreg_summary (nnreg_compact (model));
%! assert ([s.NumInputs, s.Layers(1).Inputs], [3, 2]);
%!test
%! # the table
%! text = evalc ("nnreg_summary (model)");
%! lines = strsplit (text, "\n");
%! assert (lines{1}, "Classification, network 3-5-4-2, 54 parameters");
%! assert (! isempty (regexp (text, '1 hidden +5 +relu +20 ')));
%! assert (! isempty (regexp (text, 'Options +.*Activations relu\+tanh')));
%! assert (max (cellfun (@numel, lines)) <= 80);
%!test
%! # a linear regression, no penalty, group penalty
%! linear = nnreg_fit (args{1}, args{1}(:,1), "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! text = evalc ("nnreg_summary (linear)");
%! assert (strncmp (text, "Regression, linear 3-1, 4 parameters", 36));
%! group = nnreg_fit (args{:}, "Penalty", "group", "Lambda", 0.25, "Epochs", 1, "Verbose", 0);
%! text = evalc ("nnreg_summary (group)");
%! assert (! isempty (strfind (text, "group 0.25")));
%!error <Invalid call> nnreg_summary ()
%!error <nnreg_summary: MODEL must be a struct made by nnreg_fit, got 3> nnreg_summary (3)
