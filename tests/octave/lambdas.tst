## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The table "The same penalty elsewhere" in the help of nnreg_fit, row by row: a solution of nnreg
## minimises what the other program minimises, which is written down here from its documentation.

%!function [X, y, t] = some_data ()
%!  X = [oracle_data(60, 3, 21), 5 + 4 * oracle_data(60, 2, 22)];
%!  y = 40 * (X * [1; -1; 0; 0.3; 0] + 0.3 * oracle_data (60, 1, 23)) + 7;
%!  t = y + 20 * oracle_data (60, 1, 24) > median (y) + 10;
%!endfunction

## Whether no step along an axis lowers the convex function F: so theta is its minimum, if what has
## kinks in F is a sum over the axes.
%!function yes = is_minimum (F, theta)
%!  [J, yes] = deal (F (theta), true);
%!  for i = 1:numel (theta)
%!    for h = [1e-4, -1e-4] * max (1, abs (theta(i)))
%!      near = theta;
%!      near(i) += h;
%!      yes = yes && F (near) >= J - 1e-9 * abs (h) * max (1, abs (J));
%!    end
%!  end
%!endfunction

## A linear model's weights and bias for X and y as they are, one output.
%!function theta = line_of (X, y, varargin)
%!  m = nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], "Tolerance", 1e-12, ...
%!                 "Verbose", 0, varargin{:});
%!  b = nnreg_predict (m, [zeros(1, columns (X)); eye(columns (X))]);
%!  theta = [b(2:end) - b(1); b(1)];
%!endfunction

