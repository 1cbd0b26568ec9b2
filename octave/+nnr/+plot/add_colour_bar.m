## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.add_colour_bar (sheet, box, range, colours_of, label)
##
## A bar beside an image that shows the colours of the numbers from RANGE(1) to RANGE(2).
## COLOURS_OF makes the colours of a column of numbers.

function add_colour_bar (sheet, box, range, colours_of, label)
  steps = 101;
  values = linspace (range(1), range(2), steps).';
  values(abs (values) < 1e-9 * diff (range)) = 0;
  ax = nnr.plot.add_image (sheet, box, colours_of (values), 'beside');
  at = linspace (1, steps, 5);
  texts = arrayfun (@(v) nnr.words.number_text (v, 4), linspace (range(1), range(2), 5), ...
                    'UniformOutput', false);
  set (ax, 'ydir', 'normal', 'ytick', at, 'yticklabel', texts, 'yaxislocation', 'right', ...
       'tag', 'colourbar');
  ylabel (ax, label);
end
