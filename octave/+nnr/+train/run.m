## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [theta, log, best, profile, converged] = nnr.train.run (...)
##
## Trains to the end, slice by slice, and returns the parameters to keep, a row of the core's seven
## numbers for each epoch, the epoch that the parameters are of, with "Profile" the seconds of the
## core's phases (nnreg_phase in nnreg.h), and whether the exact solver converged.
##
## A slice takes a quarter of a second at most, so that Ctrl-C is answered.  With a CheckpointFile
## it goes on where that was left.

function [theta, log, best, profile, converged] = run (problem, state, s)
  run = struct ('Settings', s, 'Log', zeros (0, 7), 'Epoch', 0, ...
                'Theta', state.Theta, 'Loss', Inf, 'Lowest', Inf, 'Waited', 0, ...
                'FirstTheta', state.Theta, 'FirstLoss', NaN, 'ConstantLoss', NaN, ...
                'Exploded', false);
  run.Validated = ! isempty (problem.Validation);
  run.KeepBest = run.Validated && strcmp (s.Keep, 'best');
  at_a_time = epochs_at_a_time (run);
  [run, state, store] = nnr.train.resume (run, problem, state);
  nnr.train.show ('begin', run, problem, state);
  stop = has_waited (run);
  [profile, fault] = deal (0, '');
  while (! (stop || state.Over))
    before = state;
    [state, fresh, fault, spent] = train_slice (problem, state, at_a_time, s);
    profile = profile + spent;
    if (! isempty (fault) && at_a_time > 1)
      [state, fresh] = replay (problem, before, rows (fresh), s.Threads);
    end
    [run, stop] = take_epochs (run, fresh, state, problem);
    nnr.train.show ('step', run, problem, state);
    if (! isempty (fault))
      warn_of_divergence (run, fault);
      break;
    end
    store = nnr.files.keep_checkpoint (store, @() nnr.train.checkpoint_of (store, run, state), ...
                                       stop || state.Over);
  end
  if (run.Epoch == 0 && ! isempty (run.Log))
    nnr.words.warn ('nnreg:validation', ['the validation loss is not finite in any epoch; ' ...
                                         'the last weights are returned']);
    run.Theta = state.Theta;
    run.Epoch = rows (run.Log);
  end
  nnr.train.show ('end', run, problem, state);
  if (isempty (fault))
    nnr.train.warn_of_explosion ('end', run, problem, run.Log);
  end
  warn_unless_done (run, state, stop);
  [theta, log, best, converged] = deal (run.Theta, run.Log, run.Epoch, state.Converged);
end

## A network with relu ends at its kinks, where no tolerance is reached.
function warn_unless_done (run, state, stop)
  s = run.Settings;
  smooth = ! any (strcmp (s.Activations, 'relu'));
  if (strcmp (s.Solver, 'fista') && smooth && ! (stop || state.Converged))
    nnr.words.warn ('nnreg:notConverged', ['the Tolerance %g was not reached in %d Epochs (%d ' ...
                                           'steps); give more Epochs, or a larger Tolerance'], s.Tolerance, s.Epochs, state.Step);
  end
end

## Epochs that may pass between two looks at the training.
function count = epochs_at_a_time (run)
  s = run.Settings;
  listened = run.KeepBest || s.Verbose > 0 || ! isempty (s.OutputFcn) ...
             || isfinite (s.Patience);
  count = s.Epochs;
  if (listened)
    count = 1;
  end
end

function [state, fresh, fault, spent] = train_slice (problem, state, epochs, s)
  slice_seconds = 0.25;
  args = {problem, state, slice_seconds, epochs, s.Threads};
  if (s.Profile)
    [state, fresh, id, text, spent] = __nnreg_train__ (args{:});
  else
    [state, fresh, id, text] = __nnreg_train__ (args{:});
    spent = 0;
  end
  fault = '';
  if (! isempty (id))
    fault = text;
  end
end

## The same epochs again, without the one that diverged: the state after them.
function [state, fresh] = replay (problem, state, count, threads)
  fresh = zeros (0, 7);
  while (rows (fresh) < count)
    [state, row] = __nnreg_train__ (problem, state, Inf, 1, threads);
    fresh = [fresh; row];
  end
end

## Nothing has got better for too long.
function yes = has_waited (run)
  yes = run.Validated && run.Waited >= run.Settings.Patience;
end

## Books finished epochs: what to keep, how long nothing got better, whether to stop.
function [run, stop] = take_epochs (run, fresh, state, problem)
  stop = false;
  run.Log = [run.Log; fresh];
  run = nnr.train.warn_of_explosion ('step', run, problem, fresh);
  if (isempty (fresh))
    return;
  end
  loss = run.Log(end,4);
  if (run.Validated)
    loss = run.Log(end,3) + run.Log(end,4);
  end
  if (! run.KeepBest || loss < run.Loss)
    run.Theta = state.Theta;
    run.Epoch = rows (run.Log);
    run.Loss = loss;
  end
  run.Waited = run.Waited + 1;
  if (loss < run.Lowest)
    run.Lowest = loss;
    run.Waited = 0;
  end
  stop = has_waited (run);
  if (! isempty (run.Settings.OutputFcn))
    history = nnr.train.make_history (run.Log, run.Settings.Task, run.Validated);
    stop = nnr.args.asks_to_stop (run.Settings.OutputFcn, history, 'training') || stop;
  end
end

function warn_of_divergence (run, fault)
  advice = nnr.train.diverged_advice (run.Settings);
  if (run.Epoch == 0)
    error ('nnreg:diverged', ['the training diverged before its first epoch ' ...
                              'was over: %s; %s'], fault, advice);
  end
  nnr.words.warn ('nnreg:diverged', ['the training diverged: %s; the weights of epoch ' ...
                                     '%d are returned; %s'], fault, run.Epoch, advice);
end
