## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [J, grad, data_loss] = oracle_cost (theta, X, y, sizes, opt)
##
## The objective at the parameters theta, and its gradient, by the formula
## sum (w .* loss) / sum (w) + penalty. y are class numbers from 1 to K, or responses. opt has
## options of nnreg_fit.

function [J, grad, data_loss] = oracle_cost (theta, X, y, sizes, opt)
  opt = oracle_options (opt, numel (sizes) - 1);
  [W, b] = oracle_reroll (theta, sizes);
  [Y, w] = oracle_targets (y, opt);
  u = w / sum (w);
  [loss, gW, gb] = oracle_backprop (W, b, X, Y, u, opt);
  [penalty, g1, g2] = oracle_penalty (W, opt);
  data_loss = sum (u .* loss);
  J = data_loss + penalty;
  grad = oracle_unroll (cellfun (@(a, b, c) a + b + c, gW, g1, g2, ...
                                 "UniformOutput", false), gb);
end

%!test
%! ## central differences, every activation, task and penalty
%! X = oracle_data (20, 5, 1) - 0.5;
%! y = 1 + mod ((1:20).', 3);
%! R = [X(:,1) .* X(:,2), sin(3 * X(:,3))];
%! for activation = {"relu", "tanh", "sigmoid", "none"}
%!   for penalty = {"none", "l1", "l2", "elasticnet"}
%!     for task = {"classification", "regression"}
%!       opt = struct ("Activations", activation, "Penalty", penalty, ...
%!                     "Lambda", 0.02, "Alpha", 0.3, "Task", task, ...
%!                     "Weights", 1 + X(:,4), "ClassWeights", [1 2 3]);
%!       target = y;
%!       sizes = [5 3 2 3];
%!       if (strcmp (task, "regression"))
%!         target = R;
%!         sizes(end) = 2;
%!       endif
%!       [W, b] = oracle_start (sizes);
%!       theta = oracle_unroll (W, b);
%!       [~, grad] = oracle_cost (theta, X, target, sizes, opt);
%!       numeric = zeros (size (theta));
%!       for k = 1:numel (theta)
%!         d = 1e-5 * ((1:numel (theta)).' == k);
%!         numeric(k) = (oracle_cost (theta + d, X, target, sizes, opt) ...
%!                       - oracle_cost (theta - d, X, target, sizes, opt)) / 2e-5;
%!       endfor
%!       assert (grad, numeric, 1e-8);
%!       assert (nnz (abs (grad) > 1e-4) > numel (theta) / 2);
%!     endfor
%!   endfor
%! endfor
