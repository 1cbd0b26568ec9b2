## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.train.epochs_begun (state, solver)
##
## How many epochs the training with this state has begun, the finished ones included.

function count = epochs_begun (state, solver)
  if (! strcmp (solver, 'adam'))
    steps = 50;                 # NNREG_FISTA_STEPS
    count = ceil (state.Step / steps);
  else
    count = state.Epoch + (state.Position > 0);
  end
end

%!test
%! states = struct ("Epoch", {0, 1, 1}, "Position", {0, 0, 7}, "Step", {0, 50, 51});
%! for solver = {"adam", "fista"}
%!   counts = arrayfun (@(state) nnr.train.epochs_begun (state, solver{1}), states);
%!   assert (counts, [0, 1, 2]);
%! end
