## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.train.checkpoint_of (store, run, state)
##
## The fields of a training's checkpoint: its state, what it would return, what it depends on, also
## the learning rates and lambdas (if they change) of the epochs that have begun.

function c = checkpoint_of (store, run, state)
  begun = nnr.train.epochs_begun (state, run.Settings.Solver);
  numbers = cellfun (@(name) state.(name), nnr.train.state_numbers ());
  c = struct ('Names', store.Names, 'Sums', store.Sums, ...
              'Theta', state.Theta, 'FirstMoment', state.FirstMoment, ...
              'SecondMoment', state.SecondMoment, 'Numbers', numbers, 'Over', state.Over, ...
              'Log', run.Log, 'LearnRates', run.LearnRates(1:begun,:), ...
              'Lambdas', run.Lambdas(1:min (begun, end),:), 'Kept', run.Kept.Theta, ...
              'Best', [run.Kept.Epoch, run.Kept.Loss]);
end
