## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [printer, kind] = nnr.show.printer (x)
##
## The function that prints X, and the KIND of result that X is; [] if X is none of nnreg. Results
## are known by their fields, those from files too. The function may fail: then X is no result, or
## does not hold together.

function [printer, kind] = printer (x)
  [printer, kind] = deal ([], '');
  if (! isscalar (x))
    return
  end
  [kinds, marks] = nnr.show.kinds ();
  for k = find (isfield (x, marks)).'
    if (all (isfield (x, kinds{k,2})))
      [kind, printer] = kinds{k,[1, 3]};
      return
    end
  end
end
