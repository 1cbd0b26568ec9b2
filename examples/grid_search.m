## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## A grid search: which penalty, which lambda, and how many units?

pkg load nnreg

[X, y] = nnreg_digits ();
X = X / 16;

grid = {'LayerSizes', {32, 64, [64 32]}, ...
        'Penalty', {'none', 'l1', 'l2'}, ...
        'Lambda', [1e-4 1e-3]};
r = nnreg_gridsearch (X, y, grid, 'CV', 3, 'Epochs', 20, 'BatchSize', 32, 'Verbose', 0)

best = r.Results(r.BestIndex);
fprintf ("\nbest: %s of %.4f, folds from %.4f to %.4f\n", lower (r.ScoreName), r.BestScore, ...
         min (best.FoldScores), max (best.FoldScores));
sparse = r.Results(r.OneSEIndex);
fprintf ("sparsest within one standard error of it: %.4f with %.0f%% zeros\n", sparse.Mean, ...
         100 * sparse.Zeros);
fprintf ("r.Model is the best one, trained on all rows: layers %s\n", ...
         mat2str ([columns(X), r.Model.LayerSizes, rows(r.Model.ClassNames)]));
