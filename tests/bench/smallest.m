## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## How accurate small networks of nnreg_sparsify are on digits:
##
##   octave tests/bench/smallest.m [LIMITS] [SEEDS] [LAYERS]
##
## LIMITS are numbers of weights (default "[4700 2300]"), SEEDS (default "1:5"), LAYERS the
## LayerSizes (default "[300 100]"), all as Octave writes them. The data are in the folder that
## NNREG_MNIST_DIR names; another set in files of the same names will do. nnreg_sparsify holds out
## 10,000 rows for its choices, by the seed; the test rows are read after the last training. Dense
## networks of the same seeds and epochs stand beside.

1;

function [model, seconds] = timed (fcn)
  began = cputime ();
  model = fcn ();
  seconds = cputime () - began;
end

function show (name, models, seconds, Xtest, ytest)
  accuracy = cellfun (@(m) nnreg_evaluate (m, Xtest, ytest).Accuracy, models);
  weights = cellfun (@(m) sum (cellfun (@nnz, m.Weights)), models);
  printf ("%-24s %7d %9.2f%% %7.2f %s %9.1f\n", name, max (weights), 100 * mean (accuracy), ...
          100 * std (accuracy), sprintf (' %.2f', 100 * accuracy), mean (seconds));
end

pkg load nnreg
args = argv ();
args = args(! strncmp (args, '-', 1));
given = cellfun (@str2num, args, 'UniformOutput', false);
defaults = {[4700, 2300], 1:5, [300, 100]};
defaults(1:numel (given)) = given;
[limits, seeds, layers] = deal (defaults{:});
[X, y, Xtest, ytest] = nnreg_mnist ();

[models, seconds] = deal (cell (numel (limits) + 1, numel (seeds)), []);
rate = @(k) 1e-3 * (1 + cos (pi * (k - 1) / 20));
for s = 1:numel (seeds)
  common = {'LayerSizes', layers, 'Seed', seeds(s), 'Verbose', 0};
  [models{1,s}, seconds(1,s)] = timed (@() nnreg_fit (X, y, common{:}, 'Epochs', 20, ...
                                                      'LearnRate', rate));
  for l = 1:numel (limits)
    [r, seconds(l + 1,s)] = timed (@() nnreg_sparsify (X, y, common{:}, 'NumWeights', limits(l)));
    models{l + 1,s} = r.Model;
    printf ("seed %d, at most %d weights: %.4f on the rows held out, dense %.4f; %.1f CPU s\n", ...
            seeds(s), limits(l), r.Score(r.Index), r.DenseScore, seconds(l + 1,s));
    fflush (stdout);
  end
end
printf ("\n%-24s %7s %10s %7s  %s\n", 'network', 'weights', 'test', 'std', ...
        'each seed; CPU seconds of one call');
show ('dense', models(1,:), seconds(1,:), Xtest, ytest);
for l = 1:numel (limits)
  show (sprintf ('at most %d', limits(l)), models(l + 1,:), seconds(l + 1,:), Xtest, ytest);
end
