## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## picture.m FOLDER: draws FOLDER/results.json (of run.py) into FOLDER/bench.png: a panel
## for each workload, a bar for each program, seconds on a logarithmic scale.

1;

## The rows of the summary as a cell; jsondecode makes a struct array if they have equal fields.
function rows_of = summary_rows (report)
  rows_of = report.summary;
  if (isstruct (rows_of))
    rows_of = num2cell (rows_of);
  end
end

function colour = colour_of (program)
  colour = [0.55 0.6 0.65];                  # peers
  if (strncmp (program, 'nnreg', 5))
    colour = [0 0.45 0.7];
  elseif (strncmp (program, 'floor', 5))
    colour = [0.84 0.37 0];
  end
end

function draw_bar (level, seconds, low, colour)
  x = [low, seconds(1), seconds(1), low];
  y = level + [-0.36, -0.36, 0.36, 0.36];
  patch (log10 (x), y, colour, 'edgecolor', 'none');
  plot (log10 (seconds(2:3)), [level level], 'k', 'linewidth', 1);
  text (log10 (max (seconds)) + 0.03, level, sprintf (' %.3g', seconds(1)));
end

function label_axes (names, low, high, name)
  powers = ceil (log10 (low)):floor (log10 (high));
  xlim (log10 ([low, high]));
  ylim ([0.4, numel(names) + 0.6]);
  set (gca (), 'ydir', 'reverse', 'ytick', 1:numel (names), 'yticklabel', names, ...
       'xtick', powers, 'xticklabel', arrayfun (@(p) sprintf ('%g', 10 ^ p), powers, ...
                                                'UniformOutput', false));
  title ([name ', seconds']);
end

function draw_workload (name, found)
  seconds = cell2mat (cellfun (@(row) row.seconds(:).', found(:), 'UniformOutput', false));
  [~, order] = sort (seconds(:,1));
  names = cellfun (@(row) row.program, found(order), 'UniformOutput', false);
  seconds = seconds(order,:);
  low = 10 ^ floor (log10 (min (seconds(:))) - 0.2);
  hold ('on');
  for k = 1:numel (names)
    draw_bar (k, seconds(k,:), low, colour_of (names{k}));
  end
  label_axes (names, low, 4 * max (seconds(:)), name);
  box ('off');
end

## Panels in two columns, as high as their bars need.  Pixels is the picture's size.
function [fig, pixels] = draw_report (report)
  rows_of = summary_rows (report);
  workload = cellfun (@(row) row.workload, rows_of, 'UniformOutput', false);
  names = unique (workload, 'stable');
  bars = cellfun (@(name) sum (strcmp (workload, name)), names);
  bars(end + 1:2 * ceil (end / 2)) = 0;
  band = max (reshape (bars, 2, []), [], 1); # bars in the higher panel of the two
  bottom = cumsum (140 + 30 * band);
  pixels = [1500, bottom(end)];
  fig = figure ('visible', 'off', 'defaultaxesfontsize', 5, 'defaulttextfontsize', 5);
  for k = 1:numel (names)
    at = ceil (k / 2);
    below = bottom(at) - 70 - 30 * (band(at) - bars(k));
    axes ('position', [0.19 + 0.5 * mod(k - 1, 2), 1 - below / pixels(2), 0.28, ...
                       30 * bars(k) / pixels(2)]);
    draw_workload (names{k}, rows_of(strcmp (workload, names{k})));
  end
end

folder = argv (){end};
warning ('off', 'Octave:gnuplot-graphics', 'local');
graphics_toolkit ('gnuplot');
report = jsondecode (fileread (fullfile (folder, 'results.json')));
if (isempty (report.summary))
  fprintf ("Nothing to draw.\n");
  return;
end
[fig, pixels] = draw_report (report);
file = fullfile (folder, 'bench.png');
print (fig, file, '-dpngcairo', sprintf ('-S%d,%d', pixels));
close (fig);
