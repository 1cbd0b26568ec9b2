## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.core.names ()
##
## The core's own names, a struct of row cells: of what it knows (Activations, Solvers, Tasks, ...),
## of the numbers of an epoch, of the fields of a state and of the phases of a profile.

function names = names ()
  persistent known;
  if (isempty (known))
    known = structfun (@(list) list.', __nnreg_names__ (), 'UniformOutput', false);
  end
  names = known;
end
