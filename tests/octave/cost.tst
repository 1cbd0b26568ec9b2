## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## nnreg_cost and nnreg_checkgrad are compared with the oracle's formulas (oracle_cost.m), central
## differences, and minima from other methods. The functions oracle_*.m must be on the path.

## Three classes, two responses and weights, the same each time.
%!function [X, y, R, w] = problem ()
%!  X = 2 * oracle_data (40, 5, 1) - 1;
%!  y = 1 + (X(:,1) > 0.2) + (X(:,2) .* X(:,3) > 0);
%!  R = [3 * X(:,1) .* X(:,2), sin(3 * X(:,3))];
%!  w = 0.2 + 3 * oracle_data (40, 1, 7);
%!endfunction

%!function theta = some_theta (hidden, outputs)
%!  [W, b] = oracle_start ([5, hidden, outputs]);
%!  theta = oracle_unroll (W, b);
%!endfunction

## Value and gradient are the oracle's to 1e-12, slopes are differences of nnreg's own values to
## 1e-7, and the gradient is not zero.
%!function check_cost (X, y, varargin)
%!  opt = struct ("LayerSizes", [4 6], "Activations", "tanh", "Task", ...
%!                "classification");
%!  for k = 1:2:numel (varargin)
%!    opt.(varargin{k}) = varargin{k+1};
%!  endfor
%!  outputs = columns (y);
%!  if (strcmp (opt.Task, "classification"))
%!    outputs = max (y);
%!  endif
%!  theta = some_theta (opt.LayerSizes, outputs);
%!  args = [fieldnames(opt), struct2cell(opt)].';
%!  f = @(t) nnreg_cost (t, X, y, args{:});
%!  [J, grad] = f (theta);
%!  [J0, grad0] = oracle_cost (theta, full (double (X)), y, ...
%!                             [5, opt.LayerSizes, outputs], opt);
%!  assert (J, J0, -1e-12);
%!  assert (f (theta), J, -1e-14);
%!  assert (size (grad), size (theta));
%!  assert (grad, grad0, 1e-12 * norm (grad0));
%!  assert (nnz (abs (grad) > 1e-5) > 0.7 * numel (theta));
%!  ## along a direction with different entries, and along axes
%!  along = oracle_data (numel (theta), 1, 11) - 0.5;
%!  check_slope (f, theta, along / norm (along), grad);
%!  for k = round (linspace (1, numel (theta), 6))
%!    check_slope (f, theta, double ((1:numel (theta)).' == k), grad);
%!  endfor
%!endfunction

%!function check_slope (f, theta, along, grad)
%!  slope = (f (theta + 1e-5 * along) - f (theta - 1e-5 * along)) / 2e-5;
%!  assert (along.' * grad, slope, 1e-7 * max (1, abs (slope)));
%!endfunction

%!test
%! [X, y, R] = problem ();
%! for activation = {"relu", "tanh", "sigmoid", "none"}
%!   check_cost (X, y, "Activations", activation{1});
%!   check_cost (X, R, "Activations", activation{1}, "Task", "regression");
%! endfor
%! check_cost (X, y, "Activations", {"relu", "sigmoid"});

%!test
%! [X, y, R] = problem ();
%! for penalty = {"l1", "l2", "elasticnet"}
%!   for layers = {"all", "hidden", 2, [1 3]}
%!     check_cost (X, y, "Penalty", penalty{1}, "Lambda", 0.07, ...
%!                 "PenalizedLayers", layers{1});
%!   endfor
%!   check_cost (X, y, "Penalty", penalty{1}, "Lambda", [0.07 0.3 0.02]);
%!   check_cost (X, R, "Penalty", penalty{1}, "Lambda", 0.07, "Task", "regression");
%! endfor
%! check_cost (X, y, "Penalty", "elasticnet", "Lambda", 0.4, "Alpha", 0.1);
%! check_cost (X, y, "Penalty", "elasticnet", "Lambda", 0.4, "Alpha", 1);
%! check_cost (X, y, "Penalty", "elasticnet", "Lambda", 0.4, "Alpha", [0.2 0.9 0]);
%! check_cost (X, y, "Penalty", "elasticnet", "Lambda", {[0.07 0.3]});
%! check_cost (X, y, "Penalty", {"l1", "none", "l2"}, "Lambda", [0.07 0.3 0.02]);
%! check_cost (X, y, "Penalty", {"l2", "elasticnet", "l1"}, "Lambda", {0.07, [0.3 0.1], 0.02});
%! check_cost (X, R, "Penalty", {"l1", "l2", "none"}, "Lambda", 0.1, "Task", "regression");

%!test
%! [X, y, R] = problem ();
%! for hidden = {zeros(1, 0), 3, [2 3 4], [17 3]}
%!   check_cost (X, y, "LayerSizes", hidden{1}, "Penalty", "l2", "Lambda", 0.01);
%! endfor
%! check_cost (X, R(:,1), "Task", "regression");
%! check_cost (X, 1 + (y > 1));

%!test
%! [X, y, R, w] = problem ();
%! check_cost (X, y, "Weights", w);
%! check_cost (X, y, "Weights", w, "Penalty", "l2", "Lambda", 0.1);
%! check_cost (X, y, "ClassWeights", [1 3 0.2]);
%! check_cost (X, y, "ClassWeights", [1 3 0.2], "Weights", w);
%! check_cost (X, R, "Weights", w, "Task", "regression");

%!test
%! [X, y] = problem ();
%! check_cost (sparse (X .* (X > 0.3)), y);
%! check_cost (uint8 (9 * max (X, 0)), y);
%! check_cost (X > 0, y);
%! check_cost (single (round (8 * X)), y);

%!test
%! ## the penalty by its formula: not divided by n, without biases
%! [X, y] = problem ();
%! theta = [1 -2 3 -4 5, 0.5 0.25 -1 2 0.125, 10 20].';
%! base = nnreg_cost (theta, X, y > 1, "LayerSizes", []);
%! cost = @(varargin) nnreg_cost (theta, X, y > 1, "LayerSizes", [], varargin{:});
%! one = sum (abs (theta(1:10)));
%! two = sum (theta(1:10) .^ 2);
%! assert (cost ("Penalty", "l1", "Lambda", 0.3) - base, 0.3 * one, 1e-11);
%! assert (cost ("Penalty", "l2", "Lambda", 0.3) - base, 0.3 * two, 1e-11);
%! assert (cost ("Penalty", "elasticnet", "Lambda", 0.3, "Alpha", 0.2) - base, ...
%!         0.3 * (0.2 * one + 0.4 * two), 1e-11);
%! assert (cost ("Penalty", "none") - base, 0);

%!test
%! ## sign (0) = 0: for a weight of zero the gradient is that of the data loss
%! [X, y] = problem ();
%! theta = some_theta ([], 3);
%! theta(4) = 0;
%! [~, g] = nnreg_cost (theta, X, y, "LayerSizes", [], "Penalty", "l1", "Lambda", 0.5);
%! [~, g0] = nnreg_cost (theta, X, y, "LayerSizes", []);
%! assert (g(4), g0(4), 1e-15);
%! assert (g(1:15) - g0(1:15), 0.5 * sign (theta(1:15)), 1e-14);
%! assert (g(16:18), g0(16:18), 1e-15);

%!test
%! ## decoupled decay is not part of the objective
%! [X, y] = problem ();
%! theta = some_theta ([], 3);
%! [J, g] = nnreg_cost (theta, X, y, "LayerSizes", [], "Penalty", "decoupled", ...
%!                      "Lambda", 0.5);
%! [J0, g0] = nnreg_cost (theta, X, y, "LayerSizes", []);
%! assert (J, J0);
%! assert (g, g0);

%!test
%! ## labels of any type give the same cost
%! [X, y] = problem ();
%! theta = some_theta (4, 3);
%! [J, g] = nnreg_cost (theta, X, y, "LayerSizes", 4);
%! names = {"ant"; "bee"; "cat"};
%! for labels = {names(y), char(names)(y,:), 10 * y - 20, uint8(y), y == 1:3}
%!   [J2, g2] = nnreg_cost (theta, X, labels{1}, "LayerSizes", 4);
%!   assert (J2, J, -1e-14);
%!   assert (g2, g, 1e-14);
%! endfor

%!test
%! ## large parameters do not overflow
%! [X, y] = problem ();
%! [J, g] = nnreg_cost (1e5 * some_theta ([], 3), X, y, "LayerSizes", []);
%! assert (isfinite (J) && J > 100);
%! assert (all (isfinite (g)));
%! assert (J, oracle_cost (1e5 * some_theta ([], 3), X, y, [5 3], struct ()), -1e-12);

%!test
%! ## the result does not depend on the number of threads
%! [X, y] = problem ();
%! theta = some_theta ([70 33], 3);
%! [J, g] = nnreg_cost (theta, X, y, "LayerSizes", [70 33], "Threads", 1);
%! [J2, g2] = nnreg_cost (theta, X, y, "LayerSizes", [70 33], "Threads", 2);
%! assert (isequal (J, J2));
%! assert (isequal (g, g2));

%!test
%! ## fminunc finds the least-squares solution ...
%! [X, ~, R] = problem ();
%! f = @(t) nnreg_cost (t, X, R, "LayerSizes", [], "Task", "regression");
%! options = optimset ("GradObj", "on", "TolFun", 1e-14, "TolX", 1e-12, ...
%!                     "MaxIter", 2000);
%! [theta, J, info] = fminunc (f, some_theta ([], 2), options);
%! B = [X, ones(40, 1)] \ R;
%! assert (info > 0);
%! [W, b] = oracle_reroll (theta, [5 2]);
%! assert ([W{1}, b{1}].', B, 1e-5);
%! assert (J, mean (((R - [X, ones(40, 1)] * B) .^ 2)(:)), 1e-10);

%!test
%! ## ... and for a network a point where the gradient is zero
%! [X, y] = problem ();
%! f = @(t) nnreg_cost (t, X, y, "LayerSizes", 3, "Activations", "tanh", ...
%!                      "Penalty", "l2", "Lambda", 0.01);
%! options = optimset ("GradObj", "on", "TolFun", 1e-12, "MaxIter", 1000);
%! [theta, J, info] = fminunc (f, some_theta (3, 3), options);
%! [~, g] = f (theta);
%! assert (info > 0);
%! assert (J < 0.9 * f (some_theta (3, 3)));
%! assert (g, zeros (size (g)), 1e-4);

%!test
%! ## the classic course: labels 1 to 10, 10 is the digit 0, lambda / (2m), fminunc
%! [X, digit] = nnreg_digits ();
%! X = squeeze (mean (reshape (X(1:400,:) / 16, 400, 4, 16), 2));     # four pixels in one
%! digit = digit(1:400);
%! y = digit;
%! y(digit == 0) = 10;
%! [m, lambda] = deal (400, 1);
%! args = {"Penalty", "l2", "Lambda", lambda / (2 * m)};
%! Y = eye (10)(y,:);
%! ## a network, by the course's formulas
%! T1 = 2 * oracle_data (7, 17, 3) - 1;
%! T2 = 2 * oracle_data (10, 8, 4) - 1;
%! A = 1 ./ (1 + exp (-[ones(m, 1), X] * T1.'));
%! H = exp ([ones(m, 1), A] * T2.');
%! H ./= sum (H, 2);
%! D1 = ((H - Y) * T2(:,2:end)) .* A .* (1 - A);
%! G1 = (D1.' * [ones(m, 1), X] + lambda * [zeros(7, 1), T1(:,2:end)]) / m;
%! G2 = ((H - Y).' * [ones(m, 1), A] + lambda * [zeros(10, 1), T2(:,2:end)]) / m;
%! want = -sum (log (H)(Y == 1)) / m ...
%!        + lambda / (2 * m) * (sumsq (T1(:,2:end)(:)) + sumsq (T2(:,2:end)(:)));
%! order = @(A, B) [A(:,2:end)(:); A(:,1); B(:,2:end)(:); B(:,1)];
%! for labels = {y, y.', uint8(y), Y, cellstr(num2str (y, "%02d"))}
%!   [J, grad] = nnreg_cost (order (T1, T2), X, labels{1}, "LayerSizes", 7, ...
%!                           "Activations", "sigmoid", args{:});
%!   assert (J, want, 1e-12);
%!   assert (grad, order (G1, G2), 1e-13);
%! end
%! ## without a hidden layer: the minimum is that of nnreg_fit, and the largest score is the label
%! cost = @(theta) nnreg_cost (theta, X, y, "LayerSizes", [], args{:});
%! options = optimset ("GradObj", "on", "TolFun", 1e-12, "TolX", 1e-10, "MaxIter", 400);
%! [theta, J, info] = fminunc (cost, zeros (170, 1), options);
%! assert (info > 0);
%! model = nnreg_fit (X, y, "LayerSizes", [], "Standardize", false, "Precision", "double", ...
%!                    "Verbose", 0, args{:});
%! assert (J, model.History.Loss(end), 1e-7);
%! [predicted, scores] = nnreg_predict (model, X);
%! Z = X * reshape (theta(1:160), 10, 16).' + theta(161:170).';
%! P = exp (Z - max (Z, [], 2));
%! assert (scores, P ./ sum (P, 2), 1e-3);
%! [~, best] = max (Z, [], 2);
%! assert (mean (best == predicted) > 0.99);
%! assert (mean (predicted == y) > 0.9);
%! assert (mean (predicted(digit == 0) == 10) > 0.9);
%! ## rows without the label 10 need ClassNames; then theta has its ten outputs again
%! few = y != 10;
%! fail ("nnreg_cost (theta, X(few,:), y(few), 'LayerSizes', []);", ...
%!       "theta must be a vector of 153 numbers.*of the layers 16-9, got a 170x1");
%! J = nnreg_cost (theta, X(few,:), y(few), "LayerSizes", [], "ClassNames", 1:10);
%! assert (J, -mean (log (P ./ sum (P, 2))((Y == 1) & few)), 1e-12);

%!test
%! ## the cost of a trained model is the loss that its history would have next
%! [X, y] = problem ();
%! [model, history] = nnreg_fit (X, y, "LayerSizes", 4, "Epochs", 3, "BatchSize", 40, ...
%!                               "Penalty", "l2", "Lambda", 0.01, "Precision", ...
%!                               "double", "Verbose", 0);
%! [~, more] = nnreg_fit (X, y, "LayerSizes", 4, "Epochs", 1, "BatchSize", 40, ...
%!                        "LearnRate", 1e-200, "Penalty", "l2", "Lambda", 0.01, ...
%!                        "Precision", "double", "Verbose", 0, "InitialModel", model);
%! J = nnreg_cost (oracle_unroll (model.Weights, model.Biases), X, y, "LayerSizes", ...
%!                 4, "Penalty", "l2", "Lambda", 0.01);
%! assert (more.Loss, J, 1e-12);

## ---- nnreg_checkgrad

%!test
%! [X, y, R] = problem ();
%! for activation = {"relu", "tanh", "sigmoid", "none"}
%!   args = {"LayerSizes", 2, "Activations", activation{1}};
%!   err = nnreg_checkgrad (some_theta (2, 3), X, y, args{:});
%!   assert (isscalar (err) && err >= 0 && err < 1e-7);
%!   err = nnreg_checkgrad (some_theta (2, 2), X, R, args{:}, "Task", "regression");
%!   assert (err < 1e-7);
%! endfor
%! for penalty = {"l1", "l2", "elasticnet"}
%!   assert (nnreg_checkgrad (some_theta ([], 3), X, y, "LayerSizes", [], ...
%!                            "Penalty", penalty{1}, "Lambda", 0.05) < 1e-7);
%! endfor

%!function [J, grad] = student_ridge (theta, X, r, factor)
%!  n = rows (X);
%!  J = sum ((X * theta - r) .^ 2) / n + 0.1 * sum (theta .^ 2);
%!  grad = 2 * X.' * (X * theta - r) / n + factor * 0.2 * theta;
%!endfunction

%!function [J, grad] = cubes (t, grad)
%!  J = sum (t .^ 3);
%!endfunction

%!test
%! ## a cost function of the user: right, or wrong by a factor, in one entry, in sign
%! [X, ~, R] = problem ();
%! theta = 1 + (1:5).' / 7;
%! assert (nnreg_checkgrad (@(t) student_ridge (t, X, R(:,1), 1), theta) < 1e-7);
%! assert (nnreg_checkgrad (@(t) student_ridge (t, X, R(:,1), 0.5), theta) > 1e-3);
%! assert (nnreg_checkgrad (@(t) student_ridge (t, X, R(:,1), -1), theta) > 1e-2);
%! assert (nnreg_checkgrad (@(t) cubes (t, 3 * t .^ 2), theta) < 1e-7);
%! assert (nnreg_checkgrad (@(t) cubes (t, 2.9 * t .^ 2), theta) > 1e-3);
%! wrong = [0; 0; 1; 0; 0];
%! assert (nnreg_checkgrad (@(t) cubes (t, 3 * t .^ 2 + wrong), theta) > 1e-3);
%! assert (nnreg_checkgrad (@(t) cubes (t, -3 * t .^ 2), theta) > 0.5);

%!test
%! ## a gradient of zeros is a large error
%! theta = 1 + (1:5).' / 7;
%! assert (nnreg_checkgrad (@(t) cubes (t, zeros (5, 1)), theta) > 0.5);

## ---- Errors of nnreg_checkgrad (those of nnreg_cost are in fit_interface.tst)

%!error <Invalid call to nnreg_checkgrad> nnreg_checkgrad ()
%!error <Invalid call to nnreg_cost> nnreg_cost ()
%!error <^nnreg_checkgrad: > nnreg_checkgrad (@(t) sum (t), ones (4, 1))
%!error <^nnreg_checkgrad: > nnreg_checkgrad (@(t) cubes (t, ones (3, 1)), ones (4, 1))
%!error <^nnreg_checkgrad: > nnreg_checkgrad (@(t) cubes (t, "abcd"), ones (4, 1))
%!error <^nnreg_checkgrad: > nnreg_checkgrad (@(t) cubes (t, t), "abc")
%!error <^nnreg_checkgrad: > nnreg_checkgrad (@(t) cubes (t, t), [])
