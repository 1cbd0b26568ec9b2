## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{s} =} nnreg_sparsity (@var{model})
## Show which parts of a network are left: zeros, live units, selected inputs.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X / 16, y, "Penalty", "l1", "Lambda", 2e-3);
## nnreg_sparsity (model)
## @end group
## @end example
##
## @strong{Input}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit} or @code{nnreg_compact}, with layers of weights 1 to L.
## Of a search the @code{Model} is taken, of a path the @code{ModelMin} (or
## give its @code{Model1SE}); the table begins with a line that says so.
## @end table
##
## An input or unit is live if a path of non-zero weights leads from an input through it to
## an output.  A unit without a path from an input is a constant; a unit without a path to an
## output has no effect.  @code{nnreg_compact} removes both.  Weights between parts that are
## not live may still be non-zero.
##
## @strong{Output}
##
## The struct @var{s}; without a semicolon it shows itself as a table.  For each
## layer of weights, L-by-1:
##
## @table @code
## @item NumWeights, Zeros, ZeroShare, NonZeros
## The number of weights, how many are exactly zero, their share, and how many are not.
## @item Norms
## ||W_l||_F, the root of the sum of squares.
## @end table
##
## @noindent
## For each hidden layer, (L-1)-by-1:
##
## @table @code
## @item NumUnits, NumLiveUnits
## @item LiveUnits
## A cell: the numbers of the live units, in a row.
## @item NormRatios
## ||W_(l+1)||_F / ||W_l||_F.
## @end table
##
## @noindent
## For the inputs, numbered by the columns of X:
##
## @table @code
## @item NumInputs, NumLiveInputs
## @item LiveInputs
## The numbers of the live inputs, ascending, in a row.
## @item NumGroups, NumLiveGroups
## The number of Groups, and of those with a live input; [] if the training had none.
## @item NumPredictors, SelectedPredictors, PredictorStrengths, PredictorNames
## If the model was trained on a table (else these fields are missing): the number of its columns
## that are inputs, the places of those with a live input, from the strongest to the weakest, their
## strengths (the root of the sum of squares over their columns of X) and their names.
## @item SelectedInputs, Strengths, Names
## The live inputs from the strongest to the weakest, their strengths, and their names if the model
## has @code{FeatureNames} (else @code{@{@}}).  The strength of input j is sqrt (sum_u W_1(u,j)^2)
## over the live units u of the first layer.  With @code{Standardize} it is an effect per standard
## deviation.  Without, it is an effect per unit of X: then compare only inputs of the same scale,
## such as pixels.
## @item Signs
## Of a linear model: 1, -1 or 0 for each selected input (a column) and each column of the
## coefficients of @code{nnreg_coef} (a row), which has their values.  Of a network: [].
## @item SignMeaning
## A text that says what the signs mean.
## @end table
##
## @noindent
## And for all:
##
## @table @code
## @item NumOutputs
## @item NumParameters, NumLiveParameters
## All weights and biases; the non-zero weights between live parts, and the biases of the live
## units and of the outputs.
## @item EvadedLayers
## Hidden layers l that evade their penalty by scale.  With relu or "none", W_l / c and c W_(l+1)
## predict the same as W_l and W_(l+1), so a penalty on W_l alone can shrink at no cost.  A layer is
## listed if it has a penalty and the next one none, and if its ratio of norms is more than 100
## times the ratio at the start, where ||W||_F = sqrt (2 m n / (m + n)) for an m-by-n matrix.  The
## Lambda of such a layer means little: penalise all layers.
## @item Origin
## Only if @var{model} is a search or a path: which model of it was taken.
## @end table
##
## @seealso{nnreg_coef, nnreg_compact, nnreg_importance, nnreg_fit}
## @end deftypefn

function s = nnreg_sparsity (model)
  try
    if (nargin != 1)
      print_usage ();
    end
    [model, origin] = nnr.model.given ('MODEL', model);
    s = nnr.show.with_origin (nnr.model.sparsity (model), origin);
  catch err
    nnr.words.raise ('nnreg_sparsity', err);
  end
end

%!demo
%! ## The pixels that an L1 penalty leaves of the handwritten digits
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X / 16, y, "LayerSizes", 64, "Epochs", 30, "Penalty", "l1", ...
%!                    "Lambda", 2e-3, "Verbose", 0);
%! nnreg_sparsity (model)

%!error <Invalid call> nnreg_sparsity ()
%!error <nnreg_sparsity: MODEL must be a struct made by nnreg_fit, got 3> nnreg_sparsity (3)
