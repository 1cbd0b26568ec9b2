## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.show.missing ()
##
## Why results do not show themselves as tables, and what to do; empty if they do.
##
## Octave looks for the functions that show a struct when the first one is shown, for those that
## show a cell likewise, and keeps what it found: its own, if nnreg is loaded later. Only "clear
## functions" makes it look again. That is left to the user, since functions lose their persistent
## variables by it.

function text = missing ()
  text = '';
  result = struct ('Passed', true, 'Checks', struct ('Name', {}, 'Message', {}, 'Seconds', {}), ...
                   'Report', 'shown');
  in_cell = {result};
  if (! strcmp (evalc ('display (result)'), sprintf ("result =\n\nshown\n")) ...
      || ! strcmp (evalc ('disp (result)'), sprintf ("shown\n")) ...
      || any (strfind (evalc ('display (in_cell)'), 'Report')) ...
      || any (strfind (evalc ('disp (in_cell)'), 'Report')))
    text = ['structs or cells were shown before nnreg was loaded, so Octave prints models and ' ...
            'results in full; to see them as tables type: clear functions'];
  end
end
