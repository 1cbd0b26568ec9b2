## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## sheet = nnr.plot.new_sheet (opts, inches)
##
## A hidden figure of INCHES (width and height) to draw on. Fonts and lines have the size that
## suits the toolkit and the kind of OPTS.File.

function sheet = new_sheet (opts, inches)
  sheet = output_of (opts);
  [s, font] = deal (sheet.Scale, round (sheet.Font));
  warning ('off', 'Octave:gnuplot-graphics', 'local');
  sheet.Inches = inches;
  sheet.Figure = figure ('visible', 'off', 'color', 'w', 'units', 'pixels', ...
                         'position', [80, 80, round(96 * inches)], ...
                         'paperunits', 'inches', 'papersize', s * inches, ...
                         'paperposition', [0, 0, s * inches], ...
                         'defaulttextinterpreter', 'none', ...
                         'defaultaxesticklabelinterpreter', 'none', ...
                         'defaultaxesfontname', 'Helvetica', ...
                         'defaulttextfontname', 'Helvetica', ...
                         'defaultaxesfontsize', font, 'defaulttextfontsize', font, ...
                         'defaultlinelinewidth', sheet.Line, ...
                         'defaultaxestitlefontsizemultiplier', 1.1, ...
                         'defaultaxestitlefontweight', 'bold', ...
                         'defaultaxeslabelfontsizemultiplier', 1);
  graphics_toolkit (sheet.Figure, sheet.Toolkit);
end

## The sheet's toolkit and sizes. gnuplot's PNG has 72 pixels per inch for figures but 96 for
## fonts; its PDF shrinks fonts.
function sheet = output_of (opts)
  [~, ~, ext] = fileparts (opts.File);
  [points, line] = deal (9, 1);
  sheet = struct ('Toolkit', opts.Toolkit, 'Kind', lower (ext(2:end)), 'Scale', 1, ...
                  'Font', points, 'Line', line);
  if (strcmp (opts.Toolkit, 'gnuplot'))
    switch (sheet.Kind)
      case 'png'
        sheet.Scale = opts.Resolution / 72;
        sheet.Font = points * opts.Resolution / 96;
        sheet.Line = line * sheet.Scale;
      case 'pdf'
        [sheet.Font, sheet.Line] = deal (1.7 * points, 2 * line);
    end
  end
end
