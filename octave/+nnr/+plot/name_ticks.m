## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.name_ticks (sheet, ax, side, at, texts)
##
## Ticks at at on the side ("x" or "y") with texts as they are: gnuplot would read _ and others as
## marks.

function name_ticks (sheet, ax, side, at, texts)
  if (strcmp (sheet.Toolkit, 'gnuplot'))
    texts = regexprep (texts, '[_^{}&~]', '\\\\$0');
  end
  set (ax, [side 'tick'], at, [side 'ticklabel'], texts);
end
