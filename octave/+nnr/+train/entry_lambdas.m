## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## lambdas = nnr.train.entry_lambdas (G, s, columns)
##
## For each input of a linear model, the largest lambda at which it has non-zero weights if the
## gradient of the data loss is G (outputs-by-inputs). 1-by-D. The inputs are these COLUMNS of X
## ([]: all).
##
## With the penalty's L1, Group and L2 for Lambda 1 (nnr.options.unit_penalty) this is max |G_j| /
## L1, or with groups the lambda where sum max (|G_kj| - L1 lambda, 0)^2 = (Group sqrt (size)
## lambda)^2, summed over the group's inputs and all outputs. PenaltyFactor divides it: it is Inf
## for 0, and 0 for Inf. Where there is hardly an L1, nnr.options.entry_share takes its place.

function lambdas = entry_lambdas (G, s, columns)
  G = abs (G);
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  p = nnr.model.input_penalty (s, size (G, 2), columns);
  if (u.ByInput)
    lambdas = group_lambdas (G, s.Alpha, p);
  else
    lambdas = max (G, [], 1) / nnr.options.entry_share (u);
  end
  lambdas = lambdas ./ p.Factors.';
  lambdas(p.Factors == 0) = Inf;
end

## By bisection: the root lies between 0 and norm / ((1 - alpha) sqrt (size)) or 2 norm. Inputs that
## never enter are in no group here.
function lambdas = group_lambdas (G, alpha, p)
  lambdas = zeros (1, columns (G));
  entering = find (p.Group);
  [~, first, group] = unique (p.Group(entering));
  roots = p.Weights(p.Group(entering(first))) ./ p.Factors(entering(first));
  roots(isnan (roots)) = 1;             # of the factor 0
  share = (1 - alpha) * roots(:).';
  G = G(:,entering);
  group = group(:).';
  [low, high] = deal (zeros (size (share)), group_norms (G, group) ./ max (share, 0.5));
  for step = 1:60 * (alpha > 0)
    middle = (low + high) / 2;
    alive = group_norms (max (G - alpha * middle(group), 0), group) > share .* middle;
    low(alive) = middle(alive);
    high(! alive) = middle(! alive);
  end
  lambdas(entering) = high(group);
end

function norms = group_norms (V, group)
  norms = norm (V, 'columns');
  if (max (group) < numel (group))
    norms = sqrt (accumarray (group(:), norms(:) .^ 2)).';
  else
    norms(group) = norms;
  end
end

%!test
%! s = struct ("Penalty", "group", "Alpha", 0.3, "PenaltyFactor", [], "Groups", []);
%! G = [3, 0, 1; -4, 0, 2];
%! lambda = nnr.train.entry_lambdas (G, s, []);
%! assert (lambda(2), 0);
%! left = norm (max (abs (G) - 0.3 * lambda, 0), "columns");
%! assert (left, 0.7 * lambda, 1e-12);
%! s.Alpha = 0;
%! assert (nnr.train.entry_lambdas (G, s, []), [5, 0, sqrt(5)], eps (8));
%!test # groups and factors: the conditions of optimality at 0
%! s = struct ("Penalty", "group", "Alpha", 0.3, "PenaltyFactor", [2; 1; 2; 0; Inf; 2], ...
%!             "Groups", [3; 1; 3; 2; 3; 3]);
%! G = [3, 1, 1, 5, 9, -2; -4, 2, 2, 5, 9, 0.1];
%! lambda = nnr.train.entry_lambdas (G, s, []);
%! assert (lambda([1, 4, 5]), [lambda(3), Inf, 0]);
%! left = @(j, f) norm (max (abs (G(:,j)) - 0.3 * f * lambda(j(1)), 0), "fro");
%! assert (left ([1, 3, 6], 2), 0.7 * 2 * sqrt (3) * lambda(1), 1e-12);
%! assert (left (2, 1), 0.7 * lambda(2), 1e-12);
%! part = nnr.train.entry_lambdas (G(:,[2, 4]), s, [2, 4]);
%! assert (part, lambda([2, 4]));
%! s.Alpha = 0;
%! lambda = nnr.train.entry_lambdas (G, s, []);
%! assert (lambda(6), norm (G(:,[1, 3, 6]), "fro") / 2 / sqrt (3), 1e-12);
%! s.Penalty = "l1";
%! assert (nnr.train.entry_lambdas (G, s, []), [2, 2, 1, Inf, 0, 1]);
