## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 2, the soft threshold.

function tasks = tasks_of_part_2 (seed)
  z = 2 * course_numbers (5, 4, seed + 100);
  z(3,2) = 0.5;
  cases = {{z, 0.5}, {course_numbers(7, 1, seed + 101), abs(course_numbers (7, 1, seed + 102))}, ...
           {course_numbers(1, 6, seed + 103), 0}};
  tasks = new_task ('soft_threshold', 2, 1, {}, cases, {{'values', @soft, 'w', 1}});
  cases = cell (1, 3);
  for k = 1:3
    w = course_numbers (6, k, seed + 110 + k);
    w(2,:) = 0.02;                   # small enough for the threshold to matter
    cases{k} = {w, 4 * course_numbers(6, k, seed + 120 + k), 0.1 * k, 0.5 + k};
  end
  tasks(2) = new_task ('proximal_step', 2, 1, {}, cases, {{'values', @step, 'w', 1}});
  [X, y] = scaled_data (seed);
  cases = cellfun (@(lambda) {X, y, lambda}, lasso_lambdas (X, y), 'UniformOutput', false);
  tasks(3) = new_task ('lasso', 2, 2, {}, cases, ...
                       {{'smallest', @lasso_optimum}, {'zeros', @lasso_zeros}});
end

function [want, likely] = soft (args)
  [z, t] = args{:};
  want = sign (z) .* max (abs (z) - t, 0);
  likely = {max(z - t, 0), 'negative numbers move towards 0, too'; ...
            max(abs (z) - t, 0), 'the sign of z is lost'; ...
            sign(z) .* (abs (z) - t), 'a number near 0 becomes 0: it does not change sign'; ...
            z .* (abs (z) > t), 'that is the hard threshold: numbers that stay also move'; ...
            sign(z) .* max(abs (z) - t / 2, 0), 'the numbers move only half as far'; ...
            sign(z) .* (abs (z) + t), 'move towards 0, not away from 0'; ...
            z, 'nothing has changed'};
end

function [want, likely] = step (args)
  [w, grad, rate, lambda] = args{:};
  s = @(z, t) sign (z) .* max (abs (z) - t, 0);
  want = s (w - rate * grad, rate * lambda);
  likely = {s(w - rate * grad, lambda), 'the threshold does not fit a step of this size'; ...
            s(w + rate * grad, rate * lambda), 'that is uphill'; ...
            s(w, rate * lambda) - rate * grad, 'first the step, then the threshold'; ...
            w - rate * grad, 'the soft threshold is missing'; ...
            w, 'nothing has changed'; ...
            w - rate * (grad + lambda * sign (w)), ...
            'that is the subgradient, which makes no weight zero'; ...
            s(w - rate * grad, rate), 'lambda is missing in the threshold'; ...
            s(w - grad, rate * lambda), 'the step does not depend on the rate'};
end

## The smallest objective, from nnreg.
function best = lasso_optimum (args)
  [X, y, lambda] = args{:};
  model = lasso_model (X, y, lambda);
  theta = [model.Weights{1}(:); model.Biases{1}];
  best = nnreg_cost (theta, X, y, 'Task', 'regression', 'LayerSizes', [], 'Penalty', 'l1', ...
                     'Lambda', lambda);
end

function truth = lasso_zeros (args)
  truth = lasso_model (args{:}).Weights{1}(:) == 0;
end
