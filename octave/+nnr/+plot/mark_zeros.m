## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.mark_zeros (ax, at, sheet)
##
## Grey marks at x = 0 in the rows at, where a bar would have no length.

function mark_zeros (ax, at, sheet)
  if (! isempty (at))
    c = nnr.plot.palette ();
    plot (ax, zeros (size (at)), at, 's', 'color', c.Grey, 'markerfacecolor', c.Grey, ...
          'markersize', 4 * sheet.Line);
  end
end
