## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## defaults = nnr.plot.defaults ()
##
## The options of nnreg_plot with their defaults, a struct.

function defaults = defaults ()
  defaults = struct ('Kind', [], 'File', '', 'Resolution', 150, 'ImageSize', [], ...
                     'ImageOrder', 'rows', 'MaxUnits', 64, 'Labels', [], 'Parent', [], ...
                     'Size', [], 'FontSize', []);
end
