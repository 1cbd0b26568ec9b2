## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.folds.check_nested (o)
##
## Raises an error if the options O ask for a nested estimate (nnr.folds.nested) with folds of the
## user's own.

function check_nested (o)
  if (o.Nested > 0 && isnumeric (o.CV) && numel (o.CV) > 1)
    error ('nnreg:badArgument', ['Nested deals out folds itself, so CV must not be folds of ' ...
                                 'your own; give a number, and "CVGroups" or "CVTime"']);
  end
end
