## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [model, history, profile] = nnr.train.fit_packed (d, s, is_last)
## [model, history, profile] = nnr.train.fit_packed (d, s, is_last, validates_once)
##
## Trains on the packed data D (nnr.train.prepare_data) by the settings S. PROFILE has the seconds
## of the core's phases if "Profile" is true. IS_LAST is false if another training goes on from this
## one: then nothing is said about the model. If VALIDATES_ONCE, only the last epoch is validated.

function [model, history, profile] = fit_packed (d, s, is_last, validates_once)
  [s.Standardize, s.ClassNames] = deal (d.Standardize, d.Targets.ClassNames);
  [train, validation] = nnr.train.validation_samples (d, s);
  problem = nnr.train.make_problem (s, train, validation, d.Targets.NumOutputs);
  problem.ValidateLastOnly = double (nargin > 3 && validates_once);
  state = nnr.train.start_state (problem, s);
  [theta, log, best, profile, ~, diverged] = nnr.train.run (problem, state, s);
  history = nnr.train.make_history (log, s.Task, ! isempty (validation), problem.LambdaScales);
  kept = problem;
  kept.Penalty = penalty_of (problem, best);
  model = nnr.train.make_model (theta, kept, d, s, history);
  if (is_last)
    nnr.train.warn_of_result (theta, problem, s, log, best, diverged);
    warn_of_evasion (model);
  end
end

## The penalty in an epoch.
function penalty = penalty_of (problem, epoch)
  penalty = problem.Penalty;
  if (isempty (problem.LambdaScales))
    return;
  end
  for name = {'Lambda1', 'Lambda2', 'Decay', 'Group'}
    penalty.(name{1}) = problem.LambdaScales(epoch) * penalty.(name{1});
  end
end

function warn_of_evasion (model)
  [layers, ratios] = nnr.model.evaded_layers (model);
  if (! isempty (layers))
    nnr.words.warn ('nnreg:evaded', ...
                    ['the network evades the penalty on layer %d by scale: its weights became ' ...
                     'small, and the weights of layer %d, which has no penalty, became large ' ...
                     '(%.3g times the norm); Lambda means little then; penalise all layers, by ' ...
                     '"PenalizedLayers", "all" and a smaller Lambda'], ...
                    layers(1), layers(1) + 1, ratios(1));
  end
end
