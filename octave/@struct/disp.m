## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## disp (x)
## text = disp (x)
##
## A result of nnreg is shown as its table. Octave calls this for every struct; any other is shown
## as without nnreg, but for results in it, which are lines.

function varargout = disp (x)
  text = nnr.show.table (x);
  if (isempty (text))
    [varargout{1:nargout}] = builtin ('disp', nnr.show.inside (x));
  elseif (nargout > 0)
    varargout = {text};
  else
    printf ('%s', text);
    fflush (stdout);
  end
end
