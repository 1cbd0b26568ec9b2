## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## picture.m FOLDER: draws FOLDER/results.json (of run.py) into FOLDER/bench.png: a panel
## for each workload, a bar for each program, seconds on a logarithmic scale.

1;

## The rows of the summary, as a cell: jsondecode makes a struct array only of like ones.
function rows_of = summary_rows (report)
  rows_of = report.summary;
  if (isstruct (rows_of))
    rows_of = num2cell (rows_of);
  end
end

function colour = colour_of (program)
  colour = [0.55 0.6 0.65];                  # peers
  if (strncmp (program, "nnreg", 5))
    colour = [0 0.45 0.7];
  elseif (strncmp (program, "floor", 5))
    colour = [0.84 0.37 0];
  end
end

function draw_bar (level, seconds, low, colour)
  x = [low, seconds(1), seconds(1), low];
  y = level + [-0.36, -0.36, 0.36, 0.36];
  patch (log10 (x), y, colour, "edgecolor", "none");
  plot (log10 (seconds(2:3)), [level level], "k", "linewidth", 1);
  text (log10 (max (seconds)) + 0.03, level, sprintf (" %.3g", seconds(1)));
end

function label_axes (names, low, high, name)
  powers = ceil (log10 (low)):floor (log10 (high));
  xlim (log10 ([low, high]));
  ylim ([0.4, numel(names) + 0.6]);
  set (gca (), "ydir", "reverse", "ytick", 1:numel (names), "yticklabel", names, ...
       "xtick", powers, "xticklabel", arrayfun (@(p) sprintf ("%g", 10 ^ p), powers, ...
                                                "UniformOutput", false));
  title (name);
  xlabel ("seconds");
end

function draw_workload (name, found)
  seconds = cell2mat (cellfun (@(row) row.seconds(:).', found(:), "UniformOutput", false));
  [~, order] = sort (seconds(:,1));
  names = cellfun (@(row) row.program, found(order), "UniformOutput", false);
  seconds = seconds(order,:);
  low = 10 ^ floor (log10 (min (seconds(:))) - 0.2);
  hold ("on");
  for k = 1:numel (names)
    draw_bar (k, seconds(k,:), low, colour_of (names{k}));
  end
  label_axes (names, low, 4 * max (seconds(:)), name);
  box ("off");
end

## Panels in two columns, as high as their bars want.
function fig = draw_report (report)
  rows_of = summary_rows (report);
  workload = cellfun (@(row) row.workload, rows_of, "UniformOutput", false);
  names = unique (workload, "stable");
  bands = ceil (numel (names) / 2);
  fig = figure ("visible", "off", "defaultaxesfontsize", 7, "defaulttextfontsize", 7);
  for k = 1:numel (names)
    band = ceil (k / 2);
    left = 0.14 + 0.5 * mod (k - 1, 2);
    height = 1 / bands;
    axes ("position", [left, 1 - band * height + 0.28 * height, 0.34, 0.6 * height]);
    draw_workload (names{k}, rows_of(strcmp (workload, names{k})));
  end
  set (fig, "userdata", bands);
end

folder = argv (){end};
warning ("off", "Octave:gnuplot-graphics", "local");
graphics_toolkit ("gnuplot");
report = jsondecode (fileread (fullfile (folder, "results.json")));
if (isempty (report.summary))
  fprintf ("Nothing to draw.\n");
  return;
end
fig = draw_report (report);
file = fullfile (folder, "bench.png");
print (fig, file, "-dpngcairo", sprintf ("-S1400,%d", 420 * get (fig, "userdata")));
close (fig);
