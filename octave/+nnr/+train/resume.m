## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [run, state, store] = nnr.train.resume (run, problem, state)
##
## Goes back to where the CheckpointFile left the training, if there is one, and makes sure that the
## file can be written. STORE is what nnr.files.keep_checkpoint needs.

function [run, state, store] = resume (run, problem, state)
  s = run.Settings;
  key = @() nnr.train.checkpoint_key (problem, state, s);
  contents = @(store) nnr.train.checkpoint_of (store, run, state);
  [store, c] = nnr.files.open_checkpoint (s.CheckpointFile, key, contents, {'Log'});
  if (isempty (c))
    return;
  end
  [run, state] = restored (run, state, c);
  if (s.Verbose > 0)
    printf ('goes on from "%s", after %s\n', store.File, ...
            nnr.words.count_text (state.Epoch, 'epoch'));
  end
end

function [run, state] = restored (run, state, c)
  [state.Theta, state.FirstMoment, state.SecondMoment] = ...
    deal (c.Theta, c.FirstMoment, c.SecondMoment);
  names = nnr.train.state_numbers ();
  for k = 1:numel (names)
    state.(names{k}) = c.Numbers(k);
  end
  state.Over = c.Over;
  run.Log = c.Log;
  run.Kept = struct ('Theta', c.Kept, 'Epoch', c.Best(1), 'Loss', c.Best(2));
  run.Patience = struct ('Lowest', c.Best(3), 'Waited', c.Best(4));
end
