## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## handles = nnr.plot.draw (x, opts, wanted)
##
## Draw x, and write it to opts.File or show it: the struct that nnreg_plot returns.  wanted says
## whether the caller takes the handles, so that the figure must stay.

function handles = draw (x, opts, wanted)
  drawers = struct ('weights', @nnr.plot.draw_weights, 'inputs', @nnr.plot.draw_inputs, ...
                    'histogram', @nnr.plot.draw_histogram, 'history', @nnr.plot.draw_history, ...
                    'confusion', @nnr.plot.draw_confusion, 'roc', @nnr.plot.draw_roc, ...
                    'calibration', @nnr.plot.draw_calibration, 'grid', @nnr.plot.draw_grid, ...
                    'path', @nnr.plot.draw_path);
  [kind, x] = nnr.plot.kind (x, opts);
  opts.Labels = nnr.plot.labels (kind, x, opts.Labels);
  opts.Toolkit = nnr.plot.toolkit ();
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
    nnr.plot.save_sheet (sheet, opts);
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
