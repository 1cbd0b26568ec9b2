## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, ax] = nnr.plot.draw_inputs (model, opts)
##
## The strength of each live input: an image, or bars from the strongest down.

function [sheet, ax] = draw_inputs (model, opts)
  s = nnr.model.sparsity (model);
  [~, names, named] = nnr.plot.first_layer (model, opts.Toolkit);
  shape = nnr.plot.image_shape (opts, s.NumInputs, named);
  heading = sprintf ('alive: %d of %s', s.NumLiveInputs, ...
                     nnr.words.count_text (s.NumInputs, 'input'));
  if (isempty (shape))
    [sheet, ax] = draw_strengths (s, names, heading, opts);
  else
    [sheet, ax] = draw_pixels (s, shape, heading, opts);
  end
end

function [sheet, ax] = draw_pixels (s, shape, heading, opts)
  strengths = NaN (1, s.NumInputs);
  strengths(s.SelectedInputs) = s.Strengths;
  top = max ([s.Strengths, realmin]);
  height = min (max (4 * shape(1) / shape(2), 0.8), 6);
  width = height * shape(2) / shape(1);
  sheet = nnr.plot.new_sheet (opts, [max(width + 1.8, 5), height + 1]);
  left = (sheet.Inches(1) - width - 0.9) / 2;
  picture = nnr.plot.to_image (strengths, shape, opts.ImageOrder) / top;
  ax = nnr.plot.add_image (sheet, [left, 0.55, width, height], nnr.plot.share_colours (picture));
  title (ax, heading);
  xlabel (ax, sprintf ('%d x %d inputs; grey: not alive', shape));
  nnr.plot.add_colour_bar (sheet, [left + width + 0.15, 0.55, 0.15, height], [0, top], ...
                           @(v) nnr.plot.share_colours (v / top), 'strength (norm of the weights)');
end

function [sheet, ax] = draw_strengths (s, names, heading, opts)
  c = nnr.plot.palette ();
  count = min (s.NumInputs, 40);
  order = [s.SelectedInputs, setdiff(1:s.NumInputs, s.LiveInputs)];
  strengths = [s.Strengths, zeros(1, s.NumInputs - s.NumLiveInputs)];
  [order, strengths] = deal (order(1:count), strengths(1:count));
  height = max (1, 0.19 * count);
  sheet = nnr.plot.new_sheet (opts, [6, height + 1.1]);
  ax = nnr.plot.add_panel (sheet, [1.4, 0.6, 4.3, height]);
  live = find (strengths > 0);
  nnr.plot.add_bars (ax, [0; 0; 1; 1] .* strengths(live), live + 0.36 * [-1; 1; 1; -1], ...
                     c.Blue, 'none');
  nnr.plot.mark_zeros (ax, find (strengths == 0), sheet);
  axis (ax, [0, 1.05 * max([strengths, realmin]), 0.3, count + 0.7]);
  set (ax, 'ydir', 'reverse');
  nnr.plot.name_ticks (sheet, ax, 'y', 1:count, names(order));
  if (count < s.NumInputs)
    heading = sprintf ('%s; the first %d', heading, count);
  end
  title (ax, heading);
  xlabel (ax, 'strength: norm of the weights to live units (grey: not alive)');
end
