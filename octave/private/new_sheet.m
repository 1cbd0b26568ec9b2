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

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{sheet} =} new_sheet (@var{opts}, @var{inches})
## A hidden figure of @var{inches} (width and height) to draw on, with fonts and lines of
## the size that the kind of file in @var{opts}.File wants.
## @seealso{add_panel, save_sheet}
## @end deftypefn

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

## Which toolkit draws, and how it measures: gnuplot's PNG counts 72 pixels an inch and 96
## a font's inch, its PDF shrinks fonts.
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
