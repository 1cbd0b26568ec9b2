## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.linear.fit (X, targets, s)
##
## The linear model of nnreg_fit at the optimum for the Lambda of the settings S, whose Solver is
## "coordinate".

function model = fit (X, targets, s)
  d = nnr.linear.prepare (X, targets, s);
  [s.Standardize, s.ClassNames] = deal (d.Standardize, targets.ClassNames);
  problem = nnr.linear.problem (X, d, s, struct ('Of', zeros (rows (X), 1), 'Forward', false));
  plan = nnr.linear.points (s, s.Lambda, 0);
  plan.Tolerance = strict_tolerance (s);
  nnr.words.progress ('nnreg_fit', @() 'training');
  rec = nnr.linear.advance (nnr.linear.record (problem, 1), plan, problem);
  models = nnr.linear.models (rec, 1, d, s);
  model = models{1};
  say_what_is_wrong (model, rec, problem, s);
end

## Newton's models of classes end when the objective is near enough; the weights are then less
## exact. For one model exact weights cost little.
function tolerance = strict_tolerance (s)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  strict = strcmp (s.Task, 'classification') && ! u.ByInput;
  tolerance = s.Tolerance * merge (strict, 1e-4, 1);
end

function say_what_is_wrong (model, rec, problem, s)
  if (rec.Unfinished > 0)
    nnr.words.warn ('nnreg:notConverged', ['the Tolerance %g was not reached; give a larger ' ...
                                           'Tolerance or a larger Lambda'], s.Tolerance);
  end
  loss = model.History.DataLoss;
  if (rec.NullLoss == 0)
    return
  elseif (rec.Counts == 0)
    nnr.train.warn_of_zeros (sprintf ('all %d weights are zero', numel (model.Weights{1})), ...
                             advice_for_zeros (problem, s));
  elseif (nnr.train.is_no_better (loss, rec.NullLoss, rows (problem.X), s))
    ways = {'a smaller Lambda', '"StandardizeY", true'};
    can = [true, strcmp(s.Task, 'regression') && ! s.StandardizeY];
    nnr.train.warn_of_no_gain (loss, rec.NullLoss, ways(can));
  end
end

function text = advice_for_zeros (problem, s)
  text = 'Lambda is too large';
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (! u.MakesZeros)
    return
  end
  text = 'no column of X varies together with y';
  first = first_lambda (problem, s);
  if (first > 0)
    text = nnr.train.smaller_lambda (first, s);
  end
end

## The largest lambda at which some weight is not 0.
function lambda = first_lambda (problem, s)
  plan = nnr.linear.points (s, 1, 0.5);
  result = nnr.core.call (@__nnreg_linear_follow__, problem, plan, []);
  lambda = result.Lambda;
end