## The same of two classes: of the difference of their scores.
%!function theta = logit_of (X, t, varargin)
%!  m = nnreg_fit (X, t, "LayerSizes", [], "Tolerance", 1e-12, "Standardize", false, ...
%!                 "Verbose", 0, varargin{:});
%!  theta = [diff(m.Weights{1}).'; diff(m.Biases{1})];
%!endfunction

%!function r = rest (theta, X, y)
%!  r = X * theta(1:end - 1) + theta(end) - y;
%!endfunction

%!function loss = log_loss (theta, X, t)
%!  z = rest (theta, X, 0) .* (1 - 2 * t);
%!  loss = mean (log1p (exp (z)));
%!endfunction

## The sum of |w| or w^2 without the bias.
%!function s = size_of (theta, power)
%!  s = sum (abs (theta(1:end - 1)) .^ power);
%!endfunction

%!shared X, y, t, n, raw
%! [X, y, t] = some_data ();
%! n = 60;
%! raw = {"Standardize", false};

%!test # the test itself sees a lambda that is wrong by a factor of two
%! F = @(b) mean (rest (b, X, y) .^ 2) + 0.1 * size_of (b, 2);
%! assert (is_minimum (F, line_of (X, y, raw{:}, "Penalty", "l2", "Lambda", 0.1)));
%! assert (! is_minimum (F, line_of (X, y, raw{:}, "Penalty", "l2", "Lambda", 0.2)));

## ---- Squared errors

%!test # the course's linear regression; its exercise on regularisation in closed form
%! lambda = 3;
%! F = @(b) sumsq (rest (b, X, y)) / (2 * n) + lambda / (2 * n) * size_of (b, 2);
%! b = line_of (X, y, raw{:}, "Penalty", "l2", "Lambda", lambda / n);
%! assert (is_minimum (F, b));
%! A = [X, ones(n, 1)];
%! assert (b, (A.' * A + lambda * diag ([1, 1, 1, 1, 1, 0])) \ (A.' * y), 1e-6);

%!test # scikit-learn's Ridge, Lasso and ElasticNet
%! alpha = 2;
%! F = @(b) sumsq (rest (b, X, y)) + alpha * size_of (b, 2);
%! assert (is_minimum (F, line_of (X, y, raw{:}, "Penalty", "l2", "Lambda", alpha / n)));
%! s = std (y, 1);
%! F = @(b) sumsq (rest (b, X, y)) / (2 * n) + alpha * size_of (b, 1);
%! assert (is_minimum (F, line_of (X, y, raw{:}, "Penalty", "l1", "Lambda", 2 * alpha / s)));
%! assert (is_minimum (F, line_of (X, y, raw{:}, "Penalty", "l1", "Lambda", 2 * alpha, ...
%!                                 "StandardizeY", false)));
%! share = 0.3;
%! F = @(b) sumsq (rest (b, X, y)) / (2 * n) + alpha * share * size_of (b, 1) ...
%!          + alpha * (1 - share) / 2 * size_of (b, 2);
%! assert (is_minimum (F, line_of (X, y, raw{:}, "Penalty", "elasticnet", "Lambda", 2 * alpha, ...
%!                                 "Alpha", share, "StandardizeY", false)));

%!test # Ridge of several responses, whose squares it adds up
%! Y = [y, X(:,1) - 2 * X(:,5)];
%! m = nnreg_fit (X, Y, "Task", "regression", "LayerSizes", [], "Penalty", "l2", ...
%!                "Lambda", 2 / (n * 2), raw{:}, "StandardizeY", false, "Tolerance", 1e-12, ...
%!                "Verbose", 0);
%! C = X - mean (X);
%! assert (m.Weights{1}.', (C.' * C + 2 * eye (5)) \ (C.' * (Y - mean (Y))), 1e-6);

%!test # glmnet's gaussian: it scales y, and X by default, to deviation 1
%! [lambda, alpha, s] = deal (3, 0.4, std (y, 1));
%! Z = (X - mean (X)) ./ std (X, 1);
%! F = @(b) sumsq (rest (b, Z, y / s)) / (2 * n) + lambda / s * (alpha * size_of (b, 1) ...
%!          + (1 - alpha) / 2 * size_of (b, 2));
%! args = {"Penalty", "elasticnet", "Lambda", 2 * lambda / s, "Alpha", alpha};
%! b = line_of (X, y, args{:});
%! assert (is_minimum (F, [b(1:5) .* std(X, 1).'; b(6) + mean(X) * b(1:5)] / s));
%! assert (is_minimum (F, line_of (Z, y, raw{:}, args{:}) / s));

%!test # MATLAB's lasso
%! F = @(b) sumsq (rest (b, X, y)) / (2 * n) + 2 * size_of (b, 1);
%! assert (is_minimum (F, line_of (X, y, raw{:}, "Penalty", "l1", "Lambda", 4 / std (y, 1))));

## ---- Cross-entropy

%!test # the course's logistic regression, one theta for two classes
%! lambda = 3;
%! F = @(b) log_loss (b, X, t) + lambda / (2 * n) * size_of (b, 2);
%! assert (is_minimum (F, logit_of (X, t, "Penalty", "l2", "Lambda", lambda / n)));

%!test # scikit-learn's LogisticRegression: two classes with l1 and l2
%! C = 0.5;
%! F = @(b) C * n * log_loss (b, X, t) + size_of (b, 2) / 2;
%! assert (is_minimum (F, logit_of (X, t, "Penalty", "l2", "Lambda", 1 / (n * C))));
%! F = @(b) C * n * log_loss (b, X, t) + size_of (b, 1);
%! assert (is_minimum (F, logit_of (X, t, "Penalty", "l1", "Lambda", 1 / (n * C))));

%!function loss = softmax_loss (theta, X, k)
%!  B = reshape (theta, [], 3);
%!  Z = X * B(1:end - 1,:) + B(end,:);
%!  Z -= max (Z, [], 2);
%!  loss = mean (log (sum (exp (Z), 2)) - Z(sub2ind (size (Z), (1:rows (Z)).', k)));
%!endfunction
%!function s = sizes_of (theta, power)
%!  B = reshape (theta, [], 3);
%!  s = sum (abs (B(1:end - 1,:)(:)) .^ power);
%!endfunction
%!function theta = softmax_of (X, k, varargin)
%!  m = nnreg_fit (X, k, "LayerSizes", [], "Tolerance", 1e-12, "Standardize", false, ...
%!                 "Verbose", 0, varargin{:});
%!  theta = [m.Weights{1}.'; m.Biases{1}.'](:);
%!endfunction
%!test # LogisticRegression of three classes, and glmnet's multinomial
%! k = 1 + t + (X(:,2) > 0.5);
%! C = 0.5;
%! F = @(b) C * n * softmax_loss (b, X, k) + sizes_of (b, 2) / 2;
%! assert (is_minimum (F, softmax_of (X, k, "Penalty", "l2", "Lambda", 1 / (2 * n * C))));
%! F = @(b) C * n * softmax_loss (b, X, k) + sizes_of (b, 1);
%! assert (is_minimum (F, softmax_of (X, k, "Penalty", "l1", "Lambda", 1 / (n * C))));
%! [lambda, alpha] = deal (0.05, 0.3);
%! F = @(b) softmax_loss (b, X, k) + lambda * (alpha * sizes_of (b, 1) ...
%!          + (1 - alpha) / 2 * sizes_of (b, 2));
%! assert (is_minimum (F, softmax_of (X, k, "Penalty", "elasticnet", "Lambda", lambda, ...
%!                                    "Alpha", alpha)));

%!test # glmnet's binomial, which has one score for two classes
%! [lambda, alpha] = deal (0.05, 0.3);
%! F = @(b) log_loss (b, X, t) + lambda * (alpha * size_of (b, 1) + (1 - alpha) / 2 * size_of (b, 2));
%! assert (is_minimum (F, logit_of (X, t, "Penalty", "elasticnet", "Lambda", lambda * (2 - alpha), ...
%!                                  "Alpha", alpha / (2 - alpha))));
%! F = @(b) log_loss (b, X, t) + lambda * size_of (b, 1);
%! assert (is_minimum (F, logit_of (X, t, "Penalty", "l1", "Lambda", lambda)));

%!test # MATLAB's fitclinear: lambda / 2 sum (w .^ 2), one score for two classes
%! F = @(b) log_loss (b, X, t) + 0.05 / 2 * size_of (b, 2);
%! assert (is_minimum (F, logit_of (X, t, "Penalty", "l2", "Lambda", 0.05)));

## ---- Networks: the objective at any weights

%!function [theta, W, V] = network_of (num_outputs)
%!  [W, V] = deal (oracle_data (4, 5, 25) - 0.5, oracle_data (num_outputs, 4, 26) - 0.5);
%!  theta = [W(:); zeros(4, 1); V(:); zeros(num_outputs, 1)];
%!endfunction
%!test # Keras, scikit-learn's MLP, MATLAB's fitcnet and fitrnet, the course's network
%! [theta, W, V] = network_of (3);
%! k = 1 + t + (X(:,2) > 0.5);
%! args = {X, k, "LayerSizes", 4, "Activations", "tanh"};
%! plain = nnreg_cost (theta, args{:});
%! squares = sumsq (W(:)) + sumsq (V(:));
%! penalty = @(lambda) nnreg_cost (theta, args{:}, "Penalty", "l2", "Lambda", lambda) - plain;
%! alpha = 0.7;
%! assert (penalty (alpha), alpha * squares, 1e-12);                  # Keras
%! assert (penalty (alpha / (2 * n)), alpha * squares / (2 * n), 1e-12); # MLPClassifier, the course
%! assert (penalty (alpha / 2), alpha / 2 * squares, 1e-12);          # fitcnet
%! [theta, W, V] = network_of (1);
%! args = {X, y, "Task", "regression", "LayerSizes", 4, "Activations", "tanh"};
%! F = V * tanh (W * X.');
%! squares = sumsq (W(:)) + sumsq (V(:));
%! half = sumsq (F.' - y) / (2 * n) + alpha / 2 * squares / n;        # MLPRegressor
%! J = nnreg_cost (theta, args{:}, "Penalty", "l2", "Lambda", alpha / n);
%! assert (J, 2 * half, -1e-12);
