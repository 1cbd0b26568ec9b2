## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## hint = nnr.args.did_you_mean (name, names)
##
## The end of an error about NAME: '; did you mean "..."?' with the nearest of the cellstr NAMES, or
## '' if none is near.

function hint = did_you_mean (name, names)
  hint = nnr.args.nearest_name (name, names);
  if (! isempty (hint))
    hint = sprintf ('; did you mean "%s"?', hint);
  end
end
