## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## table = nnr.plot.drawers ()
##
## All kinds of pictures: a struct with a function for each, [sheet, axs] = f (x, opts).

function table = drawers ()
  table = struct ('weights', @nnr.plot.draw_weights, 'inputs', @nnr.plot.draw_inputs, ...
                  'histogram', @nnr.plot.draw_histogram, 'history', @nnr.plot.draw_history, ...
                  'confusion', @nnr.plot.draw_confusion, 'roc', @nnr.plot.draw_roc, ...
                  'calibration', @nnr.plot.draw_calibration, 'grid', @nnr.plot.draw_grid, ...
                  'path', @nnr.plot.draw_path, 'learning', @nnr.plot.draw_learning);
end
