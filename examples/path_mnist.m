## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## The pixels that matter: nnreg_path drops the inputs of a network step by step; accuracy
## against how many are left, beside as many by random and by pivoted QR, and a picture of
## which survive.
##
## Needs MNIST in the folder that NNREG_MNIST_DIR names (its first 10,000 rows are trained on);
## without it the digits that ship with the package take its place.  Draws surviving_pixels.png
## into the folder that NNREG_PICTURES names, or where you are.

pkg load nnreg
warning ('off', 'Octave:gnuplot-graphics', 'local');
graphics_toolkit ('gnuplot');

try
  [X, y, Xtest, ytest] = nnreg_mnist ();
  [X, y] = deal (X(1:10000,:), y(1:10000));
  counts = [100, 50, 20];
catch err
  fprintf ("%s\nSo here are the digits that ship with nnreg.\n\n", err.message);
  [X, y] = nnreg_digits ();
  test = mod ((1:rows (X)).', 4) == 0;
  [Xtest, ytest] = deal (X(test,:) / 16, y(test));
  [X, y] = deal (X(! test,:) / 16, y(! test));
  counts = [20, 10, 5];
end

start = tic ();
path = nnreg_path (X, y, 'Penalty', 'group', 'LayerSizes', 128, 'MaxFeatures', counts(1), ...
                   'Verbose', 0);
fprintf ("nnreg_path, 5 folds: %.1f seconds\n\n", toc (start));

## Each choice of pixels is judged by a plain network on these pixels alone, three seeds.
judge = @(model, pixels) mean (nnreg_predict (model, Xtest(:,pixels)) == ytest);
fit = @(pixels, seed) nnreg_fit (X(:,pixels), y, 'LayerSizes', 128, 'Epochs', 30, ...
                                 'Seed', seed, 'Verbose', 0);
judged = @(pixels) mean (arrayfun (@(seed) judge (fit (pixels, seed), pixels), 0:2));
varied = find (var (double (X)) > 0.01);
rand ('twister', 1);
some = varied(randperm (numel (varied)));
[~, ~, order] = qr (double (X) - mean (X), 0);

fprintf ("Test accuracy of a network on so many pixels\n\n");
fprintf ("%7s %11s %9s %12s %16s\n", 'pixels', 'nnreg_path', 'random', 'pivoted QR', 'cross-validated');
for count = counts
  at = path.LiveInputs == count;
  fprintf ("%7d %11.4f %9.4f %12.4f %8.4f +- %.4f\n", count, judged (path.Selected{at}), ...
           judged (some(1:count)), judged (order(1:count)), path.Mean(at), path.SE(at));
end
fprintf ("%7s %11.4f\n", 'all', judged (1:columns (X)));

## How few are left when a pixel goes: of 100, of 50 ... the lightest stay longest.
side = sqrt (columns (X));
stays = zeros (1, columns (X));
for k = 1:numel (counts)
  stays(path.Selected{path.LiveInputs == counts(k)}) = k;
end
fig = figure ('visible', 'off', 'defaultaxesfontsize', 6, 'defaulttextfontsize', 6);
axes ('position', [0.1, 0.16, 0.38, 0.7]);
errorbar (path.LiveInputs, 100 * path.Mean, 100 * path.SE, 'o-');
xlabel ('pixels left');
ylabel ('accuracy, per cent');
title ('cross-validated, with standard errors');
axes ('position', [0.56, 0.16, 0.34, 0.7]);
imagesc (reshape (stays, side, side).', [-0.5, numel(counts) + 0.5]);
axis ('image', 'off');
colormap (gray (numel (counts) + 1));
bar = colorbar ();
names = [{'none'}, arrayfun(@(c) sprintf ('%d', c), counts, 'UniformOutput', false)];
set (bar, 'ytick', 0:numel (counts), 'yticklabel', names);
title ('pixels among the last ...');
folder = getenv ('NNREG_PICTURES');
if (isempty (folder))
  folder = pwd ();
end
file = fullfile (folder, 'surviving_pixels.png');
print (fig, file, '-dpngcairo', '-S1200,560');
close (fig);
fprintf ("\ndrawn: %s\n", file);
