## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {} {@var{small} =} nnreg_compact (@var{model})
## Remove dead inputs and units; the predictions stay the same.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## model = nnreg_fit (X / 16, y, "Penalty", "l1", "Lambda", 2e-3);
## small = nnreg_compact (model)
## @end group
## @end example
##
## @strong{Input}
##
## @table @asis
## @item @var{model}
## A struct made by @code{nnreg_fit}, or by this function.
## Of a search the @code{Model} is taken, of a path the @code{ModelMin} (or
## give its @code{Model1SE}).
## @end table
##
## @strong{What is removed}
##
## An input or unit stays if a path of non-zero weights leads from an input through it to an
## output.  A unit without a path from an input is a constant c, which moves into the next layer's
## biases (a is the activation, and v are units that are constant too):
##
## @example
## @group
## c_u = a (b_l(u) + sum_v W_l(u,v) c_v)
## b_(l+1) += W_(l+1)(:,u) c_u
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
## @code{X(:,small.Inputs)}, with just these D1 columns.  With their option @code{FeatureNames}
## X needs only columns of these names.  The model's @code{FeatureNames} are still all D names.
## @code{Settings} and @code{History} still describe the training of @var{model}.
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
## @seealso{nnreg_sparsity, nnreg_importance, nnreg_predict, nnreg_fit}
## @end deftypefn

function small = nnreg_compact (model)
  try
    if (nargin != 1)
      print_usage ();
    end
    model = nnr.model.given ('MODEL', model);
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

%!error <Invalid call> nnreg_compact ()
%!error <nnreg_compact: MODEL must be a struct made by nnreg_fit, got 3> nnreg_compact (3)
