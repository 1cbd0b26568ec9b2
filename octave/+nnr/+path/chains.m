## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, folds] = nnr.path.chains (p, s, d)
##
## A path trains several chains side by side. The first learns from all samples and is measured on
## them; with CV there is another one for each fold, measured on the samples that it does not learn
## from. A chain has the packed Data of its Live inputs, the rows to Train on, the rows to be
## Measured on (empty: all), and the parameters Theta. FOLDS has the fold of each sample, or 0.

function [chains, folds] = chains (p, s, d)
  folds = zeros (d.Data.NumSamples, 1);
  if (! (isscalar (p.CV) && isreal (p.CV) && p.CV == 0))
    folds = nnr.folds.make (p.CV, struct ('Fit', d), s);
  end
  nnr.folds.check_weights (d.Targets, folds);
  chains = struct ('Data', d.Data, 'Live', 1:d.Data.NumInputs, 'Train', [], 'Measured', [], ...
                   'Theta', []);
  for fold = 1:max (folds)
    chains(fold + 1) = chains(1);
    [chains(end).Train, chains(end).Measured] = deal (find (folds != fold), find (folds == fold));
  end
end
