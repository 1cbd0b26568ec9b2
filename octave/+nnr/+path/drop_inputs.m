## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## chain = nnr.path.drop_inputs (chain, count, network, moments)
##
## Drops inputs one at a time until COUNT are left: each time the input without which the sums of
## the first hidden layer change least, when the other inputs compensate for it as well as they can.
##
## This is the optimal brain surgeon (Hassibi and Stork, 1993) for whole inputs. S is the covariance
## of the inputs, with a hundredth of its mean diagonal added to the diagonal, and V = inv (S).
## Without input j the sums change by ||w_j||^2 / V_jj in the mean square, if -w_j V_jk / V_jj is
## added to each other column k of W_1. V for the inputs without j is V - V_j V_j' / V_jj.
##
## If chain.Covariance is empty (too many inputs), the inputs count as uncorrelated.

function chain = drop_inputs (chain, count, network, moments)
  [weights, biases] = nnr.model.roll_weights (double (chain.Theta), network.Sizes);
  [W, b, mu] = deal (weights{1}, biases{1}, moments.Mean(chain.Live));
  if (isempty (chain.Covariance))
    [~, order] = sort (sum (W .^ 2, 1) .* moments.Variance(chain.Live));
    gone = order(1:end - count);
    b = b + W(:,gone) * mu(gone).';
    kept = true (1, columns (W));
    kept(gone) = false;
  else
    [W, b, kept] = surgery (W, b, mu, chain.Covariance, count);
    chain.Covariance = chain.Covariance(kept,kept);
  end
  [weights{1}, biases{1}] = deal (W(:,kept), b);
  chain.Theta = nnr.model.unroll_weights (weights, biases, network.Precision);
  chain.Live = chain.Live(kept);
end

function [W, b, kept] = surgery (W, b, mu, S, count)
  num_inputs = columns (W);
  damping = 0.01;
  V = inv (S + damping * mean (diag (S)) * eye (num_inputs));
  left = diag (V).';
  kept = true (1, num_inputs);
  ## Row t is V_j / sqrt (V_jj) of the t-th input that was dropped, so V = first V - U' * U.
  U = zeros (num_inputs - count, num_inputs);
  for t = 1:num_inputs - count
    cost = sum (W .^ 2, 1) ./ left;
    cost(! kept) = Inf;
    [~, j] = min (cost);
    row = V(j,:) - U(1:t - 1,j).' * U(1:t - 1,:);
    row(! kept) = 0;
    share = row / row(j);
    U(t,:) = row / sqrt (row(j));
    left -= U(t,:) .^ 2;
    kept(j) = false;
    w = W(:,j);
    W -= w * share;
    W(:,j) = 0;
    b = b + w * (mu * share.');
  end
end

%!test
%! # against a new inverse after each dropped input
%! n = 9;
%! X = sin ((1:60).' * (1:n) .^ 1.3) * (eye (n) + 0.3);
%! mu = mean (X);
%! C = cov (X);
%! W = cos ((1:4).' * (1:n));
%! network = struct ("Sizes", [n, 4, 2], "Precision", "double");
%! theta = [W(:); (1:4).'; (1:10).'];
%! moments = struct ("Mean", mu, "Variance", var (X));
%! chain = struct ("Theta", theta, "Live", 1:n, "Covariance", C);
%! chain = nnr.path.drop_inputs (chain, 4, network, moments);
%! live = 1:n;
%! b = (1:4).';
%! S = C + 0.01 * mean (diag (C)) * eye (n);
%! while (numel (live) > 4)
%!   V = inv (S(live,live));
%!   [~, j] = min (sum (W .^ 2, 1) ./ diag (V).');
%!   rest = [1:j - 1, j + 1:numel(live)];
%!   share = -V(j,rest) / V(j,j);
%!   b += W(:,j) * (mu(live(j)) - share * mu(live(rest)).');
%!   W = W(:,rest) + W(:,j) * share;
%!   live = live(rest);
%! end
%! assert (chain.Live, live);
%! assert (chain.Theta, [W(:); b; (1:10).'], 1e-10);
%! assert (chain.Covariance, C(live,live));
