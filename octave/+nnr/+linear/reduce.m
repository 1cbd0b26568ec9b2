## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.linear.reduce (problem, part)
##
## The PROBLEM (nnr.linear.problem) of the samples outside of PART (0: all), with an l2 penalty and
## more inputs than samples, as one with at most as many inputs as samples. With P samples' shares
## and Z their standardised X, sqrt (P) Z = U S B' (singular values). The optimum has weights B v
## (Hastie and Tibshirani, "Efficient quadratic regularization for expression arrays", 2004): so v
## are the weights of the inputs Z B, with the same penalty. R has
##
##   X           Z B of all samples
##   Share       the samples' shares in the loss, a column
##   Basis       B, inputs of the problem by inputs of R
##   Mean, Scale   columns: Z is (the problem's X - Mean) ./ Scale

function r = reduce (problem, part)
  [share, moment] = shares (problem, part);
  learns = share > 0;
  C = double (problem.X);
  offset = zeros (columns (C), 1);
  if (! issparse (C))
    offset = problem.Offset(:);
    C = C - offset.';
  end
  scale = scales (problem, C, moment);
  ## The loss's own means: the intercept takes what they do.
  centre = C.' * share;
  r = struct ('X', [], 'Share', share, 'Basis', [], 'Mean', offset + centre, 'Scale', scale);
  centre ./= scale;
  Z = C * spdiags (1 ./ scale, 0, numel (scale), numel (scale));
  if (! issparse (Z))
    Z = Z - centre.';
    centre(:) = 0;
  end
  K = products (Z, Z(learns,:), centre);
  root = sqrt (share(learns));
  own = K(learns,:) .* (root * root.');
  [U, S] = eig ((own + own.') / 2, 'vector');
  kept = S > 1e-14 * max (S);
  if (! any (kept))
    [kept(1), S(1)] = deal (true, Inf);         # no column varies: an input that is 0
  end
  U = root .* U(:,kept) ./ sqrt (S(kept)).';
  r.X = K * U;
  r.Basis = full (Z(learns,:).' * U) - centre * sum (U, 1);
end

## Z1 Z2', both less the row CENTRE'.
function K = products (Z1, Z2, centre)
  K = full (Z1 * Z2.') + centre.' * centre - Z1 * centre - (Z2 * centre).';
end

## Of the samples in the loss, and in means and scales, where class weights do not count.
function [share, moment] = shares (problem, part)
  share = ones (rows (problem.X), 1);
  if (! isempty (problem.Weights))
    share = double (problem.Weights(:));
  end
  if (part > 0)
    share(problem.Parts == part) = 0;
  end
  moment = share;
  if (strcmp (problem.Task, 'classification') && ! isempty (problem.Judges))
    moment = double (problem.Judges(:)) .* (share > 0);
  end
  share /= sum (share);
  moment /= sum (moment);
end

## A column that is constant in these samples tells nothing: its scale is Inf.
function scale = scales (problem, C, moment)
  average = C.' * moment;
  variance = (C .^ 2).' * moment - average .^ 2;
  unit = problem.Unit(:);
  tells = unit > 0 & variance > 1e-20 * (unit .^ 2 + average .^ 2);
  scale = problem.Scale;
  if (isempty (scale))
    scale = sqrt (max (variance, 0));
  end
  scale = double (scale(:));
  scale(! tells) = Inf;
end
