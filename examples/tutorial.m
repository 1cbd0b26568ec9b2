## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

%% Penalties on a small network: a tutorial
## This lesson follows a well-known one for Keras, in Octave: what a penalty is, why L1 gives
## zeros and L2 does not, what a lambda that is too large or too small does, and how to choose
## it. It runs on the digits that come with nnreg, offline, and takes a few seconds.

pkg load nnreg
[X, y] = nnreg_digits ();
X = X / 16;
test = mod ((1:rows (X)).', 4) == 0;
[Xtest, ytest] = deal (X(test,:), y(test));
[X, y] = deal (X(! test,:), y(! test));
printf ("%d images to learn from, %d to test with, %d pixels each\n", size (X, 1), ...
        size (Xtest, 1), size (X, 2));

%% A network without a penalty
## One hidden layer of 64 units, relu, and a softmax over the ten digits. The last 20 per cent
## of the images are kept aside, by random, to watch how the network does on images that it
## does not learn from: the validation data.

args = {"LayerSizes", 64, "BatchSize", 32, "Verbose", 0};
[plain, history] = nnreg_fit (X, y, "Epochs", 300, "ValidationFraction", 0.2, ...
                              "Keep", "last", args{:});
printf ("data loss %.4f, on validation data %.4f\n", history.DataLoss(end), ...
        history.ValDataLoss(end));
h = nnreg_plot (history);

## The training loss goes on falling, while the validation loss rises again: from the dotted
## line on the network learns its images by heart. (To stop there is the option "Patience";
## and without "Keep", "last" it is the best epoch's weights that are returned.)

%% What a penalty is
## The training makes the mean loss small; with a penalty it makes
##
##     J = data loss + lambda * sum (abs (W(:)))     "l1"
##     J = data loss + lambda * sum (W(:) .^ 2)      "l2"
##
## small instead, so that a weight must be worth what it costs. Biases cost nothing. nnreg
## reports data loss and penalty apart, so that losses stay comparable:

[l1, h1] = nnreg_fit (X, y, "Penalty", "l1", "Lambda", 1e-3, "Epochs", 40, args{:});
[l2, h2] = nnreg_fit (X, y, "Penalty", "l2", "Lambda", 1e-3, "Epochs", 40, args{:});
printf ("l1: J %.3f = %.3f + %.3f\n", h1.Loss(end), h1.DataLoss(end), h1.Penalty(end));
printf ("l2: J %.3f = %.3f + %.3f\n", h2.Loss(end), h2.DataLoss(end), h2.Penalty(end));

%% Why L1 gives zeros and L2 does not
## Take one weight and a loss (w - z)^2 / 2 that would like it to be z. With L2 the best w
## is z / (1 + 2 lambda): smaller, but never zero. With L1 it is the soft threshold,
## sign (z) * max (abs (z) - lambda, 0): whatever is not worth lambda becomes exactly zero.

z = linspace (-2, 2, 401);
figure ("visible", merge (have_window_system (), "on", "off"));
lines = plot (z, z, ":", z, z / (1 + 2 * 0.5), "--", z, sign (z) .* max (abs (z) - 0.5, 0), "-");
set (lines, {"color"}, {[0, 0, 0]; [0, 0.45, 0.7]; [0.84, 0.37, 0]});
set (lines, "linewidth", 2);
xlabel ("z, what the loss would like");
ylabel ("best w with the penalty");
legend ({"no penalty", "L2, lambda 0.5", "L1, lambda 0.5"}, "location", "northwest");
grid ("on");

## A network is many such weights. The bar at zero are the exact zeros:

h = nnreg_plot ({l1, l2});
zeros_of = @(model) 100 * mean (model.Weights{1}(:) == 0);
accuracy = @(model) mean (nnreg_predict (model, Xtest) == ytest);
printf ("exact zeros: l1 %.0f%%, l2 %.0f%%\n", zeros_of (l1), zeros_of (l2));
printf ("test accuracy: no penalty %.3f, l1 %.3f, l2 %.3f\n", accuracy (plain), ...
        accuracy (l1), accuracy (l2));

## Where all weights of a pixel are zero the pixel drops out. Which ones does this network
## still look at, and what is left of it?

nnreg_sparsity (l1)

## nnreg takes a proximal step: the soft threshold is part of each step of the training. A
## penalty that only adds lambda * sign (w) to the gradient, as Keras does, makes weights small
## and leaves none at zero:

keras = nnreg_fit (X, y, "Penalty", "l1", "Lambda", 1e-3, "L1Method", "subgradient", ...
                   "Epochs", 40, args{:});
printf ("exact zeros: proximal %d, subgradient %d\n", nnz (l1.Weights{1} == 0), ...
        nnz (keras.Weights{1} == 0));

%% Lambda: too small, too large
## A path follows lambda from small to so large that no weight is left. Too small: the
## penalty does nothing. Too large: the network can afford no weights and guesses.

path = nnreg_path (X, y, "Penalty", "l1", "CV", 3, args{:});
h = nnreg_plot (path);

## The dashed line is the best lambda by cross-validation, the dotted one the largest whose
## accuracy is within one standard error of it: as good, as far as the folds can tell, and
## sparser.

at = [path.IndexMin, path.Index1SE];
printf ("lambda %.2g: accuracy %.3f, %.0f%% zeros\n", ...
        [path.Lambda(at); path.Mean(at); 100 * path.Zeros(at)]);

%% A penalty on one layer alone can be evaded
## The lesson penalises the hidden layer only. But relu (c * h) is c * relu (h): a network may
## make W1 ten times smaller and W2 ten times larger and predicts the same, at a tenth of the
## penalty. Give it time, and it does:

hidden = {"Penalty", "l2", "Lambda", 3e-3, "PenalizedLayers", "hidden"};
short = nnreg_fit (X, y, hidden{:}, "Epochs", 10, args{:});
long = nnreg_fit (X, y, hidden{:}, "Epochs", 300, args{:});
both = nnreg_fit (X, y, "Penalty", "l2", "Lambda", 3e-3, "Epochs", 300, args{:});
norms = @(model) [norm(model.Weights{1}, "fro"), norm(model.Weights{2}, "fro")];
printf ("hidden layer, 10 epochs:  |W1| %5.2f  |W2| %5.2f\n", norms (short));
printf ("hidden layer, 300 epochs: |W1| %5.2f  |W2| %5.2f\n", norms (long));
printf ("all layers, 300 epochs:   |W1| %5.2f  |W2| %5.2f\n", norms (both));

## So penalise all layers (the default) when lambda is to mean something.

%% Choosing the penalty by cross-validation
## A grid search tries all combinations; each is trained on two thirds of the images and scored
## on the last third, three times over.

r = nnreg_gridsearch (X, y, {"Penalty", {"l1", "l2"}, "Lambda", [1e-4 3e-4 1e-3 3e-3]}, ...
                      "LayerSizes", 64, "BatchSize", 32, "Epochs", 30, "Verbose", 1);
h = nnreg_plot (r);

## The test images have not been used for any choice. So what they say of the model that the
## search has chosen is fair:

m = nnreg_evaluate (r.Model, Xtest, ytest);
printf ("test accuracy of the chosen model: %.3f\n", m.Accuracy);

%% Metrics
## Accuracy is one number. Which digits are taken for which, and how well each class is found:

nnreg_evaluate (r.Model, Xtest, ytest)
h = nnreg_plot (m, "Kind", "confusion");

## Precision is the share of the images called a 3 that are one; recall the share of the 3s
## that are found; F1 their harmonic mean. LogLoss is the data loss: it also asks how sure the
## network was.

%% Which pixels does it take?
## Dropping inputs step by step tells how few pixels do nearly as well:

few = nnreg_path (X, y, "Penalty", "group", "CV", 3, "MaxFeatures", 40, args{:});
h = nnreg_plot (few);
some = ismember (few.LiveInputs, [40, 20, 10, 5]);
printf ("%d pixels: accuracy %.3f by cross-validation\n", [few.LiveInputs(some); few.Mean(some)]);
