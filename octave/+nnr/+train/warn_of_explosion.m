## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## run = nnr.train.warn_of_explosion (moment, run, problem, fresh)
##
## Warns of a training by Adam whose steps are too long, though all numbers stay finite.
##
## At the moment "step", with the log of the epochs just finished in fresh: once, when the data
## losses of two epochs in a row are more than ten times that of the weights with which it began
## and that of a constant prediction.  The training goes on: of 138 such ones (572 trainings of 100
## epochs, rates from 1e-3 to 10) 23 came below the constant again, though none of them as low as
## with a smaller rate.  At the "end": when it stayed above the constant.

function run = warn_of_explosion (moment, run, problem, fresh)
  s = run.Settings;
  if (strcmp (s.Solver, 'fista') || isempty (run.Log) || isempty (fresh))
    return;
  end
  if (isnan (run.ConstantLoss))
    run.ConstantLoss = constant_loss (problem.Train, s, problem.Network.Sizes(end));
  end
  nothing = eps (s.Precision);   # left to learn: y does not vary
  if (run.ConstantLoss < nothing)
    return;
  end
  if (strcmp (moment, 'end'))
    run = judge_end (run, problem);
  elseif (! run.Exploded)
    run = watch_epochs (run, problem, fresh);
  end
end

function run = watch_epochs (run, problem, fresh)
  first = max (1, rows (run.Log) - rows (fresh));
  losses = run.Log(first:end,1);
  [lasting, at] = max (min (losses(1:end - 1), losses(2:end)));
  if (isempty (lasting) || lasting <= tenfold (run.ConstantLoss))
    return;
  end
  run = know_first_loss (run, problem);
  run.Exploded = lasting > tenfold (run.FirstLoss);
  if (run.Exploded)
    nnr.words.warn ('nnreg:diverged', ['the training diverges: the data loss of epoch %d is ' ...
                                       '%.3g, at the start it was %.3g, that of the best constant is ' ...
                                       '%.3g; it goes on and may recover, but the steps are too ' ...
                                       'long; %s'], first + at, losses(at + 1), run.FirstLoss, ...
                    run.ConstantLoss, nnr.train.diverged_advice (run.Settings));
  end
end

function run = judge_end (run, problem)
  margin = 1.02;
  [highest, last] = deal (max (run.Log(:,1)), run.Log(end,1));
  if (last <= margin * run.ConstantLoss)
    return;
  end
  run = know_first_loss (run, problem);
  if (highest > tenfold (run.FirstLoss))
    nnr.words.warn ('nnreg:diverged', ['the training diverged: the data loss rose from %.3g to ' ...
                                       '%.3g and ended at %.3g, that of the best constant is %.3g; ' ...
                                       'the weights of epoch %d are returned; %s'], run.FirstLoss, highest, last, run.ConstantLoss, run.Epoch, ...
                    nnr.train.diverged_advice (run.Settings));
  end
end

function loss = tenfold (loss)
  loss *= 10;
end

## The data loss of the weights with which the training began.
function run = know_first_loss (run, problem)
  if (isnan (run.FirstLoss))
    s = run.Settings;
    [s.Penalty, s.Lambda] = deal ('none', []);
    penalty = nnr.options.layer_penalty (s, numel (problem.Network.Sizes) - 1);
    run.FirstLoss = nnr.core.call (@__nnreg_cost__, problem.Network, penalty, run.FirstTheta, ...
                                   problem.Train, s.Threads);
  end
end

## The least data loss on the samples with the same outputs for all.
function loss = constant_loss (samples, s, num_outputs)
  rows = double (samples.Rows(:)) + 1;
  samples.NumOutputs = num_outputs;
  biases = nnr.train.null_biases (samples, rows, s);
  if (strcmp (s.Task, 'classification'))
    loss = -exp (biases).' * biases;
    return;
  end
  [w, rows] = nnr.targets.relative_weights (samples, samples.Weights, rows);
  squares = mean ((double (samples.Responses(:,rows)) - biases) .^ 2, 1);
  loss = squares * w;
end
