## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## chain = nnr.path.second_start (chain, count, s, inputs)
##
## A chain of a path that begins again with COUNT groups of inputs: the strong ones of its network
## (nnr.path.input_strength), and those that can say most about its errors. Parameters and data are
## empty. INPUTS are those of X (nnr.model.input_penalty), S the settings.
##
## Among many inputs a network does not see one whose effect is a curve without a slope: whether a
## unit is active hardly depends on this input. The errors of the network show it. So each input is
## scored by the largest correlation of the errors with it, its square, and its products with up to
## 20 of the strongest live inputs. Only the rows that the chain trains on count.

function chain = second_start (chain, count, s, inputs)
  targets = chain.Fit.Targets;
  [w, rows_in] = nnr.targets.relative_weights (targets, targets.SampleWeights, chain.Train);
  network = nnr.model.make_network (s, numel (chain.Live), targets.NumOutputs);
  strength = nnr.path.input_strength (chain, s);
  score = scores (chain, strength, errors_of (chain, network, rows_in, s, w), w, rows_in);
  [~, first, group] = unique (inputs.Group(chain.Live));
  score = accumarray (group(:), score(:), [], @max).';
  ## A correlation is at most 1: strong inputs come before it by their strength, and those without a
  ## penalty before these.
  strength = accumarray (group(:), strength(:), [], @max).';
  alive = strength > 0;
  score(alive) = 2 + strength(alive) / max (strength);
  score(inputs.Factors(chain.Live(first)) == 0) = 4;
  [~, order] = sort (score, 'descend');
  chain.Live = chain.Live(ismember (group(:).', order(1:count)));
  [chain.Theta, chain.Data, chain.Covariance] = deal ([]);
end

## Rows-by-outputs, of mean 0 and mean square 1.
function errors = errors_of (chain, network, rows_in, s, w)
  outputs = double (nnr.model.packed_outputs (network, chain.Theta, chain.Data, rows_in, ...
                                              s.Threads));
  targets = chain.Fit.Targets;
  if (isempty (targets.Responses))
    wanted = double (targets.Labels(rows_in)(:)) + 1 == 1:targets.NumOutputs;
  else
    wanted = double (targets.Responses(:,rows_in)).';
  end
  errors = to_unit (wanted - outputs, w);
end

function Z = to_unit (Z, w)
  Z = Z - w.' * Z;
  Z = Z ./ max (sqrt (w.' * Z .^ 2), eps);
end

## A row: the score of each of the chain's inputs.
function best = scores (chain, strength, errors, w, rows_in)
  most_partners = 20;
  ## A block of inputs is 4 MB, whatever the number of rows, unless one input is more.
  at_once = max (1, floor (2 ^ 19 / numel (rows_in)));
  [~, order] = sort (strength, 'descend');
  partners = order(1:min (most_partners, nnz (strength)));
  columns_of = @(some) to_unit (double (full (chain.X(rows_in,chain.Live(some)))), w);
  P = columns_of (partners);
  best = zeros (1, numel (chain.Live));
  for from = 1:at_once:numel (best)
    part = from:min (from + at_once - 1, numel (best));
    Z = columns_of (part);
    found = largest (Z, errors, w);
    Q = Z .^ 2;
    ## What the square says beyond the input itself.
    found = max (found, largest (Q - Z .* (w.' * (Q .* Z)), errors, w));
    for p = P
      found = max (found, largest (Z .* p, errors, w));
    end
    best(part) = found;
  end
end

function value = largest (Z, errors, w)
  value = max (abs ((w .* errors).' * to_unit (Z, w)), [], 1);
end

%!function chain = some_chain (X, y, s, live)
%!  targets = nnr.targets.make (y, rows (X), s);
%!  d = nnr.train.prepare_data (X, targets, s, {});
%!  folds = struct ("Of", zeros (rows (X), 1), "Forward", false);
%!  chain = nnr.path.chains (d, folds, X, s);
%!  chain.Moments.Variance = ones (1, columns (X));
%!  chain.Covariance = [];
%!  weights = zeros (2, columns (X));
%!  weights(:,live) = [0.5; -0.5];
%!  chain.Theta = single ([weights(:); 0; 0; 1; -1; 0]);
%!endfunction
%!test # the live inputs, then those whose square or product with a live one is in the errors
%! rand ("twister", 3);
%! randn ("twister", 3);
%! X = randn (300, 30);
%! y = 2 * X(:,4) + X(:,9) .^ 2 + X(:,4) .* X(:,12) + 0.1 * randn (300, 1);
%! s = nnr.options.settings ({"Task", "regression", "LayerSizes", 2, "Penalty", "group", ...
%!                            "Lambda", 1, "Threads", 1, "Standardize", true});
%! inputs = nnr.model.input_penalty (s, 30, []);
%! chain = some_chain (X, y, s, 4);
%! kept = nnr.path.second_start (chain, 3, s, inputs);
%! assert (kept.Live, [4, 9, 12]);
%! assert (isempty (kept.Theta));
%! # inputs without a penalty stay; groups come whole; rows outside of the training do not count
%! inputs.Factors(20) = 0;
%! inputs.Group(9) = inputs.Group(1);
%! kept = nnr.path.second_start (chain, 4, s, inputs);
%! assert (kept.Live, [1, 4, 9, 12, 20]);
%! y(151:300) = 9 * X(151:300,7);
%! chain = some_chain (X, y, s, 4);
%! chain.Train = (1:150).';
%! kept = nnr.path.second_start (chain, 4, s, inputs);
%! assert (! any (kept.Live == 7));
%! chain.Train = [];
%! kept = nnr.path.second_start (chain, 4, s, inputs);
%! assert (any (kept.Live == 7));
%!test # the best of all blocks of inputs
%! rand ("twister", 3);
%! randn ("twister", 3);
%! X = randn (300, 4000);
%! y = X(:,1748) + X(:,3900) .^ 2 + X(:,40);
%! s = nnr.options.settings ({"Task", "regression", "LayerSizes", 2, "Penalty", "group", ...
%!                            "Lambda", 1, "Threads", 1, "Standardize", true});
%! inputs = nnr.model.input_penalty (s, 4000, []);
%! kept = nnr.path.second_start (some_chain (X, y, s, 40), 3, s, inputs);
%! assert (kept.Live, [40, 1748, 3900]);
