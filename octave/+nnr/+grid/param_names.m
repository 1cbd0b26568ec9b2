## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.grid.param_names (results)
##
## The options that candidates set, a row cell in the order of their first use.

function names = param_names (results)
  names = {};
  for k = 1:numel (results)
    own = fieldnames (results(k).Params).';
    names = [names, own(! ismember (own, names))];
  end
end
