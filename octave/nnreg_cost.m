## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {@var{J} =} nnreg_cost (@var{theta}, @var{X}, @var{y}, @dots{})
## @deftypefnx {} {[@var{J}, @var{grad}] =} nnreg_cost (@dots{})
## The objective of @code{nnreg_fit} and its gradient, for @code{fminunc} and for
## exercises.
##
## @example
## @group
## [X, y] = nnreg_digits ();
## theta = zeros (65 * 10, 1);
## J = nnreg_cost (theta, X, y, "LayerSizes", [])   # log (10)
##      @print{} J = 2.3026
## @end group
## @end example
##
## @strong{Inputs}
##
## @table @asis
## @item @var{theta}
## All parameters, P-by-1: @code{[W_1(:); b_1; W_2(:); b_2; @dots{}]} with W_l
## outputs-by-inputs and b_l a column; P = sum_l (inputs_l + 1) outputs_l.
## @item @var{X}, @var{y}
## As in @code{nnreg_fit}; of a table X is the matrix of @code{nnreg_prepare}.  The network has one
## output for each class or response of y.
## @end table
##
## @strong{Options} (names and values, as in @code{nnreg_fit})
##
## @code{Task}, @code{LayerSizes} [100], @code{Activations}, @code{Penalty} ["none", with a
## Lambda "l2"], @code{Lambda},
## @code{PenalizedLayers}, @code{Alpha}, @code{PenaltyFactor}, @code{Groups}, @code{Loss},
## @code{HuberDelta}, @code{Intercept}, @code{Weights}, @code{ClassNames}, @code{ClassWeights},
## @code{Predictors}, @code{Missing}, @code{Threads}; and @code{StandardizeY} [false],
## @code{Precision} ["double"].
##
## @strong{Outputs}
##
## @table @asis
## @item @var{J}
## F = f (X) are the softmax probabilities or the responses:
##
## @example
## @group
## J = sum_i w_i loss_i / sum_i w_i + penalty
## loss_i = -log F(i,y_i)                          classification
##        = mean ((F(i,:) - y(i,:)) .^ 2)          regression
## penalty = sum_l lambda1_l sum (abs (W_l(:)))
##         + sum_l lambda2_l sum (W_l(:) .^ 2)
##         + lambda_g sum_j norm (W_1(:,j))
## @end group
## @end example
## Another @code{Loss} than "mse" stands in place of the square.  The help of @code{nnreg_fit} says
## what PenaltyFactor and Groups change in it.  Parameters that a training would leave at 0 count as
## 0, whatever theta has: weights of inputs whose PenaltyFactor is Inf, and without Intercept the
## biases of the output layer.
## @item @var{grad}
## dJ/dtheta, P-by-1; 0 for parameters that count as 0.  The derivative of abs (w) is sign (w), with
## sign (0) = 0.
## @end table
##
## @seealso{nnreg_checkgrad, nnreg_fit}
## @end deftypefn

function [J, grad] = nnreg_cost (theta, X, y, varargin)
  try
    if (nargin < 3)
      print_usage ();
    end
    cost = nnr.fit.cost (X, y, varargin);
    if (nargout > 1)
      [J, grad] = cost (theta);
    else
      J = cost (theta);
    end
  catch err
    nnr.words.raise ('nnreg_cost', err);
  end
end

%!test
%! # of a linear regression by hand
%! X = [1 2; 3 4; 5 7];
%! y = [1; 2; 4];
%! theta = [0.5; -0.25; 2];
%! r = X * theta(1:2) + theta(3) - y;
%! [J, grad] = nnreg_cost (theta, X, y, "Task", "regression", "LayerSizes", [], ...
%!                         "Penalty", "l2", "Lambda", 0.1);
%! assert (J, mean (r .^ 2) + 0.1 * (0.5 ^ 2 + 0.25 ^ 2), 1e-14);
%! assert (grad, [2 / 3 * X.' * r + 0.2 * theta(1:2); 2 * mean(r)], 1e-14);
%! assert (nnreg_cost (theta, X, y, "Task", "regression", "LayerSizes", [], "Lambda", 0.1), J);
%!error <Invalid call> nnreg_cost (1, 2)
%!error <nnreg_cost: theta must be a vector of 6 numbers, .* of the layers 2-2, got \[1; 2\]>
%! nnreg_cost ([1; 2], [1 2; 3 4], [1; 2], "LayerSizes", [])
%!error <nnreg_cost: entry 2 of theta is too large for single precision; give "Precision", "double">
%! nnreg_cost ([0; 1e300; 0], [1, 2; 3, 4], [1; 2], "Task", "regression", "LayerSizes", [], ...
%!             "Precision", "single")
%!test
%! # "auto" is what nnreg_fit would add
%! [X, y, theta] = deal ((1:4).', [1; 2; 1; 2], ones (10, 1));
%! J = @(varargin) nnreg_cost (theta, X, y, "LayerSizes", 2, varargin{:});
%! assert (J ("Penalty", "auto") - J (), 0.02 * 6, 1e-12);
