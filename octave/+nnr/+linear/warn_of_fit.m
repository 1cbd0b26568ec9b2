## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.linear.warn_of_fit (model, rec, problem, s)
##
## Warns of a MODEL of nnreg_fit that means little, with what may help. REC is the record of its one
## point (nnr.linear.record) and PROBLEM what was solved, with the settings S.

function warn_of_fit (model, rec, problem, s)
  if (rec.Unfinished > 0)
    nnr.words.warn ('nnreg:notConverged', ['the Tolerance %g was not reached; give a larger ' ...
                                           'Tolerance or a larger Lambda'], s.Tolerance);
  end
  if (strcmp (s.Task, 'regression') && nnr.train.has_far_responses (problem.Responses.'))
    look_for_outliers (model, problem);
  end
  loss = model.History.DataLoss;
  if (rec.NullLoss == 0)
    return
  end
  nnr.linear.warn_of_limits (model.History.Loss, rec.NullLoss, ...
                             [num_samples(problem), columns(problem.X)], s);
  if (rec.Counts == 0)
    nnr.train.warn_of_zeros (sprintf ('all %d weights are zero', numel (model.Weights{1})), ...
                             advice_for_zeros (problem, s));
  elseif (nnr.train.is_no_better (loss, rec.NullLoss, num_samples (problem), s))
    ways = {'a smaller Lambda', '"StandardizeY", true'};
    can = [true, strcmp(s.Task, 'regression') && ! s.StandardizeY];
    nnr.train.warn_of_no_gain (loss, rec.NullLoss, ways(can));
  end
end

function look_for_outliers (model, problem)
  weights = problem.Weights;
  if (isempty (weights))
    weights = ones (rows (problem.X), 1);
  end
  [slopes, intercept] = nnr.model.slopes (model);
  live = any (slopes, 2);
  errors = problem.Responses - double (problem.X(:,live)) * slopes(live,:) - intercept;
  nnr.train.warn_of_outliers (full (errors), problem.Responses, weights);
end

## Those that the model learns from.
function count = num_samples (problem)
  count = rows (problem.X);
  if (! isempty (problem.Weights))
    count = nnz (problem.Weights);
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
