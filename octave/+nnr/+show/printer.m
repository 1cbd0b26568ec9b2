## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [printer, kind] = nnr.show.printer (x)
##
## The function that prints X, and the KIND of result that X is; [] if X is none of nnreg. Results
## are known by their fields, those from files too. The function may fail: then X is no result, or
## does not hold together.

function [printer, kind] = printer (x)
  persistent kinds marks;       # Octave calls this for each struct that it shows
  if (isempty (kinds))
    [kinds, marks] = nnr.show.kinds ();
  end
  printer = [];
  kind = '';
  if (! isscalar (x) || ! any (isfield (x, marks)))
    return
  end
  for k = 1:rows (kinds)
    if (all (isfield (x, kinds{k,2})))
      [kind, printer] = kinds{k,[1, 3]};
      return
    end
  end
end
