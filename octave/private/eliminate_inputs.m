## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{r}, @var{stop}] =} eliminate_inputs (@var{r}, @var{p}, @var{s}, @var{d}, @var{chains}, @var{X})
## The path of a network's inputs, from all to none: train with the group penalty, drop a
## fifth of the inputs that are left (drop_inputs), train on from there, and so on.  Each
## point is a refit without penalty; all chains drop as many, each its own.  Without inputs
## what is left is the best constant.
##
## A point's lambda is the price of an input from which on it is worth its place: the largest
## rise so far of the refits' data loss for each input dropped (0 as long as none rose).
## @seealso{nnreg_path, follow_lambdas}
## @end deftypefn

function [r, stop] = eliminate_inputs (r, p, s, d, chains, X)
  stop = false;
  moments = input_moments (p.Caller, X, d, s);
  s.Lambda = group_lambda (p, d, moments);
  relaxed = relaxed_settings (s, p);
  if (! any (moments.Varies))
    error ('nnreg:badData', '%s: all columns of X are constant', p.Caller);
  end
  [chains.Covariance] = deal ([]);
  price = 0;
  counts = [elimination_counts(nnz (moments.Varies), p.MaxFeatures), 0];
  r.NumPlanned = nnz (counts <= p.MaxFeatures);
  for count = counts
    if (count == 0)
      [after, outcome] = null_point (after, d, s);
    else
      chains = to_inputs (p.Caller, chains, count, X, d, s, moments);
      chains = train_chains (p, chains, d.Targets, s);
      s.Epochs = p.WarmEpochs;
      if (count > p.MaxFeatures)
        continue
      end
      [after, outcome, penalty] = train_chains (p, chains, d.Targets, relaxed);
    end
    if (! isempty (r.TrainLoss))
      price = max (price, (outcome(1,4) - r.TrainLoss(end)) / (count_before - count));
    end
    count_before = count;
    outcome(1,6) = 1 - count / d.Data.NumInputs;
    point = struct ('Lambda', price, 'Chain', after(1), 'Penalty', penalty, ...
                    'Settings', relaxed, 'Outcome', outcome);
    [r, stop] = add_point (r, p, d, point);
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
function chains = to_inputs (caller, chains, count, X, d, s, moments)
  first = isempty (chains(1).Theta);
  for k = 1:numel (chains)
    c = chains(k);
    if (first)
      c.Live = find (moments.Varies);
      if (k > 1)
        [c.Data, c.Covariance] = deal (chains(1).Data, chains(1).Covariance);
      else
        c = packed_inputs (caller, c, X, d, s, moments);
      end
    else
      c = drop_inputs (c, count, make_network (s, numel (c.Live), d.Targets.NumOutputs), moments);
      c = packed_inputs (caller, c, X, d, s, moments);
    end
    chains(k) = c;
  end
end

function c = packed_inputs (caller, c, X, d, s, moments)
  most_inputs = 1000;
  c.Data = data_of_inputs (caller, X, c.Live, d, s);
  if (isempty (c.Covariance) && numel (c.Live) <= most_inputs)
    c.Covariance = input_covariance (X(:,c.Live), moments, c.Live);
  end
end
