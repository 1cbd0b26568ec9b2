## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## chain = nnr.path.drop_inputs (chain, count, network, moments, inputs, spread)
##
## Drops groups of inputs one at a time until COUNT groups are left (without Groups an input is a
## group): each time the group without which the sums of the first hidden layer change least, when
## the other inputs compensate for it as well as they can. This change is divided by the group's
## PenaltyFactor, so inputs without a penalty stay. INPUTS are those of X (nnr.model.input_penalty).
##
## This is the optimal brain surgeon (Hassibi and Stork, 1993) for whole inputs. S is the covariance
## of the inputs, with a hundredth of its mean diagonal added to the diagonal, and V = inv (S).
## Without input j the sums change by ||w_j||^2 / V_jj in the mean square, if -w_j V_jk / V_jj is
## added to each other column k of W_1. V for the inputs without j is V - V_j V_j' / V_jj. Without a
## group J they change by trace (W_J inv (V_JJ) W_J'), and one input after the other leads there.
##
## If SPREAD is true, the COUNT groups stay that a QR decomposition with pivots takes first, of the
## centred X in its own units. Each is the one of which the groups before it leave most unexplained
## (divided by its PenaltyFactor). So the weights do not decide, unless few stay: below 50 groups,
## the share 1 - COUNT / 50 of a group's gain is the share of the unexplained sums that it explains
## (orthogonal matching pursuit), and the rest its share of the unexplained X. The inputs that stay
## compensate as above.
##
## If chain.Covariance is empty (too many inputs), the inputs count as uncorrelated.

