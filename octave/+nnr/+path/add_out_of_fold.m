## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.path.add_out_of_fold (r, p, targets, outputs_at)
##
## Adds OutOfFoldMin and OutOfFold1SE to the path R: the predictions of its chosen points by the
## folds' models. P has the Folds (nnr.folds.make). OUTPUTS_AT is a function of a point that
## returns the OUTPUTS of nnr.results.out_of_fold.

function r = add_out_of_fold (r, p, targets, outputs_at)
  predictions = @(point) nnr.results.out_of_fold (p.Folds, targets, outputs_at (point));
  r.OutOfFoldMin = predictions (r.IndexMin);
  r.OutOfFold1SE = r.OutOfFoldMin;
  if (r.Index1SE != r.IndexMin)
    r.OutOfFold1SE = predictions (r.Index1SE);
  end
end
