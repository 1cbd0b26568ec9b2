## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Part 2, the soft threshold.

function tasks = tasks_of_part_2 (seed)
  z = 2 * course_numbers (5, 4, seed + 100);
  z(3,2) = 0.5;
  cases = {{z, 0.5}, {course_numbers(7, 1, seed + 101), abs(course_numbers (7, 1, seed + 102))}, ...
           {course_numbers(1, 6, seed + 103), 0}};
  tasks{1} = new_task ('soft_threshold', 2, 1, cases, {@soft});
  cases = cell (1, 3);
  for k = 1:3
    w = course_numbers (6, k, seed + 110 + k);
    w(2,:) = 0.02;                   # small enough for the threshold to matter
    cases{k} = {w, 4 * course_numbers(6, k, seed + 120 + k), 0.1 * k, 0.5 + k};
  end
  tasks{2} = new_task ('proximal_step', 2, 1, cases, {@step});
  [X, y] = course_data (seed);
  tasks{3} = new_task ('lasso', 2, 2, {{X, y, 0.3}, {X, y, 1.2}}, {@smallest, @zeros_of});
end

function hint = soft (args, outs)
  [z, t] = args{:};
  likely = {max(z - t, 0), 'negative numbers move towards 0, too'; ...
            max(abs (z) - t, 0), 'the sign of z is lost'; ...
            sign(z) .* (abs (z) - t), 'if |z| < t the result is 0: it does not change sign'; ...
            z .* (abs (z) > t), 'that is the hard threshold: numbers that stay also move by t'; ...
            sign(z) .* max(abs (z) - t / 2, 0), 'move by t, not by t/2'; ...
            sign(z) .* max(abs (z) + t, 0), 'move towards 0, not away from 0'; ...
            z, 'nothing has changed'};
  hint = compare_values ('w', outs{1}, sign (z) .* max (abs (z) - t, 0), likely);
end

function hint = step (args, outs)
  [w, grad, rate, lambda] = args{:};
  s = @(z, t) sign (z) .* max (abs (z) - t, 0);
  likely = {s(w - rate * grad, lambda), ...
            'the threshold of a step with this rate is rate * lambda, not lambda'; ...
            s(w + rate * grad, rate * lambda), 'go downhill: subtract the gradient'; ...
            s(w, rate * lambda) - rate * grad, 'first the step, then the threshold'; ...
            w - rate * grad, 'the soft threshold is missing'; ...
            w, 'nothing has changed'; ...
            w - rate * (grad + lambda * sign (w)), ...
            'that is the subgradient, which makes no weight zero'; ...
            s(w - rate * grad, rate), 'lambda is missing in the threshold'; ...
            s(w - grad, rate * lambda), 'the step is rate * grad'};
  hint = compare_values ('w', outs{1}, s (w - rate * grad, rate * lambda), likely);
end

## The model of nnreg, its objective, and the objective of the answer.
function [model, best, theirs] = objectives (args, outs)
  [X, y, lambda] = args{:};
  model = nnreg_fit (X, y, 'Task', 'regression', 'LayerSizes', [], 'Penalty', 'l1', 'Lambda', ...
                     lambda, 'Standardize', false, 'StandardizeY', false, 'Verbose', 0);
  objective = @(w, b) mean ((X * w + b - y) .^ 2) + lambda * sum (abs (w));
  best = objective (model.Weights{1}(:), model.Biases{1});
  theirs = objective (double (outs{1}), double (outs{2}));
end

function hint = wrong_shape (args, outs)
  hint = '';
  if (! isequal (size (outs{1}), [columns(args{1}), 1]) || ! isscalar (outs{2}))
    hint = 'w must have one row for each column of X and one column, and b must be one number';
  elseif (! all (isfinite ([outs{1}; outs{2}])))
    hint = 'w or b is not finite: are the steps downhill?';
  end
end

function hint = smallest (args, outs)
  hint = wrong_shape (args, outs);
  if (! isempty (hint))
    return
  end
  [~, best, theirs] = objectives (args, outs);
  if (theirs > best * (1 + 1e-5))
    hint = sprintf ('the objective could be %.6g, yours is %.6g', best, theirs);
    if (outs{2} == 0)
      hint = [hint '; the bias has not moved'];
    elseif (! any (outs{1}))
      hint = [hint '; no weight has moved'];
    end
  end
end

function hint = zeros_of (args, outs)
  hint = wrong_shape (args, outs);
  if (! isempty (hint))
    return
  end
  model = objectives (args, outs);
  [theirs, truth] = deal (outs{1} == 0, model.Weights{1}(:) == 0);
  if (! any (theirs))
    hint = 'no weight is exactly 0: use the soft threshold, not the subgradient';
  elseif (! isequal (theirs, truth))
    hint = sprintf ('%d of %d weights should be exactly 0, yours has %d', sum (truth), ...
                    numel (truth), sum (theirs));
  end
end
