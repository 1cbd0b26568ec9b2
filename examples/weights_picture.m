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

## The picture that explains the lesson: what L1 and L2 do to the weights of the hidden
## layer. Draws l1_against_l2.png into the folder that NNREG_PICTURES names, or where you are.

pkg load nnreg
warning ('off', 'Octave:gnuplot-graphics', 'local');
graphics_toolkit ('gnuplot');

[X, y] = nnreg_digits ();
test = mod ((1:rows (X)).', 4) == 0;
kinds = {'l1', 'l2'};
edges = linspace (-0.6, 0.6, 61);
centres = (edges(1:end - 1) + edges(2:end)) / 2;
[blue, orange] = deal ([0 0.45 0.7], [0.84 0.37 0]);

fig = figure ('visible', 'off', 'defaultaxesfontsize', 7, 'defaulttextfontsize', 7);
for k = 1:2
  model = nnreg_fit (X(! test,:) / 16, y(! test), 'LayerSizes', 64, 'Epochs', 40, ...
                     'BatchSize', 32, 'Penalty', kinds{k}, 'Lambda', 1e-3, 'Verbose', 0);
  W = double (model.Weights{1});
  accuracy = mean (nnreg_predict (model, X(test,:) / 16) == y(test));

  axes ('position', [0.11 + 0.5 * (k - 1), 0.63, 0.36, 0.3]);
  counts = histc (W(W != 0), edges)(1:end - 1);
  bar (centres, counts, 1, 'facecolor', blue, 'edgecolor', 'none');
  hold ('on');
  if (any (W(:) == 0))
    bar (0, nnz (W == 0), 0.02, 'facecolor', orange, 'edgecolor', 'none');
    text (0.05, 0.8 * nnz (W == 0), sprintf ('%d zeros', nnz (W == 0)));
  end
  axis ([-0.6, 0.6, 0, 2400]);
  set (gca (), 'xtick', (-3:3) / 5);
  title (sprintf ('%s: %.0f%% zeros, accuracy %.3f', upper (kinds{k}), ...
                  100 * mean (W(:) == 0), accuracy));
  xlabel ('weight of the hidden layer');
  ylabel ('number of weights');

  axes ('position', [0.11 + 0.5 * (k - 1), 0.1, 0.3, 0.35]);
  imagesc (W, [-0.4, 0.4]);
  ## Blue to orange, white for zero: also for the colour-blind.
  ramp = linspace (0, 1, 32).';
  colormap ([blue .* (1 - ramp) + ramp; orange .* ramp + (1 - ramp)]);
  title ('white: zero or nearly');
  xlabel ('input (pixel)');
  ylabel ('hidden unit');
  colorbar ();
end

folder = getenv ('NNREG_PICTURES');
if (isempty (folder))
  folder = pwd ();
end
file = fullfile (folder, 'l1_against_l2.png');
print (fig, file, '-dpngcairo', '-S1200,900');
close (fig);
fprintf ("drawn: %s\n", file);
