## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## What L1 and L2 do to the weights of the hidden layer: draws l1_against_l2.png and
## l1_first_layer.png in the folder that NNREG_PICTURES names, or in the current one.

pkg load nnreg

[X, y] = nnreg_digits ();
X = X / 16;
test = mod ((1:rows (X)).', 4) == 0;
kinds = {'l1', 'l2'};

for k = 1:2
  models{k} = nnreg_fit (X(! test,:), y(! test), 'LayerSizes', 64, 'Epochs', 40, ...
                         'BatchSize', 32, 'Penalty', kinds{k}, 'Lambda', 1e-3, 'Verbose', 0);
  accuracy = mean (nnreg_predict (models{k}, X(test,:)) == y(test));
  printf ("%s: accuracy %.3f\n", kinds{k}, accuracy);
end

folder = getenv ('NNREG_PICTURES');
if (isempty (folder))
  folder = pwd ();
end
files = fullfile (folder, {'l1_against_l2.png', 'l1_first_layer.png'});
nnreg_plot (models, 'File', files{1});
nnreg_plot (models{1}, 'File', files{2});
fprintf ("drawn: %s\n", files{:});
