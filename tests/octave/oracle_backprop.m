## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [loss, gW, gb, F] = oracle_backprop (W, b, X, Y, u, opt)
##
## The loss of each sample (N-by-1), and the gradients of sum (u .* loss) by the weights and biases
## (cells as W and b). Y is one-hot for classes, else the responses. F are the outputs.

function [loss, gW, gb, F] = oracle_backprop (W, b, X, Y, u, opt)
  L = numel (W);
  A = cell (1, L);
  A{1} = X;
  for l = 1:(L - 1)
    A{l+1} = activate (A{l} * W{l}.' + b{l}.', opt.Activations{l});
  end
  F = A{L} * W{L}.' + b{L}.';
  if (strcmp (opt.Task, "regression"))
    loss = mean ((F - Y) .^ 2, 2);
    delta = 2 / columns (Y) * (F - Y) .* u;
  else
    top = max (F, [], 2);
    log_sum = top + log (sum (exp (F - top), 2));
    loss = log_sum - sum (F .* Y, 2);
    F = exp (F - log_sum);
    delta = (F - Y) .* u;
  end

  [gW, gb] = deal (cell (1, L));
  for l = L:-1:1
    gW{l} = delta.' * A{l};
    gb{l} = sum (delta, 1).';
    if (l > 1)
      delta = (delta * W{l}) .* slope (A{l}, opt.Activations{l-1});
    end
  end
end

function A = activate (Z, name)
  switch (name)
    case "relu"
      A = max (Z, 0);
    case "tanh"
      A = tanh (Z);
    case "sigmoid"
      A = 1 ./ (1 + exp (-Z));
    case "none"
      A = Z;
    otherwise
      error ("oracle_backprop: no activation '%s'", name);
  end
end

## The activation's derivative, from its value.
function S = slope (A, name)
  switch (name)
    case "relu"
      S = A > 0;
    case "tanh"
      S = 1 - A .^ 2;
    case "sigmoid"
      S = A .* (1 - A);
    case "none"
      S = ones (size (A));
  end
end

%!test
%! ## two classes, one input: the logistic loss log (1 + exp (-z)), by hand
%! opt = oracle_options (struct (), 1);
%! [loss, gW, gb, F] = oracle_backprop ({[0; 0.7]}, {[0; -0.2]}, 3, [0 1], 1, opt);
%! z = 0.7 * 3 - 0.2;
%! assert (loss, log (1 + exp (-z)), 1e-15);
%! p = 1 / (1 + exp (-z));
%! assert (gW{1}, [1 - p; p - 1] * 3, 1e-15);
%! assert (gb{1}, [1 - p; p - 1], 1e-15);
%! assert (F, [1 - p, p], 1e-15);
