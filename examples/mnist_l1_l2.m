## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The lesson: MNIST, 784-512-10, an L1 or L2 penalty on the hidden layer, five epochs.
##
## The environment variable NNREG_MNIST_DIR names the folder with the four files of MNIST (or call
## nnreg_mnist ("Download", true) once). Without them the digits of the package are used.

pkg load nnreg

try
  [X, y, Xtest, ytest] = nnreg_mnist ();
  name = 'MNIST, 784-512-10, batch 128';
catch err
  fprintf ("%s\nThe digits of the package take its place.\n\n", err.message);
  [X, y] = nnreg_digits ();
  test = mod ((1:rows (X)).', 4) == 0;
  [Xtest, ytest] = deal (X(test,:) / 16, y(test));
  [X, y] = deal (X(! test,:) / 16, y(! test));
  name = 'digits, 64-512-10';
end

## The lesson shows the test accuracy of each epoch. It must not choose the epoch by it: the test
## data would no longer be new to the model. So the weights are those of the last epoch, not of the
## best, which nnreg_fit keeps if there are validation data.
common = {'LayerSizes', 512, 'PenalizedLayers', 'hidden', 'Epochs', 5, 'Keep', 'last', ...
          'ValidationData', {Xtest, ytest}};
runs = {'none', {'Penalty', 'none'}; ...
        'l1, proximal', {'Penalty', 'l1', 'Lambda', 1e-3}; ...
        'l1, subgradient', {'Penalty', 'l1', 'Lambda', 1e-3, 'L1Method', 'subgradient'}; ...
        'l2', {'Penalty', 'l2', 'Lambda', 1e-3}};

fprintf ("%s, Adam, lambda 1e-3 on the hidden layer\n", name);
models = cell (rows (runs), 1);
for k = 1:rows (runs)
  fprintf ("\n%s\n", runs{k,1});
  models{k} = nnreg_fit (X, y, common{:}, runs{k,2}{:}, 'Verbose', 1);
end

fprintf ("\npenalty          test accuracy  zero weights  pixels in use  seconds\n");
for k = 1:rows (runs)
  W = models{k}.Weights{1};
  m = nnreg_evaluate (models{k}, Xtest, ytest);
  fprintf ("%-15s %14.4f %12.1f%% %14d %8.2f\n", runs{k,1}, m.Accuracy, ...
           100 * mean (W(:) == 0), nnz (any (W != 0, 1)), sum (models{k}.History.Seconds));
end
if (! isempty (strfind (name, 'MNIST')))
  fprintf (["\nKeras 3.15 on TensorFlow, two seeds, MNIST (tests/peers/keras_lesson.py):\n" ...
            "none            0.978 to 0.981           0.0%%\n" ...
            "l1              0.938 to 0.946           0.0%%\n" ...
            "l2              0.966 to 0.971           0.0%%\n"]);
end
