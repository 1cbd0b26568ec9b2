## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The penalties compared on the digits. What do L1, L2 and none do to the accuracy and the weights
## of a network? Then a search finds the best penalty and lambda.

pkg load nnreg

[X, y] = nnreg_digits ();
X = X / 16;                                  # 1797 images of 8x8 pixels, 0 to 1
test = mod ((1:rows (X)).', 4) == 0;         # one image in four is for the test

network = {'LayerSizes', 64, 'Epochs', 40, 'BatchSize', 32, 'Verbose', 0};
penalties = {'none', {'Penalty', 'none'}; ...
             'l1', {'Penalty', 'l1', 'Lambda', 1e-3}; ...
             'l2', {'Penalty', 'l2', 'Lambda', 1e-3}};

fprintf ("64-64-10 on digits, 40 epochs\n\n");
fprintf ("penalty  test accuracy  zero weights  largest weight  seconds\n");
for k = 1:rows (penalties)
  model = nnreg_fit (X(! test,:), y(! test), network{:}, penalties{k,2}{:});
  m = nnreg_evaluate (model, X(test,:), y(test));
  fprintf ("%-7s %14.4f %12.1f%% %15.3f %8.2f\n", penalties{k,1}, m.Accuracy, ...
           100 * mean (model.Weights{1}(:) == 0), max (abs (model.Weights{1}(:))), ...
           sum (model.History.Seconds));
end

fprintf ("\nWhich penalty, and how much of it? Three folds each:\n\n");
nnreg_gridsearch (X(! test,:), y(! test), ...
                  {'Lambda', [1e-5 1e-4 1e-3 1e-2], 'Penalty', {'l1', 'l2'}}, network{:})
