## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [run, state, store] = nnr.train.resume (run, problem, state)
##
## Goes back to where the CheckpointFile left the training, if there is one, and makes sure that the
## file can be written. STORE is what nnr.files.keep_checkpoint needs. The file may be of a call
## with other Epochs, another Patience, and other values of LearnRate and Lambda in later epochs.

function [run, state, store] = resume (run, problem, state)
  s = run.Settings;
  key = @() nnr.train.checkpoint_key (problem, state, s);
  contents = @(store) nnr.train.checkpoint_of (store, run, state);
  [store, c] = nnr.files.open_checkpoint (s.CheckpointFile, key, contents, ...
                                          {'Log', 'LearnRates', 'Lambdas'}, 'training');
  if (isempty (c))
    return;
  end
  start = run;
  [run, state] = restored (run, state, c);
  begun = nnr.train.epochs_begun (state, s.Solver);
  check_end (store.File, run, begun);
  check_schedules (store.File, start, begun, c);
  state.Over = state.Epoch >= s.Epochs || (c.Over && state.Converged);
  if (s.Verbose > 0)
    print_start (store.File, run, state);
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
  run = nnr.train.count_patience (run, 1:rows (run.Log));
end

## The training in the file must not be past the end of this call: its weights there are lost.
function check_end (file, run, begun)
  s = run.Settings;
  ends_at = run.Patience.EndsAt;
  if (begun > s.Epochs)
    reason = sprintf ('Epochs is %d; give more Epochs', s.Epochs);
  elseif (ends_at < rows (run.Log))
    reason = sprintf ('Patience %d ends it after epoch %d; give more Patience', s.Patience, ...
                      ends_at);
  else
    return;
  end
  error ('nnreg:badFile', ['"%s" is the checkpoint of a training that has reached epoch %d, ' ...
                           'but %s, or name another file'], file, begun, reason);
end

## The epochs in the file must be the first ones of this call.
function check_schedules (file, run, begun, c)
  nnr.files.check_contents (file, rows (c.LearnRates) == begun ...
                            && rows (c.Lambdas) == min (begun, rows (run.Lambdas)));
  check_values (file, 'LearnRate', c.LearnRates, run.LearnRates);
  check_values (file, 'Lambda', c.Lambdas, run.Lambdas);
end

function check_values (file, name, had, has)
  odd = find (had != has(1:rows (had)), 1);
  if (isempty (odd))
    return;
  end
  format = '%g';
  if (strcmp (sprintf (format, had(odd)), sprintf (format, has(odd))))
    format = '%.17g';
  end
  error ('nnreg:badFile', ['"%s" is the checkpoint of a training with the %s ', format, ...
                           ' in epoch %d, but this call has ', format, ' there; to go on, it ' ...
                           'must be the same in the %d epochs that have begun (so it cannot ' ...
                           'depend on Epochs); or name another file'], ...
         file, name, had(odd), odd, has(odd), rows (had));
end

function print_start (file, run, state)
  printf ('goes on from "%s", after %s\n', file, nnr.words.count_text (state.Epoch, 'epoch'));
  if (state.Converged)
    printf ("it is over: the Tolerance was reached\n");
  elseif (run.Patience.EndsAt <= rows (run.Log))
    printf ("it is over: Patience %d has ended it; give more Patience to go on\n", ...
            run.Settings.Patience);
  elseif (state.Over)
    printf ("it is over: give more Epochs to go on\n");
  end
end
