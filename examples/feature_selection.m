## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Which of 200 inputs matter?  The response is Friedman's function of five of them, with noise: two
## are multiplied, one is squared about its middle, which a linear model cannot see.
##
## nnreg_path is compared with a linear lasso path, with networks on all inputs and on the right
## five, and with networks on five inputs chosen without y: at random and by pivoted QR.

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
  fprintf ("%6d  %.3f%s\n", path.LiveInputs(k), path.CVRMSE(k), ...
           repmat ('  <- one standard error', 1, k == path.Index1SE));
end
found = path.Selected{path.Index1SE};
fprintf ("inputs found: %s\n\n", mat2str (found));

lasso = nnreg_path (X, y, 'LayerSizes', [], common{:});
[~, ~, order] = qr (X - mean (X), 0);
network = @(inputs) nnreg_fit (X(:,inputs), y, 'Standardize', true, 'Penalty', 'none', ...
                               'Epochs', 300, common{:});
on = @(inputs) rmse (network (inputs), Xtest(:,inputs));
results = {'nnreg_path', numel(found), rmse(path.Model1SE, Xtest); ...
           'linear lasso path', lasso.LiveInputs(lasso.Index1SE), rmse(lasso.Model1SE, Xtest); ...
           'network on the right five', 5, on(1:5); ...
           'network on all', 200, on(1:200); ...
           'five at random', 5, on(randperm (200, 5)); ...
           'five by pivoted QR', 5, on(order(1:5))};
fprintf ("%-25s %7s %10s\n", 'model', 'inputs', 'test RMSE');
for k = 1:rows (results)
  fprintf ("%-25s %7d %10.3f\n", results{k,:});
end
fprintf ("\nThe lasso chose %s: a linear model cannot see input 3.\n", ...
         mat2str (lasso.Selected{lasso.Index1SE}));
