## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, stop] = nnr.path.eliminate_inputs (r, p, s, d, chains, X)
##
## The path of a network's inputs, from all to none: train with the group penalty, drop a fifth of
## the inputs that are left (nnr.path.drop_inputs), train on from there, and so on.  Each point is a refit
## without penalty; all chains drop as many, each its own.  Without inputs what is left is the best
## constant.
##
## A point's lambda is the price of an input from which on it is worth its place: the largest rise
## so far of the refits' data loss for each input dropped (0 as long as none rose).

function [r, stop] = eliminate_inputs (r, p, s, d, chains, X)
  stop = false;
  moments = nnr.data.input_moments (X, d, s);
  s.Lambda = group_lambda (p, d, moments);
  relaxed = nnr.path.relaxed_settings (s, p);
  if (! any (moments.Varies))
    error ('nnreg:badData', 'all columns of X are constant');
  end
  [chains.Covariance] = deal ([]);
  price = 0;
  counts = [nnr.path.elimination_counts(nnz (moments.Varies), p.MaxFeatures), 0];
  r.NumPlanned = nnz (counts <= p.MaxFeatures);
  for count = counts
    if (count == 0)
      [after, outcome] = nnr.path.null_point (after, d, s);
    else
      chains = to_inputs (chains, count, X, d, s, moments);
      chains = nnr.path.train_chains (p, chains, d.Targets, s);
      s.Epochs = p.WarmEpochs;
      if (count > p.MaxFeatures)
        continue
      end
      [after, outcome, penalty] = nnr.path.train_chains (p, chains, d.Targets, relaxed);
    end
    if (! isempty (r.TrainLoss))
      price = max (price, (outcome(1,4) - r.TrainLoss(end)) / (count_before - count));
    end
    count_before = count;
    outcome(1,6) = 1 - count / d.Data.NumInputs;
    point = struct ('Lambda', price, 'Chain', after(1), 'Penalty', penalty, ...
                    'Settings', relaxed, 'Outcome', outcome);
    [r, stop] = nnr.path.add_point (r, p, d, point);
    if (stop)
      break
    end
  end
end

## The lambda of the trainings in between, by the inputs' usual scale.  Measured: enough to
## shrink noise among 200 inputs, too little to blur which of two inputs is the better.
function lambda = group_lambda (p, d, moments)
  lambda = p.Lambda;
  if (isempty (lambda))
    deviation = sqrt (mean (moments.Variance(moments.Varies)));
    lambda = deviation * min (0.01, 0.3 / sqrt (d.Data.NumSamples));
  end
end

## Each chain with so many inputs left, its data packed anew.
function chains = to_inputs (chains, count, X, d, s, moments)
  first = isempty (chains(1).Theta);
  for k = 1:numel (chains)
    c = chains(k);
    if (first)
      c.Live = find (moments.Varies);
      if (k > 1)
        [c.Data, c.Covariance] = deal (chains(1).Data, chains(1).Covariance);
      else
        c = packed_inputs (c, X, d, s, moments);
      end
    else
      c = nnr.path.drop_inputs (c, count, ...
                                nnr.model.make_network (s, numel (c.Live), ...
                                                        d.Targets.NumOutputs), moments);
      c = packed_inputs (c, X, d, s, moments);
    end
    chains(k) = c;
  end
end

function c = packed_inputs (c, X, d, s, moments)
  most_inputs = 1000;
  c.Data = nnr.data.data_of_inputs (X, c.Live, d, s);
  if (isempty (c.Covariance) && numel (c.Live) <= most_inputs)
    c.Covariance = nnr.data.input_covariance (X(:,c.Live), moments, c.Live);
  end
end
