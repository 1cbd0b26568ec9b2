## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## sheet = nnr.plot.new_sheet (opts, inches)
##
## A place to draw on: OPTS.Place, whose content goes unless it is held, or a new hidden figure.
## INCHES (width and height) is the size for which the drawer chooses its boxes; nnr.plot.arrange
## fits them into the Room that there is. Fonts and lines suit the room, the toolkit and the kind of
## OPTS.File.

function sheet = new_sheet (opts, inches)
  sheet = struct ('Toolkit', opts.Toolkit, 'Inches', inches, 'Room', inches, ...
                  'Parent', opts.Place.Parent, 'Main', opts.Place.Axes, 'Square', false);
  [normal, smallest] = deal (nnr.plot.font_size (), nnr.plot.font_size ('smallest'));
  zoom = opts.FontSize / normal;
  is_new = isempty (sheet.Parent);
  if (! is_new)
    sheet = take_place (sheet, opts);
    sheet.Room = nnr.plot.place_size (opts);
  elseif (! isempty (opts.Size))
    sheet.Room = opts.Size;
  elseif (! isempty (zoom))
    sheet.Room = zoom * inches;
  end
  if (isempty (zoom))
    zoom = max (min ([1, sheet.Room ./ inches]), smallest / normal);
  end
  sheet = choose_sizes (sheet, zoom, opts);
  if (is_new)
    sheet = open_figure (sheet);
  end
  begin_picture (sheet.Main, opts.Kind);
end

## gnuplot's PNG has 72 pixels per inch for figures but 96 for fonts; its PDF shrinks fonts. What
## has no display is printed by way of PostScript, where lines are half as wide.
function sheet = choose_sizes (sheet, zoom, opts)
  [~, ~, ext] = fileparts (opts.File);
  [sheet.Zoom, sheet.Kind, sheet.Scale] = deal (zoom, lower (ext(2:end)), 1);
  [sheet.Font, sheet.Line] = deal (zoom * nnr.plot.font_size (), zoom);
  if (strcmp (opts.Toolkit, 'gnuplot'))
    switch (merge (isempty (sheet.Kind), 'none', sheet.Kind))
      case 'png'
        sheet.Scale = opts.Resolution / 72;
        sheet.Font = sheet.Font * opts.Resolution / 96;
        sheet.Line = sheet.Line * sheet.Scale;
      case 'pdf'
        [sheet.Font, sheet.Line] = deal (1.7 * sheet.Font, 2 * sheet.Line);
      case 'none'
        sheet.Line = (2 - have_window_system ()) * sheet.Line;
    end
  end
end

function sheet = open_figure (sheet)
  warning ('off', 'Octave:gnuplot-graphics', 'local');
  inches = sheet.Scale * sheet.Room;
  pixels = round (nnr.plot.pixels_per_inch (sheet.Toolkit) * sheet.Room);
  sheet.Figure = figure ('visible', 'off', 'color', 'w', 'units', 'pixels', ...
                         'position', [80, 80, pixels], 'paperunits', 'inches', ...
                         'papersize', inches, 'paperposition', [0, 0, inches]);
  graphics_toolkit (sheet.Figure, sheet.Toolkit);
  sheet.Parent = sheet.Figure;
  sheet.Main = axes ('parent', sheet.Parent);
end

## The axes that become the first panel. What they have goes, unless it is held and of one kind.
function sheet = take_place (sheet, opts)
  sheet.Figure = ancestor (sheet.Parent, 'figure');
  if (isempty (sheet.Main))
    delete (findall (sheet.Parent, '-depth', 1, 'type', 'axes'));
    sheet.Main = axes ('parent', sheet.Parent);
  end
  before = getappdata (sheet.Main, 'nnreg_picture');
  keep = opts.Place.Held;
  if (keep && ! isempty (before))
    keep = strcmp (before.Kind, opts.Kind) || numel (before.Panels) == 1;
  end
  if (! keep)
    set (sheet.Main, 'nextplot', 'replace');
    sheet.Main = newplot (sheet.Main);
  end
  set (sheet.Main, 'units', 'normalized');
end

## What is known of the picture is with its first panel. Of an earlier one that is held the panels
## wait in Old to be drawn in again, and its texts and colour bars go. Count is the number of
## pictures that are drawn over each other, Said what each drawer says of its own.
function begin_picture (main, kind)
  picture = getappdata (main, 'nnreg_picture');
  if (isempty (picture))
    picture = struct ('Kind', kind, 'Count', 1, 'Said', {{}}, ...
                      'Box', nnr.plot.outer_box (main), 'Panels', [], ...
                      'Beside', [], 'Old', main, 'Before', get (main, 'position'), ...
                      'Constraint', get (main, 'positionconstraint'));
    remember_subplot (main);
    ## Not a hggroup, beside which gnuplot draws images pale.
    text (0.5, 0.5, '', 'units', 'normalized', 'parent', main, 'tag', 'nnreg', ...
          'deletefcn', @(mark, ~) nnr.plot.release (mark));
  else
    delete (picture.Beside(ishghandle (picture.Beside)));
    picture.Old = picture.Panels(ishghandle (picture.Panels));
    [picture.Kind, picture.Panels, picture.Beside] = deal (kind, [], []);
    picture.Count = picture.Count + 1;
  end
  setappdata (main, 'nnreg_picture', picture);
end

## With gnuplot, subplot knows its axes by their place alone, or by this.
function remember_subplot (main)
  fixed = strcmp (get (main, 'positionconstraint'), 'innerposition');
  if (fixed && ! isappdata (main, '__subplotrcn__'))
    setappdata (main, '__subplotposition__', get (main, 'position'));
  end
end
