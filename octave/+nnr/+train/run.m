## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [theta, log, best, profile, converged, diverged] = nnr.train.run (problem, state, s)
##
## Trains to the end. THETA are the parameters to keep, BEST their epoch. LOG has a row of
## nnr.core.epoch_columns for each epoch, PROFILE (with the option) the seconds of the core's
## phases. CONVERGED is about the exact solver. DIVERGED is true if a warning said so.
##
## With a CheckpointFile the training continues from that file.

function [theta, log, best, profile, converged, diverged] = run (problem, state, s)
  run = new_run (problem, state, s);
  [run, state, store] = nnr.train.resume (run, problem, state);
  nnr.train.show ('begin', run, problem, state);
  stop = run.Patience.EndsAt <= rows (run.Log);
  [profile, fault] = deal (0, '');
  while (! (stop || state.Over))
    before = state;
    [state, fresh, fault, spent] = train_slice (problem, state, run);
    profile = profile + spent;
    if (! isempty (fault) && run.EpochsAtOnce > 1)
      [state, fresh] = replay (problem, before, rows (fresh), s.Threads);
    end
    [run, stop] = book_epochs (run, fresh, state, problem);
    nnr.train.show ('step', run, problem, state);
    say_how_far (state.Epoch, nnr.train.position (problem, state), s.Epochs);
    if (! isempty (fault))
      warn_of_divergence (run, fault);
      break;
    end
    store = nnr.files.keep_checkpoint (store, @() nnr.train.checkpoint_of (store, run, state), ...
                                       stop || state.Over);
  end
  run = keep_last (run, state);
  nnr.train.show ('end', run, problem, state);
  if (isempty (fault))
    run = nnr.train.warn_of_explosion ('end', run, problem, run.Log);
  end
  warn_unless_done (run, problem, state, stop);
  [theta, log, best, converged] = deal (run.Kept.Theta, run.Log, run.Kept.Epoch, state.Converged);
  diverged = run.Watch.Warned || ! isempty (fault);
end

## What a training keeps between slices besides the core's state.
function run = new_run (problem, state, s)
  c = nnr.core.epoch_columns ();
  run = struct ('Settings', s, 'Log', zeros (0, c.Count), ...
                'Validated', ! isempty (problem.Validation), ...
                'LearnRates', problem.LearnRates, 'Lambdas', problem.LambdaScales);
  run.KeepBest = run.Validated && strcmp (s.Keep, 'best');
  ## Epochs between two looks at the training.
  looked_at = run.KeepBest || s.Verbose > 0 || ! isempty (s.OutputFcn) || isfinite (s.Patience);
  run.EpochsAtOnce = merge (looked_at, 1, s.Epochs);
  run.Kept = struct ('Theta', state.Theta, 'Epoch', 0, 'Loss', Inf);
  run.Patience = struct ('Lowest', Inf, 'Waited', 0, 'EndsAt', Inf);
  run.Watch = struct ('Theta', state.Theta, 'FirstLoss', NaN, 'ConstantLoss', NaN, ...
                      'Warned', false);
end

function say_how_far (done, share, epochs)
  nnr.words.progress ('nnreg_fit', ...
                      @() sprintf ('epoch %d of %d', min (done + 1, epochs), epochs), ...
                      done + share, epochs);
end

function [state, fresh, fault, spent] = train_slice (problem, state, run)
  args = {problem, state, nnr.train.slice_seconds(), run.EpochsAtOnce, run.Settings.Threads};
  spent = 0;
  if (run.Settings.Profile)
    [state, fresh, id, text, spent] = __nnreg_train__ (args{:});
  else
    [state, fresh, id, text] = __nnreg_train__ (args{:});
  end
  fault = '';
  if (! isempty (id))
    fault = text;
  end
end

## Trains COUNT epochs again, up to the one that diverged, and returns the state after them.
function [state, fresh] = replay (problem, state, count, threads)
  fresh = [];
  while (rows (fresh) < count)
    [state, row] = __nnreg_train__ (problem, state, Inf, 1, threads);
    fresh = [fresh; row];
  end