function chain = drop_inputs (chain, count, network, moments, inputs, spread)
  [weights, biases] = nnr.model.roll_weights (double (chain.Theta), network.Sizes);
  [W, b, mu] = deal (weights{1}, biases{1}, moments.Mean(chain.Live));
  [~, first, group] = unique (inputs.Group(chain.Live));
  [group, factors] = deal (group(:).', inputs.Factors(chain.Live(first)).');
  if (isempty (chain.Covariance))
    change = sum (W .^ 2, 1) .* moments.Variance(chain.Live);
    [~, order] = sort (by_factor (accumarray (group.', change.').', factors));
    gone = ismember (group, order(1:end - count));
    b = b + W(:,gone) * mu(gone).';
    kept = ! gone;
  else
    live = struct ('Group', group, 'Factors', factors, 'Order', []);
    if (spread)
      units = moments.Scale(chain.Live);
      live.Order = spread_order (chain.Covariance .* (units.' * units), W ./ units, live, count);
    end
    [W, b, kept] = surgery (W, b, mu, chain.Covariance, count, live);
    chain.Covariance = chain.Covariance(kept,kept);
  end
  [weights{1}, biases{1}] = deal (W(:,kept), b);
  chain.Theta = nnr.model.unroll_weights (weights, biases, network.Precision);
  chain.Live = chain.Live(kept);
end

## The factor 0 is Inf, whatever the change.
function change = by_factor (change, factors)
  change = change ./ factors;
  change(factors == 0) = Inf;
end

function [W, b, kept] = surgery (W, b, mu, S, count, live)
  num_inputs = columns (W);
  damping = 0.01;
  V = inv (S + damping * mean (diag (S)) * eye (num_inputs));
  left = diag (V).';
  kept = true (1, num_inputs);
  ## Row t is V_j / sqrt (V_jj) of the t-th input that was dropped, so V = first V - U' * U.
  U = zeros (num_inputs - count, num_inputs);
  t = 0;
  for dropped = 1:numel (live.Factors) - count
    if (isempty (live.Order))
      change = changes (W, V, U(1:t,:), left, kept, live.Group);
      [~, next] = min (by_factor (change, live.Factors));
    else
      next = live.Order(dropped);
    end
    for j = find (live.Group == next)(:).'
      t += 1;
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
end

## The groups that leave if COUNT stay, by a Cholesky decomposition of the covariance C with pivots.
function gone = spread_order (C, W, live, count)
  usual = 50;
  share = max (0, 1 - count / usual);
  taken = zeros (1, count);
  left = diag (C).';
  least = eps * max (left);
  R = zeros (0, columns (C));
  M = W * C;                    # covariances of the sums and what is unexplained of the inputs
  all_sums = sum (sum (M .* W));
  unknown = all_sums;
  for t = 1:count
    gain = left / max (sum (left), realmin);
    if (share > 0 && unknown > 1e-10 * all_sums)
      of_sums = sum (M .^ 2, 1) ./ max (left, least) / unknown;
      gain = (1 - share) * gain + share * of_sums;
    end
    gain(left <= least) = 0;
    gain = by_factor (accumarray (live.Group.', gain.').', live.Factors);
    gain(taken(1:t - 1)) = -1;
    [~, taken(t)] = max (gain);
    for j = find (live.Group == taken(t))(:).'
      if (left(j) <= least)
        continue
      end
      R(end + 1,:) = (C(j,:) - R(:,j).' * R) / sqrt (left(j));
      left = max (left - R(end,:) .^ 2, 0);
      if (share > 0)
        known = M(:,j) / R(end,j);
        unknown -= sumsq (known);
        M = M - known * R(end,:);
      end
    end
  end
  gone = setdiff (1:numel (live.Factors), taken);
end

## How much the sums change without each group; Inf for those that are gone.
function change = changes (W, V, U, left, kept, group)
  alone = sum (W .^ 2, 1) ./ left;
  sizes = accumarray (group.', kept.').';       # of groups that are gone 0
  change(group) = alone;
  for g = find (sizes > 1)(:).'
    J = find (group == g);
    change(g) = trace (W(:,J) * ((V(J,J) - U(:,J).' * U(:,J)) \ W(:,J).'));
  end
  change(group(! kept)) = Inf;
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
%! inputs = struct ("Group", (1:n).', "Factors", ones (n, 1));
%! chain = nnr.path.drop_inputs (chain, 4, network, moments, inputs, false);
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
%!test # groups leave whole, by their change divided by their factor; those without a penalty stay
%! n = 7;
%! X = sin ((1:60).' * (1:n) .^ 1.3) * (eye (n) + 0.3);
%! [mu, C] = deal (mean (X), cov (X));
%! W = cos ((1:4).' * (1:n));
%! network = struct ("Sizes", [n, 4, 2], "Precision", "double");
%! moments = struct ("Mean", mu, "Variance", var (X));
%! inputs = struct ("Group", [1; 2; 1; 3; 4; 2; 2], "Factors", [1; 3; 1; 2; 0; 3; 3]);
%! start = struct ("Theta", [W(:); (1:14).'], "Live", 1:n, "Covariance", C);
%! lastwarn ("");
%! apart = setfield (start, "Covariance", eye (n));
%! nnr.path.drop_inputs (apart, 1, network, moments, inputs, false);
%! assert (lastwarn (), "");                    # no singular matrix of a group that is gone
%! chain = nnr.path.drop_inputs (start, 3, network, moments, inputs, false);
%! S = C + 0.01 * mean (diag (C)) * eye (n);
%! V = inv (S);
%! change = @(J) trace (W(:,J) / V(J,J) * W(:,J).');
%! members = {[1, 3], [2, 6, 7], 4};
%! [~, g] = min (cellfun (change, members) ./ [1, 3, 2]);
%! kept = setdiff (1:n, members{g});
%! assert (chain.Live, kept);
%! want = W * S(:,kept) / S(kept,kept);          # the best approximation of W x
%! assert (chain.Theta(1:4 * numel (kept)), want(:), 1e-10);
%! start.Covariance = [];
%! for s = {start, chain}
%!   network.Sizes(1) = numel (s{1}.Live);
%!   last = nnr.path.drop_inputs (s{1}, 1, network, moments, inputs, false);
%!   assert (last.Live, 5);
%! end
%!function chosen = greedy (Z, sums, group, factors, count)
%!  a = max (0, 1 - count / 50);
%!  chosen = [];
%!  for t = 1:count
%!    Q = orth (Z(:,ismember (group, chosen)));
%!    [R, S] = deal (Z, sums);
%!    if (! isempty (Q))
%!      [R, S] = deal (Z - Q * (Q' * Z), sums - Q * (Q' * sums));
%!    end
%!    left = sumsq (R);
%!    known = sumsq (S.' * R) ./ max (left, 1e-20) .* (left > 1e-15 * max (sumsq (Z)));
%!    gain = left / sum (left);
%!    if (sumsq (S(:)) > 1e-10 * sumsq (sums(:)))
%!      gain = (1 - a) * gain + a * known / sumsq (S(:));
%!    end
%!    gain = accumarray (group, gain.').' ./ factors;
%!    gain(chosen) = -1;
%!    [~, chosen(t)] = max (gain);
%!  end
%!endfunction
%!test # by spread: what a QR decomposition with pivots takes first; the rest compensates
%! n = 60;
%! X = sin ((1:90).' * (1:n) .^ 1.3) * (eye (n) + 0.3);
%! X(:,2) = X(:,1) + X(:,3);
%! [units, mu] = deal (1 + mod (1:n, 9), mean (X));
%! [W, C] = deal (cos ((1:4).' * (1:n)), cov (X));
%! network = struct ("Sizes", [n, 4, 2], "Precision", "double");
%! moments = struct ("Mean", mu, "Variance", var (X), "Scale", units);
%! inputs = struct ("Group", (1:n).', "Factors", ones (n, 1));
%! start = struct ("Theta", [W(:); (1:14).'], "Live", 1:n, "Covariance", C);
%! Z = (X - mu) .* units;
%! [~, ~, order] = qr (Z, 0);
%! for count = [58, 50, 30, 3]
%!   chain = nnr.path.drop_inputs (start, count, network, moments, inputs, true);
%!   assert (chain.Live, sort (greedy (Z, (X - mu) * W.', inputs.Group, ones (1, n), count)));
%!   if (count >= 50)
%!     assert (chain.Live, sort (order(1:count)));
%!   end
%!   S = C + 0.01 * mean (diag (C)) * eye (n);
%!   want = W * S(:,chain.Live) / S(chain.Live,chain.Live);
%!   assert (chain.Theta(1:4 * count), want(:), 1e-8);
%! end
%! few = start;                  # once the sums are explained, X alone decides
%! few.Theta(1:4 * n) = [W(:,1:3)(:); zeros(4 * (n - 3), 1)];
%! chain = nnr.path.drop_inputs (few, 20, network, moments, inputs, true);
%! took = greedy (Z, (X - mu)(:,1:3) * W(:,1:3).', inputs.Group, ones (1, n), 20);
%! assert (chain.Live, sort (took));
%! inputs.Group = 1 + mod ((0:n - 1).', 20);      # groups, whole; first the one without a penalty
%! inputs.Factors = 1 + (inputs.Group == 2);
%! inputs.Factors(inputs.Group == 7) = 0;
%! factors = accumarray (inputs.Group, inputs.Factors, [], @max).';
%! for count = [2, 10]
%!   chain = nnr.path.drop_inputs (start, count, network, moments, inputs, true);
%!   took = greedy (Z, (X - mu) * W.', inputs.Group, factors, count);
%!   assert (any (took == 7));
%!   assert (chain.Live, find (ismember (inputs.Group, took)).');
%! end
