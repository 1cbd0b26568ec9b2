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
                    'path', @nnr.plot.draw_path);
  [kind, x] = nnr.plot.kind (x, opts);
  opts.Toolkit = find_toolkit ();
  handles = struct ('Figure', [], 'Axes', [], 'Kind', kind);
  if (isempty (opts.Toolkit))
    nnr.words.warn ('nnreg:noToolkit', ['Octave has no graphics toolkit here, so there is no ' ...
                                        'picture; installing gnuplot (on Debian gnuplot-nox) ' ...
                                        'helps']);
    return;
  end
  [sheet, handles.Axes] = drawers.(kind) (x, opts);
  handles.Figure = sheet.Figure;
  if (! isempty (opts.File))
    save_sheet (sheet, opts);
  elseif (have_window_system ())
    set (sheet.Figure, 'visible', get (0, 'defaultfigurevisible'));
    return;
  elseif (! wanted)
    nnr.words.warn ('nnreg:noDisplay', ['there is no display; "File", "picture.png" writes the ' ...
                                        'picture']);
  end
  if (! wanted)
    close (sheet.Figure);
  end
end

## The user's toolkit, or without a display gnuplot if it is installed. Empty if there is none.
function kit = find_toolkit ()
  kits = available_graphics_toolkits ();
  kit = graphics_toolkit ();
  ## Octave lists gnuplot even where its program is missing.
  has_gnuplot = any (strcmp (kits, 'gnuplot')) ...
                && system (sprintf ('"%s" --version 2>&1', gnuplot_binary ()), true) == 0;
  if (! have_window_system () && has_gnuplot)
    kit = 'gnuplot';
  elseif (! any (strcmp (kits, kit)) || (strcmp (kit, 'gnuplot') && ! has_gnuplot))
    kit = '';
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