end

## Updates RUN for finished epochs: what to keep, how long nothing improved; and whether to stop.
function [run, stop] = book_epochs (run, fresh, state, problem)
  stop = false;
  run.Log = [run.Log; fresh];
  run = nnr.train.warn_of_explosion ('step', run, problem, fresh);
  if (isempty (fresh))
    return;
  end
  loss = nnr.train.epoch_losses (run, rows (run.Log));
  if (! run.KeepBest || loss < run.Kept.Loss)
    run.Kept = struct ('Theta', state.Theta, 'Epoch', rows (run.Log), 'Loss', loss);
  end
  run = nnr.train.count_patience (run, rows (run.Log));
  stop = run.Patience.EndsAt <= rows (run.Log);
  if (! isempty (run.Settings.OutputFcn))
    history = nnr.train.make_history (run.Log, run.Settings.Task, run.Validated, run.Lambdas);
    stop = nnr.args.asks_to_stop (run.Settings.OutputFcn, history, 'training') || stop;
  end
end

## If no epoch had a finite validation loss, the last weights are kept.
function run = keep_last (run, state)
  if (run.Kept.Epoch == 0 && ! isempty (run.Log))
    nnr.words.warn ('nnreg:validation', ['the validation loss is not finite in any epoch; the ' ...
                                         'last weights are returned']);
    run.Kept = struct ('Theta', state.Theta, 'Epoch', rows (run.Log), 'Loss', Inf);
  end
end

## The core says 2 if rounding errors, not the Tolerance, ended the exact solver (NNREG_ROUNDED).
##
## With an activation that has kinks, such as relu, the training may end at a kink, where no
## tolerance is reached: then there is no warning.
##
## Where classes separate without a penalty, all or one, no training ends well;
## nnr.train.warn_of_result says so.
function warn_unless_done (run, problem, state, stop)
  s = run.Settings;
  c = nnr.core.epoch_columns ();
  if (isempty (s.LayerSizes) && strcmp (s.Task, 'classification') && strcmp (s.Penalty, 'none') ...
      && ! isempty (run.Log) && run.Log(end,c.Metric) == 1)
    return;
  end
  if (state.Converged == 2 && is_smooth (s))
    nnr.words.warn ('nnreg:rounding', ...
                    ['rounding errors, not the Tolerance, ended the training: large terms ' ...
                     'cancel; try %s'], rounding_advice (s, problem.Train.Data));
  end
  if (strcmp (s.Solver, 'adam') || stop || state.Converged)
    return;
  end
  if (is_smooth (s) && ! any (nnr.train.separated_classes (state.Theta, problem, s)))
    nnr.words.warn ('nnreg:notConverged', ['the Tolerance %g was not reached in %d Epochs (%d ' ...
                                           'steps); give more Epochs, or a larger Tolerance'], ...
                    s.Tolerance, s.Epochs, state.Step);
  end
end

function yes = is_smooth (s)
  table = nnr.model.activations ();
  kinks = {table(! [table.Smooth]).Name};
  yes = ! any (cellfun (@(name) any (strcmp (kinks, name)), s.Activations));
end

function advice = rounding_advice (s, data)
  advice = '"Standardize", true';
  if (! isempty (data.Shift))
    advice = 'X as a full matrix';
  elseif (isequal (s.Standardize, true))
    advice = 'to leave out columns that nearly repeat others';
  end
  if (strcmp (s.Precision, 'single'))
    advice = [advice, ', or "Precision", "double"'];
  end
end

function warn_of_divergence (run, fault)
  advice = nnr.train.diverged_advice (run.Settings);
  if (run.Kept.Epoch == 0)
    error ('nnreg:diverged', 'the training diverged before its first epoch was over: %s; %s', ...
           fault, advice);
  end
  nnr.words.warn ('nnreg:diverged', ['the training diverged: %s; the weights of epoch %d are ' ...
                                     'returned; %s'], fault, run.Kept.Epoch, advice);
end
