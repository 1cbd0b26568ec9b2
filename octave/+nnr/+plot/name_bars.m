## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.name_bars (sheet, ax, limits, names, room)
##
## The axes of bars one below the other, the first on top: LIMITS across, and the NAMES of the bars,
## shortened for a sheet of ROOM inches.

function name_bars (sheet, ax, limits, names, room)
  count = numel (names);
  axis (ax, [limits, 0.3, count + 0.7]);
  set (ax, 'ydir', 'reverse');
  names = nnr.words.short_texts (names, merge (room(1) < 5.8, 13, 16));
  nnr.plot.name_ticks (sheet, ax, 'y', 1:count, names);
end
