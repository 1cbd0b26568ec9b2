## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.plot.name_ticks (sheet, ax, side, at, texts)
##
## Ticks at these places of a side ("x" or "y"), with texts. gnuplot takes _ and others for
## markup, so they are escaped.

function name_ticks (sheet, ax, side, at, texts)
  if (strcmp (sheet.Toolkit, 'gnuplot'))
    texts = regexprep (texts, '[_^{}&~]', '\\\\$0');
  end
  set (ax, [side 'tick'], at, [side 'ticklabel'], texts);
end
