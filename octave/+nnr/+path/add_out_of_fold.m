## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.path.add_out_of_fold (r, p, targets, outputs_at)
##
## Adds OutOfFoldMin and OutOfFold1SE to the path R: the predictions of its chosen points by the
## folds' models. P has the Folds (nnr.folds.make). OUTPUTS_AT is a function of some points that
## returns a cell with the OUTPUTS of nnr.results.out_of_fold for each.

function r = add_out_of_fold (r, p, targets, outputs_at)
  points = [r.IndexMin, r.Index1SE];
  outputs = outputs_at (points(1:1 + (points(1) != points(2))));
  r.OutOfFoldMin = nnr.results.out_of_fold (p.Folds, targets, outputs{1});
  r.OutOfFold1SE = r.OutOfFoldMin;
  if (numel (outputs) > 1)
    r.OutOfFold1SE = nnr.results.out_of_fold (p.Folds, targets, outputs{2});
  end
end
