## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more details.
##
## You should have received a copy of the GNU General Public License along with
## this program; see the file COPYING.  If not, see
## <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {} {[@var{J}, @var{grad}, @var{data_loss}] =} @
## oracle_cost (@var{theta}, @var{X}, @var{y}, @var{sizes}, @var{opt})
## The objective at the parameters @var{theta} and its gradient, straight from the
## formula: @code{sum (w .* loss) / sum (w) + penalty}.  @var{y} are class numbers
## from 1 to K or responses; @var{opt} has options by the names of
## @code{nnreg_fit}.
## @seealso{oracle_fit}
## @end deftypefn

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
%!       sizes = [5 6 4 3];
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
