## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## chain = nnr.path.second_start (chain, count, s, inputs)
##
## A chain of a path that begins again with COUNT groups of inputs: the live ones of its network, and
## those that can say most about its errors. Parameters and data are empty. INPUTS are those of X
## (nnr.model.input_penalty), S the settings.
##
## Among many inputs a network does not see one whose effect is a curve without a slope: whether a
## unit is active hardly depends on this input. The errors of the network show it. So each input is
## scored by the largest correlation of the errors with it, its square, and its products with up to
## 20 of the strongest live inputs. Only the rows that the chain trains on count.

function chain = second_start (chain, count, s, inputs)
  targets = chain.Fit.Targets;
  [w, rows_in] = nnr.targets.relative_weights (targets, targets.SampleWeights, chain.Train);
  network = nnr.model.make_network (s, numel (chain.Live), targets.NumOutputs);
  weights = nnr.model.roll_weights (double (chain.Theta), network.Sizes);
  strength = sum (weights{1} .^ 2, 1) .* chain.Moments.Variance(chain.Live);
  score = scores (chain, strength, errors_of (chain, network, rows_in, s, w), w, rows_in);
  [~, first, group] = unique (inputs.Group(chain.Live));
  score = accumarray (group(:), score(:), [], @max).';
  alive = accumarray (group(:), strength(:), [], @max).' > 0;
  alive(inputs.Factors(chain.Live(first)) == 0) = true;
  score(alive) += 2;            # a correlation is at most 1
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
  Z -= w.' * Z;
  Z ./= max (sqrt (w.' * Z .^ 2), eps);
end

## A row: the score of each of the chain's inputs.
function best = scores (chain, strength, errors, w, rows_in)
  most_partners = 20;
  at_once = 500;
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
