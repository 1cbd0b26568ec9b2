## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [model, d] = nnr.sparsify.train (t, kind, from, lambda)
##
## A training of nnreg_sparsify by the settings T (nnr.sparsify.open), and its packed data D:
##
##   "dense"   without a penalty but the default one
##   "teacher" the same, but nothing is said about the model
##   "round"   from the model FROM: the L1 penalty on all layers is a half sine of height LAMBDA
##             over the first 80% of the epochs, then 0; weights that are 0 stay so
##   "last"    from FROM without a penalty, on all rows if a fraction of them was held out, at half
##             the rate: it should keep what the rounds have found
##
## The learning rate falls along a half cosine. With large batches that of a round begins up to
## three times as high: it takes more weights at the same score. In small ones it adds noise.

function [model, d] = train (t, kind, from, lambda)
  warning ('off', 'nnreg:separable', 'local');  # its advice is a penalty
  s = t.Settings;
  [s.Epochs, epochs] = deal (t.Epochs);
  is_dense = any (strcmp (kind, {'dense', 'teacher'}));
  if (is_dense && t.IsLinear)
    [model, d] = deal (t.Dense, t.Data);
    return
  elseif (! is_dense)
    from = nnr.sparsify.shrink (from);
    [s.Penalty, s.Lambda, s.KeepZeros] = deal ('none', [], true);
    [s.InitialModel, s.LayerSizes] = deal (from, from.LayerSizes);
  end
  rate = t.Rate * merge (strcmp (kind, 'last'), 1/2, 1);
  if (lambda > 0)
    rate *= min (3, max (1, 3 * s.BatchSize / 128));
    rounded = 0.8 * epochs;
    s.Penalty = 'l1';
    s.Lambda = @(k) lambda * sin (pi * min (1, (k - 0.5) / rounded));
  end
  s.LearnRate = @(k) rate / 2 * (1 + cos (pi * (k - 1) / epochs));
  d = nnr.sparsify.data_of (t, from);
  if (strcmp (kind, 'last') && t.Refits)
    [d.TrainRows, d.ValidationRows, s.ValidationFraction] = deal ([], [], 0);
    if (! isempty (t.Soft))
      d.Targets.Responses = t.Soft;
    end
  end
  looked_at = any (strcmp (kind, {'dense', 'last'}));
  model = nnr.train.fit_packed (d, s, strcmp (kind, 'dense'), ! looked_at);
end
