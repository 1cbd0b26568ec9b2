## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

%% Penalties on a small network: a tutorial
## This lesson shows what a penalty is, why L1 gives zeros and L2 does not, what a lambda does that
## is too small or too large, and how to choose lambda. It follows a well-known lesson for Keras.
## It uses the digits of the package, needs no network connection, and takes some seconds.

pkg load nnreg
window = {"visible", merge(have_window_system (), "on", "off")};
[X, y] = nnreg_digits ();
X = X / 16;
test = mod ((1:rows (X)).', 4) == 0;
[Xtest, ytest] = deal (X(test,:), y(test));
[X, y] = deal (X(! test,:), y(! test));
printf ("%d images to learn from, %d to test with, %d pixels each\n", size (X, 1), ...
        size (Xtest, 1), size (X, 2));

%% A network without a penalty
## The network has one hidden layer of 64 units with relu, and a softmax over the ten digits. A
## random 20 per cent of the images are the validation data: the network does not learn from them,
## so they show how good it is on new images.

args = {"LayerSizes", 64, "BatchSize", 32, "Verbose", 0};
[plain, history] = nnreg_fit (X, y, "Penalty", "none", "Epochs", 300, ...
                              "ValidationFraction", 0.2, "Keep", "last", args{:});
printf ("data loss %.4f, on validation data %.4f\n", history.DataLoss(end), ...
        history.ValDataLoss(end));
figure (window{:});
h = nnreg_plot (history);

## The training loss keeps falling, but the validation loss rises again: from the dotted line on,
## the network learns its images by heart. (The option "Patience" stops the training there. Without
## "Keep", "last" the weights of the best epoch are returned.)

%% What a penalty is
## Training minimises the mean loss over the images. With a penalty it minimises
##
##     J = data loss + lambda * sum (abs (W(:)))     "l1"
##     J = data loss + lambda * sum (W(:) .^ 2)      "l2"
##
## instead: each weight now has a price, and must reduce the data loss by at least that. Biases are
## free. nnreg reports data loss and penalty separately, so that losses can be compared:

[l1, h1] = nnreg_fit (X, y, "Penalty", "l1", "Lambda", 1e-3, "Epochs", 40, args{:});
[l2, h2] = nnreg_fit (X, y, "Penalty", "l2", "Lambda", 1e-3, "Epochs", 40, args{:});
printf ("l1: J %.3f = %.3f + %.3f\n", h1.Loss(end), h1.DataLoss(end), h1.Penalty(end));
printf ("l2: J %.3f = %.3f + %.3f\n", h2.Loss(end), h2.DataLoss(end), h2.Penalty(end));

%% Where a penalty wins
## The fewer the rows and the more the inputs, the more a model can learn by heart. Here are 60 rows
## to learn from and 100 inputs, of which five matter, and as much noise as signal. A model without
## hidden layers is a linear one: its penalty is the lasso or ridge of statistics. nnreg_path trains
## it for many lambdas, from one that leaves nothing to one that does nothing:

k = (1:300).';
inputs = sin (k .^ 2 * sqrt (1:100));
response = inputs(:,1:5) * [3; -2; 2; 1; -1] + 3 * sin (k .^ 2 * exp (1));
[old, new] = deal (1:60, 101:300);
linear = {"Task", "regression", "LayerSizes", [], "CV", 0, "LambdaRatio", 1e-6, ...
          "Verbose", 0};
rmse = @(model, rows) sqrt (mean ((nnreg_predict (model, inputs(rows,:)) - response(rows)) .^ 2));
figure (window{:}, "position", [100, 100, 800, 400]);
penalties = {"l1", "l2"};
for i = 1:2
  few = nnreg_path (inputs(old,:), response(old), "Penalty", penalties{i}, linear{:});
  errors = cellfun (@(model) [rmse(model, old); rmse(model, new)], few.Models, ...
                    "UniformOutput", false);
  errors = [errors{:}];
  subplot (1, 2, i);
  lines = semilogx (few.Lambda, errors(1,:), "--", few.Lambda, errors(2,:), "-");
  set (lines, "linewidth", 2);
  axis ([min(few.Lambda), max(few.Lambda), 0, 6]);
  xlabel (["lambda of ", penalties{i}]);
  ylabel ("RMSE");
  [least, at] = min (errors(2,:));
  printf ("%s, new rows: %.2f at the smallest lambda, %.2f at %.2g, %.2f at the largest\n", ...
          penalties{i}, errors(2,end), least, few.Lambda(at), errors(2,1));
end
legend ({"learned", "new rows"}, "location", "northeast");

## From right to left lambda falls, and the error on the rows to learn from falls with it, nearly to
## 0. The error on new rows falls and rises again, a U: on the right the model cannot learn what is
## there (underfitting), on the left it learns the noise (overfitting). The price of L1 is the right
## one here, where most inputs are of no use; L2 must pay for all of them.
##
## Question 1: which lambda would the dashed line choose, and why is that no choice?

%% Why L1 gives zeros and L2 does not
## Take a single weight w with the loss (w - z)^2 / 2, which is smallest at w = z. With L2 the best
## w is z / (1 + 2 lambda): smaller than z, but not zero. With L1 the best w is the soft threshold
## sign (z) * max (abs (z) - lambda, 0): if abs (z) is at most lambda, w is exactly zero.

z = linspace (-2, 2, 401);
figure (window{:});
lines = plot (z, z, ":", z, z / (1 + 2 * 0.5), "--", z, sign (z) .* max (abs (z) - 0.5, 0), "-");
set (lines, {"color"}, {[0, 0, 0]; [0, 0.45, 0.7]; [0.84, 0.37, 0]});
set (lines, "linewidth", 2);
xlabel ("z, the best w without a penalty");
ylabel ("best w with the penalty");
legend ({"no penalty", "L2, lambda 0.5", "L1, lambda 0.5"}, "location", "northwest");
grid ("on");

## Follow this weight by hand, step by step, from w = 1 with z = 0.3, lambda = 0.5 and the learning
## rate 0.2. Each step goes against the slope of the loss, w - z. Then the penalty pulls. L2 pulls
## with 2 lambda w: the smaller w is, the less it pulls, so w never gets to zero. L1 pulls with
## lambda, however small w is: it wins against the loss, whose slope at zero is only 0.3.

[z, lambda, rate] = deal (0.3, 0.5, 0.2);
soft = @(w, t) sign (w) * max (abs (w) - t, 0);
[l2_weight, l1_weight, keras_weight] = deal (1);
printf ("step  L2: w   its pull   L1: w   its pull   subgradient: w\n");
for step = 1:16
  pull = 2 * lambda * l2_weight;
  l2_weight -= rate * (l2_weight - z + pull);
  keras_weight -= rate * (keras_weight - z + lambda * sign (keras_weight));
  l1_weight = soft (l1_weight - rate * (l1_weight - z), rate * lambda);
  printf ("%4d %8.4f %8.4f %9.4f %8.4f %14.4f\n", step, l2_weight, pull, l1_weight, lambda, ...
          keras_weight);
end

## The last column takes lambda * sign (w) as a slope, as Keras does: near zero a step leads to the
## other side, and the next one back. So w jumps around zero and is never exactly zero. The column
## before it takes the step of the loss alone, and then the soft threshold: once that gives zero, w
## stays there. This is the proximal step.
##
## Question 2: from which z on does L1 leave the weight alive, with lambda 0.5? And L2?

%% The same as a picture: diamond and circle
## Two weights. The ellipses are lines of equal loss, smallest at the cross. A penalty leaves only
## some weights affordable: with L1 the diamond where sum (abs (w)) is at most 1, with L2 the disc
## where sum (w .^ 2) is. The best of them is where the smallest ellipse touches. The diamond has
## corners on the axes, where one weight is exactly zero, and ellipses from many directions touch
## it there. The disc has none.

[w1, w2] = meshgrid (linspace (-1.5, 2.5, 161));
loss = @(w1, w2) (w1 - 1.6) .^ 2 + 1.5 * (w2 - 0.35) .^ 2;
figure (window{:}, "position", [100, 100, 800, 400]);
turn = linspace (0, 2 * pi, 400);
shapes = {[1, 0, -1, 0, 1], [0, 1, 0, -1, 0]; cos(turn), sin(turn)};
names = {"L1: w2 = 0", "L2: both alive"};
for i = 1:2
  subplot (1, 2, i);
  edge = linspace (0, 1, 2000).';
  at = interp1 (linspace (0, 1, numel (shapes{i,1})), [shapes{i,1}; shapes{i,2}].', edge);
  [lowest, place] = min (loss (at(:,1), at(:,2)));
  contour (w1, w2, loss (w1, w2), lowest * [0.25, 1, 2.5], "linecolor", [0.5, 0.5, 0.5]);
  hold ("on");
  fill (shapes{i,1}, shapes{i,2}, [0.8, 0.88, 0.96]);
  plot (1.6, 0.35, "k+", at(place,1), at(place,2), "o", "markerfacecolor", [0.84, 0.37, 0]);
  plot ([-1.5, 2.5], [0, 0], "k:", [0, 0], [-1.5, 2.5], "k:");
  hold ("off");
  axis ([-1.5, 2.5, -1.5, 2.5], "square");
  xlabel ("w1");
  ylabel ("w2");
  title (names{i});
  printf ("%s: best allowed point (%.2f, %.2f)\n", names{i}(1:2), at(place,:));
end

## A network has many weights. In these histograms, the bar at zero shows the exact zeros:

figure (window{:});
h = nnreg_plot ({l1, l2});
zeros_of = @(model) 100 * mean (model.Weights{1}(:) == 0);
accuracy = @(model) mean (nnreg_predict (model, Xtest) == ytest);
printf ("exact zeros: l1 %.0f%%, l2 %.0f%%\n", zeros_of (l1), zeros_of (l2));
printf ("test accuracy: no penalty %.3f, l1 %.3f, l2 %.3f\n", accuracy (plain), ...
        accuracy (l1), accuracy (l2));

## If all weights of a pixel are zero, the network does not use the pixel. Which pixels does it
## use, and what is left of the network?

nnreg_sparsity (l1)

## nnreg uses the proximal step: each step of the training ends with the soft threshold. Keras only
## adds lambda * sign (w) to the gradient. Then weights become small, but none becomes zero:

keras = nnreg_fit (X, y, "Penalty", "l1", "Lambda", 1e-3, "L1Method", "subgradient", ...
                   "Epochs", 40, args{:});
printf ("exact zeros: proximal %d, subgradient %d\n", nnz (l1.Weights{1} == 0), ...
        nnz (keras.Weights{1} == 0));

%% Lambda: too small, too large
## A path trains with larger and larger lambdas, until all weights are zero. If lambda is too small,
## the penalty has no effect. If it is too large, no weight is left and the network can only guess.

path = nnreg_path (X, y, "Penalty", "l1", "CV", 3, "LambdaRatio", 1e-4, args{:});
figure (window{:});
h = nnreg_plot (path);

## The dashed line is the best lambda by cross-validation. The dotted line is the largest lambda
## whose data loss is within one standard error of the best. The folds cannot tell the two apart,
## and the second network has fewer weights.

at = [path.IndexMin, path.Index1SE];
printf ("lambda %.2g: accuracy %.3f, %.0f%% zeros\n", ...
        [path.Lambda(at); path.CVAccuracy(at); 100 * path.Zeros(at)]);

%% A penalty on one layer alone can be evaded
## The Keras lesson has a penalty on the hidden layer only. But relu (c * h) is c * relu (h) for
## c > 0. So a network can make W1 ten times smaller and W2 ten times larger: it predicts the same,
## and the penalty is smaller. In a long training this happens:

hidden = {"Penalty", "l2", "Lambda", 3e-3, "PenalizedLayers", "hidden"};
short = nnreg_fit (X, y, hidden{:}, "Epochs", 10, args{:});
long = nnreg_fit (X, y, hidden{:}, "Epochs", 300, args{:});
both = nnreg_fit (X, y, "Penalty", "l2", "Lambda", 3e-3, "Epochs", 300, args{:});
norms = @(model) [norm(model.Weights{1}, "fro"), norm(model.Weights{2}, "fro")];
printf ("hidden layer, 10 epochs:  |W1| %5.2f  |W2| %5.2f\n", norms (short));
printf ("hidden layer, 300 epochs: |W1| %5.2f  |W2| %5.2f\n", norms (long));
printf ("all layers, 300 epochs:   |W1| %5.2f  |W2| %5.2f\n", norms (both));

## So let the penalty act on all layers, which is the default.

%% Choosing the penalty by cross-validation
## A grid search tries all combinations of the options. Each is trained three times, on two thirds
## of the images, and scored on the third that was left out.

r = nnreg_gridsearch (X, y, {"Penalty", {"l1", "l2"}, "Lambda", [1e-4 3e-4 1e-3 3e-3]}, ...
                      "LayerSizes", 64, "BatchSize", 32, "Epochs", 30, "Verbose", 0)
figure (window{:});
h = nnreg_plot (r);

## No choice so far has used the test images. So they give a fair estimate for the chosen model:

m = nnreg_evaluate (r.Model, Xtest, ytest);
printf ("test accuracy of the chosen model: %.3f, standard error %.3f\n", m.Accuracy, ...
        m.StdError.Accuracy);

## The networks above had 0.962 with a lambda that was not chosen. The difference is three of 449
## images, less than one standard error, and as much as another "Seed" makes: with the seeds 1 to 8
## these options have 0.955 to 0.967. So the test cannot tell these models apart. The search's own
## score, 0.964, is a little optimistic, as it is the best of eight.

%% Metrics
## Accuracy is a single number. The confusion matrix shows which digits are mistaken for which, and
## the table how good the model is for each digit:

nnreg_evaluate (r.Model, Xtest, ytest)
figure (window{:});
h = nnreg_plot (m, "Kind", "confusion");

## For the digit 3, precision is the share of true 3s among the images that were called a 3; recall
## is the share of the 3s that were called a 3; F1 is their harmonic mean. LogLoss is the data loss:
## it also depends on how sure the network was.

%% Would more images help?
## A learning curve trains on more and more images, and shows the accuracy on these and on images
## that were held out:

curve = nnreg_learningcurve (X, y, "NumRows", [50, 100, 200, 400, 800], "CV", 3, ...
                             "Penalty", "none", args{:});
figure (window{:});
h = nnreg_plot (curve);
printf ("%4d images: accuracy %.2f on them, %.2f on new ones\n", ...
        [curve.NumRows; curve.TrainMean; curve.ValMean]);

## If the two lines meet, more images would hardly help. If new images stay behind, they would, or a
## penalty might.
##
## Question 3: the network knows its images nearly perfectly, whatever their number. What does that
## say of the gap between the lines?

%% How many pixels does it need?
## This path drops pixels step by step, and shows how few give nearly the same accuracy:

few = nnreg_path (X, y, "Penalty", "group", "CV", 3, "MaxFeatures", 40, args{:});
figure (window{:});
h = nnreg_plot (few);
some = ismember (few.LiveInputs, [40, 20, 10, 5]);
printf ("%d pixels: accuracy %.3f by cross-validation\n", ...
        [few.LiveInputs(some); few.CVAccuracy(some)]);

%% Answers
## 1. The smallest: the dashed lines only fall. A model that knows its rows by heart has no error on
##    them. Only rows that it has not seen show what it has learned.
## 2. L1: from abs (z) > 0.5, its lambda, on. L2: from any z but 0; w is z / 2.
## 3. The gap is what it has learned by heart. It closes as there are more images than the network
##    can learn by heart, or as a penalty makes that too dear.
