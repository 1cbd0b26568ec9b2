## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## display (x)
##
## A result of nnreg shows itself as its table. Octave calls this for every struct; any other is
## shown as without nnreg, but for results in it, which are lines.

function display (x, name)
  if (nargin < 2)
    try
      name = inputname (1, false);
    catch
      name = '';
    end
  end
  text = nnr.show.table (x);
  if (isempty (text))
    builtin ('display', nnr.show.inside (x), name);
    return
  end
  if (isvarname (name) && ! strcmp (name, 'ans'))
    printf ("%s =\n\n", name);
  end
  printf ('%s', text);
  fflush (stdout);
end
