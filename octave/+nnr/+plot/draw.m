## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## handles = nnr.plot.draw (x, opts, wanted)
##
## Draw X, and write it to OPTS.File or show it: the struct that nnreg_plot returns. WANTED says
## whether the caller takes the handles, so that the figure must stay.

function handles = draw (x, opts, wanted)
  drawers = struct ('weights', @nnr.plot.draw_weights, 'inputs', @nnr.plot.draw_inputs, ...
                    'histogram', @nnr.plot.draw_histogram, 'history', @nnr.plot.draw_history, ...
                    'confusion', @nnr.plot.draw_confusion, 'roc', @nnr.plot.draw_roc, ...
                    'calibration', @nnr.plot.draw_calibration, 'grid', @nnr.plot.draw_grid, ...
                    'path', @nnr.plot.draw_path, 'learning', @nnr.plot.draw_learning);
  [kind, x] = nnr.plot.kind (x, opts);
  to_file = ! isempty (opts.File);
  opts.Toolkit = find_toolkit (to_file || strcmp (get (0, 'defaultfigurevisible'), 'off'));
  handles = struct ('Figure', [], 'Axes', [], 'Kind', kind);
  if (isempty (opts.Toolkit))
    nnr.words.warn ('nnreg:noToolkit', ['Octave has no graphics toolkit here, so there is no ' ...
                                        'picture; installing gnuplot (on Debian gnuplot-nox) ' ...
                                        'helps']);
    return;
  end
  before = get (0, 'currentfigure');
  guard = onCleanup (@() close_sheet (before));
  [sheet, handles.Axes] = drawers.(kind) (x, opts);
  handles.Figure = sheet.Figure;
  if (to_file)
    save_sheet (sheet, opts);
  end
  if (wanted || ! to_file)
    ## It stays. The user's next plot gets a figure of its own: in these panels, whose limits are
    ## fixed, it would be lost.
    set (sheet.Figure, 'nextplot', 'new');
  end
  if (! to_file)
    show (sheet, wanted);
  end
end

## The user's toolkit, but gnuplot if it is installed and the toolkit cannot draw: without a display
## no window can be made, and fltk prints only figures that are visible. Empty if there is none.
function kit = find_toolkit (hidden)
  kits = available_graphics_toolkits ();
  kit = graphics_toolkit ();
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

## Close a sheet that does not stay, also after an error, and go back to the user's figure: Octave
## would go to any.
function close_sheet (before)
  fig = get (0, 'currentfigure');
  if (! isequal (fig, before) && isfigure (fig) && ! strcmp (get (fig, 'nextplot'), 'new'))
    close (fig);
    if (isfigure (before))
      set (0, 'currentfigure', before);
    end
  end
end

## Without a display the figure stays invisible for print, publish or a notebook (gnuplot would
## draw it with letters). At the prompt, someone waits for a picture.
function show (sheet, wanted)
  visible = get (0, 'defaultfigurevisible');
  if (have_window_system () || ! strcmp (sheet.Toolkit, 'gnuplot'))
    set (sheet.Figure, 'visible', visible);
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
