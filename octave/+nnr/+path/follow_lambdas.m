## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, stop] = nnr.path.follow_lambdas (r, p, s, d, chains, X)
##
## The path from one lambda to the next, each training starting where the one before has ended: a
## linear model's down from where all weights are zero, a network's up to there (on the way down it
## would be stuck at its zeros, as is all that Adam trains).

function [r, stop] = follow_lambdas (r, p, s, d, chains, X)
  stop = false;
  lambdas = nnr.path.lambdas (p, d, s);
  r.NumPlanned = numel (lambdas);
  relaxed = nnr.path.relaxed_settings (s, p);
  if (p.Falls)
    [chains.Theta] = deal (nnr.train.null_theta (d, s));
  end
  [unfinished, before, screened] = deal (0, lambdas(1), worth_screening (p, s, d));
  for lambda = lambdas
    s.Lambda = lambda;
    if (screened)
      [chains, outcome, penalty] = nnr.path.train_screened (p, chains, d, X, s, before);
    else
      [chains, outcome, penalty] = nnr.path.train_chains (p, chains, d.Targets, s);
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
    if (p.Relax)
      [after, point.Outcome, point.Penalty] = nnr.path.train_chains (p, chains, d.Targets, relaxed);
      [point.Chain, point.Settings] = deal (after(1), relaxed);
      point.Outcome(:,6) = outcome(:,6);
    end
    unfinished += p.Falls && ! all ([outcome(:,8); point.Outcome(:,8)]);
    [r, stop] = nnr.path.add_point (r, p, d, point);
    losses(numel (r.Lambda)) = outcome(1,1);
    if (stop || no_more_to_see (p, r, losses))
      break
    end
  end
  warn_of_unfinished (p, s, unfinished, numel (r.Lambda));
end

## Few of many inputs have weights, on a path of exact solutions whose penalty makes zeros.
function yes = worth_screening (p, s, d)
  [many, least_share] = deal (100, 0.05);
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  makes_zeros = u.L1 >= least_share || u.ByInput;
  yes = p.Falls && makes_zeros && d.Data.NumInputs >= many;
end

## Once, not at each point: the solutions that are not exact.
function warn_of_unfinished (p, s, unfinished, points)
  if (unfinished > 0)
    nnr.words.warn ('nnreg:notConverged', ['at %d of %s a training did not reach the ' ...
                                           'Tolerance %g in %s; give more Epochs, or a ' ...
                                           'larger Tolerance'], unfinished, ...
                    nnr.words.count_text (points, ...
                                          'point'), s.Tolerance, nnr.words.count_text (s.Epochs, 'Epoch'));
  end
end

function many = too_many_inputs (point, p, d)
  many = false;
  if (isfinite (p.MaxFeatures))
    network = nnr.model.make_network (point.Settings, numel (point.Chain.Live), ...
                                      d.Targets.NumOutputs);
    live = nnr.model.live_parts (nnr.model.roll_weights (point.Chain.Theta, network.Sizes));
    many = nnz (live{1}) > p.MaxFeatures;
  end
end

## A rising path ends where no weight or input is left, a falling one of exact solutions as
## glmnet's does: where the model explains all of the loss that it is fitted by, or no more than
## at the lambda before.
function done = no_more_to_see (p, r, losses)
  if (! p.Falls)
    done = r.Zeros(end) == 1 || r.LiveInputs(end) == 0;
    return
  end
  [least_points, all, no_more] = deal (5, 0.999, 1e-5);
  count = numel (losses);
  done = isempty (p.Lambda) && count >= least_points;
  if (done)
    ratio = 1 - losses / losses(1);
    done = ratio(end) > all || ratio(end) - ratio(end - 1) < no_more * ratio(end);
  end
end
