## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [chains, folds] = nnr.path.chains (p, s, d)
##
## The trainings that go along a path side by side: one on all samples, which comes first and is
## measured on them, and with p.CV one for each fold, measured on what it leaves out. A chain has
## the packed Data of its Live inputs, the rows that it trains on (Train) and is measured on
## (Measured), and its parameters Theta.

function [chains, folds] = chains (p, s, d)
  folds = zeros (d.Data.NumSamples, 1);
  none = isscalar (p.CV) && isreal (p.CV) && p.CV == 0;
  if (! none)
    folds = nnr.folds.make (p.CV, struct ('Fit', d), s);
  end
  nnr.folds.check_weights (d.Targets, folds);
  for fold = 0:max (folds)
    [train, measured] = deal (find (folds != fold), find (folds == fold));
    if (fold == 0)
      [train, measured] = deal ([]);
    end
    chains(fold + 1) = struct ('Data', d.Data, 'Live', 1:d.Data.NumInputs, 'Train', train, ...
                               'Measured', measured, 'Theta', []);
  end
end
