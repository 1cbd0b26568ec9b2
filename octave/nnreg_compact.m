## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {@var{small} =} nnreg_compact (@var{model})
## The same predictions by a smaller network, without dead inputs and units.
##
## @strong{Input}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit}, or by this function.
## @end table
##
## @strong{What is removed}
##
## An input or unit stays if a path of non-zero weights leads from an input through it to
## an output.  A unit without a path from an input is a constant c.  With a the activation,
##
## @example
## @group
## c_u = a (b_l(u) + sum_v W_l(u,v) c_v)       over units v that are constant too
## b_(l+1) += W_(l+1)(:,u) c_u                 what the next layer gets instead
## @end group
## @end example
##
## @noindent
## If nothing of a layer stays, its first unit (or input) is kept with weights 0.  Such a model
## predicts the same for every X.
##
## @strong{Output}
##
## The struct @var{small} is @var{model} with other @code{Weights}, @code{Biases},
## @code{LayerSizes}, @code{InputMean} and @code{InputScale}, and
##
## @table @code
## @item Inputs
## The columns of X that are left, ascending, 1-by-D1.
## @item NumInputs
## D, the number of columns of the X that the model was fitted on.
## @end table
##
## @noindent
## @code{nnreg_predict}, @code{nnreg_evaluate} and @code{nnreg_importance} take X with all D
## columns, and read only @code{Inputs} (the others may hold anything, NaN too), or
## @code{X(:,small.Inputs)}, with just these D1 columns.  @code{FeatureNames} still has all D
## names.  @code{Settings} and @code{History} still describe the training of @var{model}.
##
## Outputs differ by rounding only.  The penalty in @code{nnreg_evaluate} is the penalty of the
## weights that are left.
##
## A training can go on from @var{small}.  It takes the columns and layers that are left, and
## returns a model of these columns alone:
##
## @example
## @group
## nnreg_fit (X(:,small.Inputs), y, "InitialModel", small, ...
##            "LayerSizes", small.LayerSizes, @dots{})
## @end group
## @end example
##
## @strong{Example}
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X / 16, y, "LayerSizes", 64, "Epochs", 30, "Penalty", "l1", ...
##                    "Lambda", 2e-3, "Verbose", 0);
## small = nnreg_compact (model);
## printf ("%d\n", numel (small.Inputs) < 64)
##      @print{} 1
## printf ("%d\n", isequal (nnreg_predict (small, X / 16), ...
##                          nnreg_predict (model, X / 16)))
##      @print{} 1
## @end group
## @end example
##
## @seealso{nnreg_sparsity, nnreg_importance, nnreg_predict, nnreg_fit}
## @end deftypefn

function small = nnreg_compact (model)
  try
    if (nargin != 1)
      print_usage ();
    end
    nnr.model.check ('MODEL', model);
    small = nnr.model.compact (model);
  catch err
    nnr.words.raise ('nnreg_compact', err);
  end
end

%!demo
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X / 16, y, "LayerSizes", 64, "Epochs", 30, "Penalty", "l1", ...
%!                    "Lambda", 2e-3, "Verbose", 0);
%! small = nnreg_compact (model);
%! printf ("%d inputs and %d units are left of 64 and 64\n", numel (small.Inputs), ...
%!         small.LayerSizes);

%!function model = by_hand (activation)
%!  # unit 1 is live, 2 has no input, 3 no output; input 2 is not read
%!  model = nnreg_fit (eye (3), [1; 2; 1], "LayerSizes", 3, "Activations", activation, ...
%!                     "Precision", "double", "Epochs", 1, "Verbose", 0);
%!  model.Weights = {[1, 0, 2; 0, 0, 0; 5, 5, 5], [3, 4, 0; -1, 2, 0]};
%!  model.Biases = {[0.25; 0.5; 0.75], [10; 20]};
%!endfunction
%!test
%! small = nnreg_compact (by_hand ("tanh"));
%! assert (small.Weights, {[1, 2], [3; -1]});
%! assert (small.Biases, {0.25, [10 + 4 * tanh(0.5); 20 + 2 * tanh(0.5)]});
%! assert ({small.Inputs, small.NumInputs, small.LayerSizes, small.Version}, {[1, 3], 3, 1, 1});
%!test
%! for f = {"relu", 0.5; "none", 0.5; "sigmoid", 1 / (1 + exp (-0.5))}.'
%!   small = nnreg_compact (by_hand (f{1}));
%!   assert (small.Biases{2}, [10; 20] + [4; 2] * f{2}, 1e-14);
%! end
%!test
%! # constants go through several layers
%! model = by_hand ("relu");
%! model.Weights = {zeros(3), ones(3), [1, 1, 1; 2, 2, 2]};
%! model.Biases = {[1; -1; 2], [0; -5; 0], [0; 1]};
%! model.Activations = {"relu", "relu"};
%! model.LayerSizes = [3, 3];
%! [model.Lambda1, model.Lambda2] = deal (zeros (1, 3));
%! small = nnreg_compact (model);
%! assert (small.Weights, {0, 0, [0; 0]});
%! assert (small.Biases{3}, [6; 13]);
%! [~, scores] = nnreg_predict (small, [1, 2, 3]);
%! assert (scores, 1 ./ (1 + exp ([7, -7])), 1e-14);
%!test
%! # X with all columns, whatever the dead ones hold, or with the live ones
%! small = nnreg_compact (by_hand ("relu"));
%! [~, scores] = nnreg_predict (small, [1, 0, 2]);
%! [~, other] = nnreg_predict (small, [1, 7, 2]);
%! assert (other, scores);
%! [~, other] = nnreg_predict (small, [1, 2]);
%! assert (other, scores);
%!error <nnreg_predict: X must have 3 columns, or only the 2 that are model.Inputs, got 4>
%! nnreg_predict (nnreg_compact (by_hand ("relu")), ones (1, 4))
%!error <nnreg_compact: MODEL does not hold together: Inputs must name a column of X>
%! small = nnreg_compact (by_hand ("relu"));
%! small.Inputs = [3, 1];
%! nnreg_compact (small);
%!error <Invalid call> nnreg_compact ()
%!error <nnreg_compact: MODEL must be a struct made by nnreg_fit, got 3> nnreg_compact (3)
