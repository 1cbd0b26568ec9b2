## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [run, state, store] = nnr.train.resume (run, problem, state)
##
## Goes back to where the CheckpointFile left the training, if there is one, and makes sure that the
## file can be written. STORE is what nnr.files.keep_checkpoint needs. The file may be of a call
## with other Epochs, and with other values of LearnRate and Lambda in later epochs.

function [run, state, store] = resume (run, problem, state)
  s = run.Settings;
  key = @() nnr.train.checkpoint_key (problem, state, s);
  contents = @(store) nnr.train.checkpoint_of (store, run, state);
  [store, c] = nnr.files.open_checkpoint (s.CheckpointFile, key, contents, ...
                                          {'Log', 'LearnRates', 'Lambdas'});
  if (isempty (c))
    return;
  end
  start = run;
  [run, state] = restored (run, state, c);
  check_epochs (store.File, start, nnr.train.epochs_begun (state, s.Solver), c);
  state.Over = state.Epoch >= s.Epochs || (c.Over && state.Converged);
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
  run.Log = c.Log;
  run.Kept = struct ('Theta', c.Kept, 'Epoch', c.Best(1), 'Loss', c.Best(2));
  run.Patience = struct ('Lowest', c.Best(3), 'Waited', c.Best(4));
end

## The epochs in the file must be the first ones of this call.
function check_epochs (file, run, begun, c)
  epochs = run.Settings.Epochs;
  if (begun > epochs)
    error ('nnreg:badFile', ['"%s" is the checkpoint of a training that has reached epoch %d, ' ...
                             'but Epochs is %d; give more Epochs, delete it to begin anew, or ' ...
                             'name another file'], file, begun, epochs);
  end
  nnr.files.check_contents (file, rows (c.LearnRates) == begun ...
                            && rows (c.Lambdas) == min (begun, rows (run.Lambdas)));
  if (! isequal (c.LearnRates, run.LearnRates(1:begun,:)))
    nnr.files.refuse_checkpoint (file, 'LearnRate');
  elseif (! isequal (c.Lambdas, run.Lambdas(1:rows (c.Lambdas),:)))
    nnr.files.refuse_checkpoint (file, 'Lambda');
  end
end
