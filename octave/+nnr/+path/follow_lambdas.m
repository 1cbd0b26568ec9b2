## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, stop] = nnr.path.follow_lambdas (r, p, s, d, chains)
##
## The path from lambda to lambda: each training starts from the parameters of the one before. With
## the exact solver lambda falls from the value at which all weights are zero. Otherwise it rises
## until all are zero, because Adam and networks could not leave zero on the way down.

function [r, stop] = follow_lambdas (r, p, s, d, chains)
  stop = false;
  c = nnr.core.epoch_columns ();
  lambdas = nnr.path.lambdas (p, d, s);
  r.NumPlanned = numel (lambdas);
  if (p.Falls)
    thetas = arrayfun (@(chain) nnr.path.null_theta (chain.Fit, s, chain.Train), chains, ...
                       'UniformOutput', false);
    [chains.Theta] = thetas{:};
  end
  [unfinished, before, screened] = deal (0, lambdas(1), worth_screening (p, s, d));
  for lambda = lambdas
    s.Lambda = lambda;
    if (screened)
      [chains, outcome, penalty] = nnr.path.train_screened (p.Journal, chains, s, before);
    else
      [chains, outcome, penalty] = nnr.path.train_chains (p.Journal, chains, s);
    end
    before = lambda;
    s.Epochs = p.WarmEpochs;
    point = struct ('Lambda', lambda, 'Chain', chains(1), 'Penalty', penalty, ...
                    'Settings', s, 'Outcome', outcome);
    if (too_many_inputs (point, p, d))
      if (p.Falls)
        break
      end
      continue
    end
    after = chains;
    if (p.Relax)
      [after, point.Outcome, point.Penalty] = nnr.path.train_chains (p.Journal, chains, ...
                                                                     p.Relaxed);
      [point.Chain, point.Settings] = deal (after(1), p.Relaxed);
      point.Outcome(:,c.Zeros) = outcome(:,c.Zeros);
    end
    unfinished += ! all ([outcome(:,c.Converged); point.Outcome(:,c.Converged)]);
    [r, stop] = nnr.path.add_point (r, p, d, point, after);
    losses(numel (r.Lambda)) = outcome(1,c.DataLoss);
    if (stop || no_more_to_see (p, s, r, losses))
      break
    end
  end
  if (p.Falls && unfinished > 0)
    nnr.words.warn ('nnreg:notConverged', ...
                    ['at %d of %s a training did not reach the Tolerance %g in %s; give more ' ...
                     'Epochs, or a larger Tolerance'], unfinished, ...
                    nnr.words.count_text (numel (r.Lambda), 'point'), s.Tolerance, ...
                    nnr.words.count_text (s.Epochs, 'Epoch'));
  end
end

## Screening pays if few of many inputs have weights: with the exact solver and a penalty that makes
## zeros.
function yes = worth_screening (p, s, d)
  many = 100;
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  yes = p.Falls && nnr.options.selects (u) && d.Data.NumInputs >= many;
end

function many = too_many_inputs (point, p, d)
  many = false;
  if (isfinite (p.MaxFeatures))
    network = nnr.model.make_network (point.Settings, numel (point.Chain.Live), ...
                                      d.Targets.NumOutputs);
    live = nnr.model.live_parts (nnr.model.roll_weights (point.Chain.Theta, network.Sizes));
    used = point.Chain.Live(live{1});
    many = nnr.path.count_inputs ({used}, nnr.table.of (point.Settings)) > p.MaxFeatures;
  end
end

## A rising path ends where no weight is left, or no input that has a penalty. A falling one ends as
## glmnet's does: where the model explains all of the loss that it minimises, or no more than at the
## lambda before.
function done = no_more_to_see (p, s, r, losses)
  if (! p.Falls)
    left = r.Selected{end};
    if (! isempty (s.PenaltyFactor))
      left(s.PenaltyFactor(left) == 0) = [];
    end
    done = r.Zeros(end) == 1 || isempty (left);
    return
  end
  [least_points, all, no_more] = deal (5, 0.999, 1e-5);
  done = isempty (p.Lambda) && numel (losses) >= least_points;
  if (done)
    ratio = 1 - losses / losses(1);
    unit = merge (isfield (r.Models{1}.History, 'RMSE'), ratio(end), 1);
    done = ratio(end) > all || ratio(end) - ratio(end - 1) < no_more * unit;
  end
end
