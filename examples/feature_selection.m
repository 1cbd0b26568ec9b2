## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Which of 200 inputs matter?  Friedman's function of five of them (two multiplied, one
## squared about its middle, which no straight line sees) and noise.
##
## Beside nnreg_path: a linear lasso path, a network on all inputs, one told the five, and one
## on five inputs by random and by pivoted QR, the baselines that see no y.

pkg load nnreg

rand ('twister', 1);
randn ('twister', 1);
truth = @(X) 10 * sin (pi * X(:,1) .* X(:,2)) + 20 * (X(:,3) - 0.5) .^ 2 ...
             + 10 * X(:,4) + 5 * X(:,5);
[X, Xtest] = deal (rand (1000, 200), rand (5000, 200));
[y, ytest] = deal (truth (X) + randn (1000, 1), truth (Xtest) + randn (5000, 1));
rmse = @(model, X) sqrt (mean ((nnreg_predict (model, X) - ytest) .^ 2));
common = {'Task', 'regression', 'Verbose', 0};

start = tic ();
path = nnreg_path (X, y, 'Penalty', 'group', common{:});
seconds = toc (start);
fprintf ("nnreg_path, 5 folds, %.1f seconds\n\ninputs  cross-validated RMSE\n", seconds);
for k = find (path.LiveInputs <= 10)
  fprintf ("%6d  %.3f +- %.3f%s\n", path.LiveInputs(k), path.Mean(k), path.SE(k), ...
           repmat ('  <- one standard error', 1, k == path.Index1SE));
end
found = path.Selected{path.Index1SE};
fprintf ("inputs found: %s\n\n", mat2str (found));

lasso = nnreg_path (X, y, 'LayerSizes', [], common{:});
[~, ~, order] = qr (X - mean (X), 0);
network = @(inputs) nnreg_fit (X(:,inputs), y, 'Standardize', true, 'Epochs', 300, common{:});
on = @(inputs) rmse (network (inputs), Xtest(:,inputs));
results = {'nnreg_path', numel(found), rmse(path.Model1SE, Xtest); ...
           'linear lasso path', lasso.LiveInputs(lasso.Index1SE), rmse(lasso.Model1SE, Xtest); ...
           'network told the five', 5, on(1:5); ...
           'network on all', 200, on(1:200); ...
           'five by random', 5, on(randperm (200, 5)); ...
           'five by pivoted QR', 5, on(order(1:5))};
fprintf ("%-22s %7s %10s\n", 'model', 'inputs', 'test RMSE');
for k = 1:rows (results)
  fprintf ("%-22s %7d %10.3f\n", results{k,:});
end
fprintf ("\nThe lasso's inputs: %s: a straight line cannot see input 3.\n", ...
         mat2str (lasso.Selected{lasso.Index1SE}));
