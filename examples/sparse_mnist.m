## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## As few weights as possible at full accuracy: lambda rises and falls to zero again, and KeepZeros
## keeps the weights at zero that have become zero.
##
## A large lambda finds the weights that are not needed. While it falls, the other weights recover
## from the shrinkage that costs accuracy. The rate falls along a cosine. The environment variable
## NNREG_MNIST_DIR names the folder of MNIST; without it the digits of the package are used.

pkg load nnreg

try
  [X, y, Xtest, ytest] = nnreg_mnist ();
  name = 'MNIST, 784-512-10, 30 epochs';
  lambda = 2e-5;
catch err
  fprintf ("%s\nThe digits of the package take its place.\n\n", err.message);
  [X, y] = nnreg_digits ();
  test = mod ((1:rows (X)).', 4) == 0;
  [Xtest, ytest] = deal (X(test,:) / 16, y(test));
  [X, y] = deal (X(! test,:) / 16, y(! test));
  name = 'digits, 64-512-10, 30 epochs';
  lambda = 5e-4;
end

epochs = 30;
cosine = @(k) 2e-3 / 2 * (1 + cos (pi * (k - 1) / epochs));
hump = @(k) lambda * sin (pi * k / epochs);
common = {'LayerSizes', 512, 'PenalizedLayers', 'hidden', 'Epochs', epochs, ...
          'LearnRate', cosine, 'Verbose', 0};
runs = {'no penalty', {'Penalty', 'none'}; ...
        'l1, constant', {'Penalty', 'l1', 'Lambda', lambda}; ...
        'l1, rise and fall', {'Penalty', 'l1', 'Lambda', hump, 'KeepZeros', true}};

fprintf ("%s\n\nhidden layer      test accuracy  weights left  zero weights  seconds\n", name);
for k = 1:rows (runs)
  model = nnreg_fit (X, y, common{:}, runs{k,2}{:});
  W = model.Weights{1};
  m = nnreg_evaluate (model, Xtest, ytest);
  fprintf ("%-17s %13.4f %13d %12.1f%% %8.2f\n", runs{k,1}, m.Accuracy, nnz (W), ...
           100 * mean (W(:) == 0), sum (model.History.Seconds));
end
