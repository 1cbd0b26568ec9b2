## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## problem = nnr.linear.problem (X, d, s, folds)
##
## What the gateway __nnreg_linear_follow__ should solve: the data D (nnr.linear.prepare) with the
## settings S. FOLDS has one repeat (nnr.folds.make); all 0 for none.

function problem = problem (X, d, s, folds)
  t = d.Targets;
  found = d.Found;
  check_squares ('y', max (t.Y) - min (t.Y));
  if (islogical (s.Standardize) && ! s.Standardize)
    check_squares ('X', found.Scale(! found.Constant));
  end
  unit = found.Scale;
  ## Only without an intercept a constant column tells anything.
  unit(found.Constant) = ! s.Intercept & found.Largest(found.Constant) > 0;
  scale = [];
  if (! (islogical (s.Standardize) && s.Standardize))
    scale = merge (isempty (d.Scale), ones (columns (X), 1), d.Scale);
  end
  problem = struct ('X', X, 'Offset', found.Mean, 'Unit', unit, 'Scale', scale, ...
                    'Factors', s.PenaltyFactor, 'Groups', int32 (s.Groups - 1), ...
                    'Task', s.Task, 'NumOutputs', t.NumOutputs, 'Labels', t.Labels, ...
                    'Responses', double (t.Y), 'ResponseScale', t.ResponseScale(:), ...
                    'Intercept', double (s.Intercept), 'Weights', t.Weights, ...
                    'Judges', judges (t), 'Parts', [], 'NumParts', max ([0; folds.Of(:)]), ...
                    'Forward', double (folds.Forward));
  if (problem.NumParts > 0)
    problem.Parts = int32 (folds.Of(:));
  end
end

## The solver's losses are of the second degree in X and y.
function check_squares (name, spread)
  limits = [1e-140, 1e140];
  bad = spread(spread > 0 & (spread < limits(1) | spread > limits(2)));
  if (! isempty (bad))
    error ('nnreg:badData', ['the values of %s differ by %.3g, whose square no double can ' ...
                             'hold; give %s in another unit'], name, bad(1), name);
  end
end

## Class weights count for the loss alone.
function weights = judges (t)
  weights = t.SampleWeights;
  if (isempty (weights) && ! isempty (t.Weights))
    weights = ones (size (t.Weights));
  end
end
