## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The pixels that matter: nnreg_path drops the inputs of a network step by step. The accuracy with
## the pixels that are left is compared with as many pixels at random and by pivoted QR.
##
## The environment variable NNREG_MNIST_DIR names the folder of MNIST (its first 10,000 rows are
## used); without it the digits of the package are used. The picture surviving_pixels.png goes to
## the folder that NNREG_PICTURES names, or to the current one.

pkg load nnreg
warning ('off', 'Octave:gnuplot-graphics', 'local');
graphics_toolkit ('gnuplot');

try
  [X, y, Xtest, ytest] = nnreg_mnist ();
  [X, y] = deal (X(1:10000,:), y(1:10000));
  counts = [100, 50, 20];
catch err
  fprintf ("%s\nThe digits of the package take its place.\n\n", err.message);
  [X, y] = nnreg_digits ();
  test = mod ((1:rows (X)).', 4) == 0;
  [Xtest, ytest] = deal (X(test,:) / 16, y(test));
  [X, y] = deal (X(! test,:) / 16, y(! test));
  counts = [20, 10, 5];
end

start = tic ();
path = nnreg_path (X, y, 'Penalty', 'group', 'LayerSizes', 128, 'MaxFeatures', counts(1), ...
                   'Score', 'Accuracy', 'Verbose', 0);
fprintf ("nnreg_path, 5 folds: %.1f seconds\n\n", toc (start));

## The test accuracy of a network without penalty on these pixels, the mean of three seeds.
judge = @(model, pixels) mean (nnreg_predict (model, Xtest(:,pixels)) == ytest);
fit = @(pixels, seed) nnreg_fit (X(:,pixels), y, 'LayerSizes', 128, 'Penalty', 'none', ...
                                 'Epochs', 30, 'Seed', seed, 'Verbose', 0);
judged = @(pixels) mean (arrayfun (@(seed) judge (fit (pixels, seed), pixels), 0:2));
varied = find (var (double (X)) > 0.01);
rand ('twister', 1);
some = varied(randperm (numel (varied)));
[~, ~, order] = qr (double (X) - mean (X), 0);

fprintf ("Test accuracy of a network on some of the pixels\n\n");
fprintf ("%7s %11s %9s %12s %16s\n", 'pixels', 'nnreg_path', 'random', 'pivoted QR', ...
         'cross-validated');
for k = 1:numel (counts)
  at = path.LiveInputs == counts(k);
  first = 1:counts(k);
  accuracy(k,:) = [judged(path.Selected{at}), judged(some(first)), judged(order(first))];
  fprintf ("%7d %11.4f %9.4f %12.4f %8.4f +- %.4f\n", counts(k), accuracy(k,:), path.Mean(at), ...
           path.SE(at));
end
of_all = judged (1:columns (X));
fprintf ("%7s %11.4f\n", 'all', of_all);

## For each pixel the last of the counts at which it is still in use, 0 for none.
side = sqrt (columns (X));
stays = zeros (1, columns (X));
for k = 1:numel (counts)
  stays(path.Selected{path.LiveInputs == counts(k)}) = k;
end

## Colours that colour-blind people can tell apart.
[blue, orange, green] = deal ([0, 0.45, 0.70], [0.84, 0.37, 0], [0, 0.62, 0.45]);
grey = 0.45 * [1, 1, 1];
fig = figure ('visible', 'off', 'color', 'w', 'defaultaxesfontsize', 6.5, ...
              'defaulttextfontsize', 6.5, 'defaultaxesfontname', 'Helvetica', ...
              'defaulttextfontname', 'Helvetica', 'defaultaxestitlefontsizemultiplier', 1.1);
few = counts(1);
ticks = [1, 2, 5, 10, 20, 50, 100];
ticks = ticks(ticks <= few);
axes ('position', [0.1, 0.21, 0.42, 0.68], 'box', 'off', 'tickdir', 'out', 'xscale', 'log', ...
      'xlim', [1, 1.25 * few], 'ylim', [0, 101], 'xtick', ticks, 'xticklabel', ticks, ...
      'ytick', 0:20:100, 'xgrid', 'on', 'ygrid', 'on', 'xminorgrid', 'off', ...
      'xminortick', 'off', 'gridcolor', 0.6 * [1, 1, 1]);
hold on
[low, high] = deal (100 * (path.Mean - path.SE), 100 * (path.Mean + path.SE));
[x, by] = sort (path.LiveInputs);
by = by(x > 0);
x = x(x > 0);
fill ([x, fliplr(x)], [low(by), fliplr(high(by))], 0.6 + 0.4 * blue, 'edgecolor', 'none');
lines = plot (x, 100 * path.Mean(by), '-', 'color', blue, 'linewidth', 2);
shapes = {'o', blue, 1; '^', orange, 3; 's', green, 2};       # and the column of accuracy
for k = 1:3
  lines(1 + k) = plot (counts, 100 * accuracy(:,shapes{k,3}), shapes{k,1}, ...
                       'color', shapes{k,2}, 'markerfacecolor', shapes{k,2}, 'markersize', 7);
end
lines(5) = plot ([1, few], 100 * of_all * [1, 1], '--', 'color', grey, 'linewidth', 1.5);
xlabel ('pixels left');
ylabel ('accuracy (%)');
title ('Accuracy by the number of pixels');
legend (lines, {'path, cross-validated', 'its pixels, test', 'pivoted QR, test', ...
                'random pixels, test', 'all pixels, test'}, ...
        'location', 'southeast', 'box', 'off', 'fontsize', 5.5);
right = axes ('position', [0.58, 0.16, 0.3, 0.73]);
imagesc (reshape (stays, side, side).', [-0.5, numel(counts) + 0.5]);
shades = linspace (1, 0, numel (counts) + 1).';
colormap (right, 0.95 * shades + (1 - shades) .* blue);
axis ('image');
set (right, 'xtick', [], 'ytick', [], 'box', 'on');
title ('Pixels that are left');
bar = colorbar ();
names = [{'dropped'}, arrayfun(@(c) sprintf ('last %d', c), counts, 'UniformOutput', false)];
set (bar, 'ytick', 0:numel (counts), 'yticklabel', names);
folder = getenv ('NNREG_PICTURES');
if (isempty (folder))
  folder = pwd ();
end
file = fullfile (folder, 'surviving_pixels.png');
print (fig, file, '-dpngcairo', '-S1200,560');
close (fig);
fprintf ("\ndrawn: %s\n", file);
