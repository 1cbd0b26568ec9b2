## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## ax = nnr.plot.add_panel (sheet, box)
## ax = nnr.plot.add_panel (sheet, box, "beside")
##
## Axes on sheet at BOX: left, bottom, width and height in inches. Texts and colour bars are BESIDE
## the panels: they have the size of the gaps between these when the picture is fitted into less or
## more room.

function ax = add_panel (sheet, box, ~)
  is_panel = nargin < 3;
  picture = getappdata (sheet.Main, 'nnreg_picture');
  if (is_panel && ! isempty (picture.Old))
    ax = picture.Old(1);
    picture.Old(1) = [];
    if (isappdata (ax, 'nnreg_box'))    # the ticks of an earlier picture
      for side = 'xy'
        set (ax, [side, 'tickmode'], 'auto', [side, 'ticklabelmode'], 'auto');
      end
    end
    if (! isempty (findobj (ax, 'type', 'line', '-or', 'type', 'patch', '-or', 'type', 'image')))
      setappdata (ax, 'nnreg_limits', axis (ax)(1:4));
    end
  else
    ax = axes ('parent', sheet.Parent);
  end
  font = round (sheet.Font);
  set (ax, 'units', 'normalized', 'position', box ./ sheet.Inches([1, 2, 1, 2]), 'box', 'off', ...
       'tickdir', 'out', 'ticklength', [0.006, 0.006], 'ticklabelinterpreter', 'none', ...
       'fontname', 'Helvetica', 'fontsize', font, 'titlefontsizemultiplier', 1.1, ...
       'titlefontweight', 'bold', 'labelfontsizemultiplier', 1, 'nextplot', 'add', ...
       'defaulttextinterpreter', 'none', 'defaulttextfontname', 'Helvetica', ...
       'defaulttextfontsize', font, 'defaultlinelinewidth', sheet.Line);
  set ([get(ax, 'title'), get(ax, 'xlabel'), get(ax, 'ylabel')], 'interpreter', 'none');
  if (is_panel)
    picture.Panels(end + 1) = ax;
  else
    picture.Beside(end + 1) = ax;
  end
  setappdata (sheet.Main, 'nnreg_picture', picture);
  setappdata (ax, 'nnreg_box', box);
  setappdata (ax, 'nnreg_main', sheet.Main);
end
