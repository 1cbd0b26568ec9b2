## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [sheet, ax] = nnr.plot.draw_inputs (model, opts)
##
## The strength of each live input: an image, or bars from the strongest down. The colours of a
## linear model with one output are those of the signs.

function [sheet, ax] = draw_inputs (model, opts)
  s = nnr.model.sparsity (model);
  [~, names, named] = nnr.plot.first_layer (model, opts.Toolkit);
  shape = nnr.plot.image_shape (opts, s.NumInputs, named);
  heading = sprintf ('%s, alive: %d of %s', nnr.plot.model_name (model), s.NumLiveInputs, ...
                     nnr.words.count_text (s.NumInputs, 'input'));
  s.Top = nnr.plot.largest (s.Strengths);
  s.Signed = rows (s.Signs) == 1;
  if (! s.Signed)
    s.Signs = ones (1, s.NumLiveInputs);
  end
  if (isempty (shape))
    [sheet, ax, heading] = draw_strengths (s, names, heading, opts);
  else
    [sheet, ax] = draw_pixels (s, shape, opts);
  end
  if (s.Signed)
    words = {nnr.model.sign_words(model, 'orange', 'blue')};
    words = nnr.plot.picture_texts (words, opts.Toolkit);
    nnr.plot.add_heading (sheet, heading, words{1});
  else
    title (ax, heading);
  end
end

function [sheet, ax] = draw_pixels (s, shape, opts)
  top = s.Top;
  [strengths, low, colours] = deal (NaN (1, s.NumInputs), 0, @(v) nnr.plot.share_colours (v / top));
  if (s.Signed)
    [strengths(:), low, colours] = deal (0, -top, @(v) nnr.plot.signed_colours (v, top));
  end
  strengths(s.SelectedInputs) = s.Signs .* s.Strengths;
  height = min (max (4 * shape(1) / shape(2), 0.8), 6);
  width = height * shape(2) / shape(1);
  sheet = nnr.plot.new_sheet (opts, [max(width + 1.8, 5), height + 1 + 0.25 * s.Signed]);
  sheet.Square = true;
  left = (sheet.Inches(1) - width - 0.9) / 2;
  picture = nnr.plot.to_image (strengths, shape, opts.ImageOrder);
  ax = nnr.plot.add_image (sheet, [left, 0.55, width, height], colours (picture));
  xlabel (ax, sprintf ('%d x %d inputs; grey: not alive', shape));
  nnr.plot.add_colour_bar (sheet, [left + width + 0.15, 0.55, 0.15, height], [low, top], ...
                           colours, 'strength (norm of the weights)');
end

function [sheet, ax, heading] = draw_strengths (s, names, heading, opts)
  c = nnr.plot.palette ();
  room = nnr.plot.room (opts);
  most = nnr.plot.most_bars (room);
  count = min (s.NumInputs, most);
  if (s.NumInputs > most && s.NumLiveInputs > 0)
    count = min (s.NumLiveInputs, most);        # a wall of grey says nothing
  end
  dead = zeros (1, s.NumInputs - s.NumLiveInputs);
  bars = [s.SelectedInputs, setdiff(1:s.NumInputs, s.LiveInputs); s.Strengths, dead; s.Signs, dead];
  [order, strengths, signs] = deal (bars(1,1:count), bars(2,1:count), bars(3,1:count));
  height = max (1, 0.19 * count);
  sheet = nnr.plot.new_sheet (opts, [6, height + 1.1 + 0.25 * s.Signed]);
  ax = nnr.plot.add_panel (sheet, [1.4, 0.6, 4.3, height]);
  positive = merge (s.Signed, c.Orange, c.Blue);
  ## Two classes with equal weights leave a live input without a sign.
  for side = {strengths > 0 & signs >= 0, positive; signs < 0, c.Blue}.'
    k = find (side{1})(:).';
    nnr.plot.add_bars (ax, [0; 0; 1; 1] .* strengths(k), k + 0.36 * [-1; 1; 1; -1], side{2}, ...
                       'none');
  end
  nnr.plot.mark_zeros (ax, find (strengths == 0), sheet);
  nnr.plot.name_bars (sheet, ax, [0, 1.05 * s.Top], names(order), room);
  if (count < s.NumLiveInputs)
    heading = sprintf ('%s; the strongest %d', heading, count);
  end
  label = 'strength: norm of the weights to live units (grey: not alive)';
  if (room(1) < 5.5)
    label = 'strength (grey: not alive)';
  end
  xlabel (ax, label);
end
