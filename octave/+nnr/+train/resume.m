## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [run, state, store] = nnr.train.resume (run, problem, state)
##
## Goes back to where the training's CheckpointFile left it, if there is one, and makes sure that
## such a file can be written.  store is what nnr.files.keep_checkpoint needs.

function [run, state, store] = resume (run, problem, state)
  s = run.Settings;
  key = @() nnr.train.checkpoint_key (problem, state, s);
  contents = @(store) nnr.train.checkpoint_of (store, run, state);
  [store, c] = nnr.files.open_checkpoint (s.CheckpointFile, key, contents, {'Log'});
  if (isempty (c))
    return;
  end
  [run, state] = taken_up (run, state, c);
  if (s.Verbose > 0)
    printf ('goes on from "%s", after %s\n', store.File, ...
            nnr.words.count_text (state.Epoch, 'epoch'));
  end
end

function [run, state] = taken_up (run, state, c)
  [state.Theta, state.FirstMoment, state.SecondMoment] = ...
    deal (c.Theta, c.FirstMoment, c.SecondMoment);
  names = nnr.train.state_numbers ();
  for k = 1:numel (names)
    state.(names{k}) = c.Numbers(k);
  end
  state.Over = c.Over;
  [run.Log, run.Theta] = deal (c.Log, c.Kept);
  [run.Epoch, run.Loss, run.Lowest, run.Waited] = num2cell (c.Best){:};
end
