## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.path.store ("get")
## nnr.path.store ("put", r)
## nnr.path.store ("over", r)
## nnr.path.store ("tell")
##
## Keeps the path that was computed last, as far as it got, so that Ctrl-C does not lose it, and
## tells where it is unless it was over.

function r = store (what, value)
  persistent last over;
  switch (what)
    case {'put', 'over'}
      [last, over] = deal (value, strcmp (what, 'over'));
    case 'tell'
      if (! over && ! isempty (last.Lambda))
        fprintf ("nnreg_path: broken off; nnreg_path (\"last\") returns what is done, %s\n", ...
                 nnr.words.count_text (numel (last.Lambda), 'point'));
      end
  end
  r = last;
end
