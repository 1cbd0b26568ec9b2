## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## axs = nnr.plot.draw (x, opts, wanted)
##
## Draw X, and write it to OPTS.File or show it: the axes of its panels, a row. WANTED says whether
## the caller takes them, so that the figure must stay.

function axs = draw (x, opts, wanted)
  drawers = nnr.plot.drawers ();
  [kind, x] = nnr.plot.kind (x, opts);
  to_file = ! isempty (opts.File);
  axs = zeros (1, 0);
  opts.Kind = kind;
  opts.Place = struct ('Axes', [], 'Parent', [], 'Held', false);
  if (! to_file)
    opts.Place = nnr.plot.place (opts.Parent);
  end
  opts.Toolkit = toolkit_for (opts.Place.Parent, to_file);
  if (isempty (opts.Toolkit))
    nnr.words.warn ('nnreg:noToolkit', ['Octave has no graphics toolkit here, so there is no ' ...
                                        'picture; installing gnuplot (on Debian gnuplot-nox) ' ...
                                        'helps']);
    return;
  end
  [figures, current] = deal (get (0, 'children'), get (0, 'currentfigure'));
  guard = onCleanup (@() close_unfinished (figures, current));
  [sheet, axs] = drawers.(kind) (x, opts);
  nnr.plot.arrange (sheet, opts.Place.Held);
  if (strcmp (sheet.Toolkit, 'gnuplot'))
    fill_empty (sheet.Figure);
  end
  if (to_file)
    save_sheet (sheet, opts);
    ## Nobody sees it: the user's next plot must not go there.
    set (sheet.Figure, 'nextplot', 'new');
  end
  if (isempty (opts.Place.Parent) && (wanted || ! to_file))
    setappdata (sheet.Figure, 'nnreg_stays', true);
  end
  if (! to_file && isappdata (sheet.Figure, 'nnreg_stays'))
    show (sheet, wanted, isempty (opts.Place.Parent));
  end
end

## The toolkit of the figure of TARGET, or if it is empty of a new one. A figure changes to gnuplot
## where its own toolkit could not draw it.
function kit = toolkit_for (target, to_file)
  if (isempty (target))
    hidden = to_file || strcmp (get (0, 'defaultfigurevisible'), 'off');
    kit = find_toolkit (graphics_toolkit (), hidden);
    return
  end
  fig = ancestor (target, 'figure');
  has = get (fig, '__graphics_toolkit__');
  kit = find_toolkit (has, strcmp (get (fig, 'visible'), 'off'));
  if (! isempty (kit) && ! strcmp (kit, has))
    graphics_toolkit (fig, kit);
  end
end

## KIT, but gnuplot if it is installed and KIT cannot draw: without a display no window can be made,
## and fltk prints only figures that are visible. Empty if there is none.
function kit = find_toolkit (kit, hidden)
  kits = available_graphics_toolkits ();
  ## Octave lists gnuplot even where its program is missing.
  has_gnuplot = any (strcmp (kits, 'gnuplot')) ...
                && system (sprintf ('"%s" --version 2>&1', gnuplot_binary ()), true) == 0;
  blind = (! have_window_system () && any (strcmp (kit, {'', 'qt', 'fltk'}))) ...
          || (hidden && strcmp (kit, 'fltk'));
  if (blind && has_gnuplot)
    kit = 'gnuplot';
  elseif (! any (strcmp (kits, kit)) || (strcmp (kit, 'gnuplot') && ! has_gnuplot))
    kit = '';
  end
end

## gnuplot 6 warns of axes that have texts alone: for these Octave sends a plot that gnuplot no
## longer reads. A line without points is sent in another way.
function fill_empty (fig)
  for ax = findall (fig, 'type', 'axes').'
    kinds = get (get (ax, 'children'), {'type'});
    if (isempty (setdiff (kinds, {'text'})))
      line (NaN, NaN, 'parent', ax, 'handlevisibility', 'off');
    end
  end
end

## Close a new figure that does not stay, also after an error, and go back to the user's figure:
## Octave would go to any.
function close_unfinished (figures, current)
  for fig = setdiff (get (0, 'children'), figures)(:).'
    hidden = strcmp (get (fig, 'nextplot'), 'new');
    if (! isappdata (fig, 'nnreg_stays'))
      close (fig);
      hidden = true;
    end
    if (hidden && ! isempty (current) && isfigure (current))
      set (0, 'currentfigure', current);
    end
  end
end

## Without a display the figure stays invisible for print, publish or a notebook (gnuplot would
## draw it with letters). At the prompt, someone waits for a picture.
function show (sheet, wanted, is_new)
  visible = get (0, 'defaultfigurevisible');
  if (have_window_system () || ! strcmp (sheet.Toolkit, 'gnuplot'))
    if (is_new)
      set (sheet.Figure, 'visible', visible);
    end
  elseif (! wanted && strcmp (visible, 'on') && nnr.words.at_terminal () && numel (dbstack ()) == 3)
    nnr.words.warn ('nnreg:noDisplay', ['there is no display; the option "File", "NAME.png" ' ...
                                        'writes the picture, or print (%d, "NAME.png") does'], ...
                    sheet.Figure);
  end
end

function save_sheet (sheet, opts)
  devices = struct ('png', '-dpng', 'pdf', '-dpdf', 'svg', '-dsvg');
  args = {sprintf('-r%d', opts.Resolution)};
  if (strcmp (sheet.Toolkit, 'gnuplot'))
    ## These need no ghostscript.
    devices = struct ('png', '-dpngcairo', 'pdf', '-dpdfcairo', 'svg', '-dsvg');
    args = {};
  end
  ## gnuplot cannot read every name, and an older file must stay until the new one is whole.
  [folder, guard] = nnr.files.scratch ();
  made = fullfile (folder, ['picture.', sheet.Kind]);
  warning ('off', 'print:nogs', 'local');
  try
    print (sheet.Figure, made, devices.(sheet.Kind), args{:});
    nnr.files.copy_to (tilde_expand (opts.File), made);
  catch err
    error ('nnreg:badFile', 'cannot write File %s: %s', nnr.words.show_value (opts.File), ...
           nnr.core.reason (err));
  end
end
