## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## chains = nnr.path.chains (d, folds, X, s)
##
## A path trains several chains side by side. The first learns from all samples and is measured on
## them; for each fold there is another one, measured on the samples that it does not learn from. A
## chain has its Fit (nnr.train.scale_data), with means and scales of X from the rows that it learns
## from; X, which for a table is prepared by these rows too; the packed Data of its Live inputs; the
## rows to Train on and the rows to be Measured on (empty: all); and the parameters Theta. D is from
## nnr.train.prepare_data with the training rows of FOLDS (nnr.folds.make).
##
## All chains have one unit of y and one threshold of its loss, those of all samples. So a lambda is
## the same penalty in each fold, as in cv.glmnet, and the losses of the folds can be averaged.

function chains = chains (d, folds, X, s)
  chains = struct ('Fit', d, 'X', X, 'Data', d.Data, 'Live', 1:d.Data.NumInputs, 'Train', [], ...
                   'Measured', [], 'Theta', []);
  [inside, outside] = nnr.folds.sides (folds);
  for k = 1:numel (inside)
    chain = chains(1);
    [chain.Fit, chain.Data] = deal (d.Folds{k}, d.Folds{k}.Data);
    chain.Fit.Targets = in_unit_of (d.Targets, chain.Fit.Targets);
    [chain.Train, chain.Measured] = deal (outside{k}, inside{k});
    chain.X = nnr.table.of_rows (X, nnr.table.of (s), chain.Train);
    chains(k + 1) = chain;
  end
end

## The TARGETS of a fold, in the unit of the WHOLE.
function targets = in_unit_of (whole, targets)
  if (! isempty (targets.Responses))
    [targets.ResponseScale, targets.Scales] = deal (whole.ResponseScale, whole.Scales);
    targets.Thresholds = whole.Thresholds;
    targets.Responses = nnr.targets.standard_responses (targets.Y, targets, ...
                                                        class (targets.Responses));
  end
end
