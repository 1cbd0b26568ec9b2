## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.sparsify.train (t, kind, from, lambda)
##
## A training of nnreg_sparsify by the settings T (nnr.sparsify.settings):
##
##   "dense"   without a penalty but the default one
##   "round"   from the model FROM: the L1 penalty on all layers is a half sine of height LAMBDA
##             over the first 80% of the epochs, then 0; weights that are 0 stay so
##   "long"    the same with three times the epochs
##   "refit"   from FROM without a penalty, on all rows if a fraction of them was held out
##
## The learning rate falls along a half cosine.

function model = train (t, kind, from, lambda)
  args = t.Args;
  args.Keep = 'last';
  epochs = t.Epochs * merge (strcmp (kind, 'long'), 3, 1);
  if (strcmp (kind, 'dense'))
    warning ('off', 'nnreg:separable', 'local');        # its advice is a penalty
    if (t.IsLinear)
      args = rmfield (args, intersect (fieldnames (args), {'Epochs', 'LearnRate'}));
    else
      [args.Epochs, args.LearnRate] = deal (epochs, falling (t.Rate, epochs));
    end
    model = nnr.fit.run (t.X, t.Y, {args});
    return
  end
  for id = nnr.words.data_warnings ()
    warning ('off', id{1}, 'local');
  end
  rate = t.Rate;
  [args.InitialModel, args.KeepZeros, args.Solver] = deal (from, true, 'adam');
  if (strcmp (kind, 'refit'))
    rate = t.Rate / 2;
    args.ValidationFraction = 0;
  end
  args.Penalty = 'none';
  if (lambda > 0)
    rounded = 0.8 * epochs;
    args.Penalty = 'l1';
    args.Lambda = @(k) lambda * sin (pi * min (1, (k - 0.5) / rounded));
  end
  args.Epochs = epochs;
  args.LearnRate = falling (rate, epochs);
  model = nnr.fit.run (t.X, t.Y, {args});
end

function rate_of = falling (rate, epochs)
  rate_of = @(k) rate / 2 * (1 + cos (pi * (k - 1) / epochs));
end
