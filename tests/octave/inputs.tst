## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## PenaltyFactor, Groups and Intercept: equivalent problems, conditions of optimality, closed forms,
## gradients. tests/octave/linear.tst compares with glmnet. The functions oracle_*.m must be on the
## path.

## Six columns of other scales, two responses, three classes, the same each time.
%!function [X, R, y] = problem ()
%!  X = (oracle_data (90, 6, 3) - 0.4) .* [1, 5, 0.3, 1, 1, 2] + [0, 1, 0, 0, 2, 0];
%!  R = X * [2, 1; -1, 0; 3, 2; 0, 0.4; 0, 0; 0.7, -1] + oracle_data (90, 2, 5);
%!  y = 1 + (R(:,1) > median (R(:,1))) + (R(:,2) > median (R(:,2)));
%!endfunction

%!function args = linear (task, varargin)
%!  args = {"Task", task, "LayerSizes", [], "Verbose", 0, "Tolerance", 1e-10, varargin{:}};
%!endfunction

## ---- PenaltyFactor

%!test # Inf is a column less, for both solvers, each penalty, linear models and networks
%! [X, R, y] = problem ();
%! kept = [1, 2, 4, 5, 6];
%! factors = [1, 0, Inf, 2, 0.5, 3];
%! for penalty = {"l1", "l2", "elasticnet", "group"}
%!   args = linear ("regression", "Penalty", penalty{1}, "Lambda", 0.05, "Standardize", false);
%!   m = nnreg_fit (X, R, args{:}, "PenaltyFactor", factors);
%!   less = nnreg_fit (X(:,kept), R, args{:}, "PenaltyFactor", factors(kept));
%!   assert (m.Weights{1}(:,3), [0; 0]);
%!   assert (m.Weights{1}(:,kept), less.Weights{1}, 1e-8);
%!   assert (all (m.Weights{1}(:,2) != 0));
%! end
%!test
%! [X, ~, y] = problem ();
%! for penalty = {"none", "l1", "group", "decoupled"}
%!   args = {"Penalty", penalty{1}, "LayerSizes", 5, "Verbose", 0, "Epochs", 20, ...
%!           "PenaltyFactor", [1, 1, Inf, 1, 1, 1], "LearnRate", 0.01};
%!   if (! strcmp (penalty{1}, "none"))
%!     args = [args, {"Lambda", 0.01}];
%!   end
%!   m = nnreg_fit (X, y, args{:});
%!   assert (m.Weights{1}(:,3), zeros (5, 1, "single"));
%!   other = X;
%!   other(:,3) = oracle_data (90, 1, 9);         # whatever the column holds
%!   again = nnreg_fit (other, y, args{:}, "Standardize", m.Settings.Standardize);
%!   assert (again.Weights{1}(:,[1, 2, 4:6]), m.Weights{1}(:,[1, 2, 4:6]), 1e-5);
%! end

%!test # a factor of f is a column divided by f
%! [X, R, y] = problem ();
%! factors = [1, 0, 3, 2, 0.5, 1];
%! scale = max (factors, double (factors == 0));
%! for penalty = {"l1", "group"}
%!   args = linear ("classification", "Penalty", penalty{1}, "Lambda", 0.02, "Standardize", false);
%!   m = nnreg_fit (X, y, args{:}, "PenaltyFactor", factors);
%!   divided = nnreg_fit (X ./ scale, y, args{:}, "PenaltyFactor", double (factors > 0));
%!   assert (m.Weights{1}, divided.Weights{1} ./ scale, 1e-6);
%!   assert (m.History.Loss(end), divided.History.Loss(end), 1e-12);
%! end

%!test # ones change no bit; all that is measured uses the factors
%! [X, R, y] = problem ();
%! for sizes = {[], 4}
%!   args = {"LayerSizes", sizes{1}, "Verbose", 0, "Penalty", "elasticnet", "Lambda", 0.02, ...
%!           "Epochs", 9};
%!   warning ("off", "nnreg:notConverged", "local");
%!   a = nnreg_fit (X, y, args{:});
%!   b = nnreg_fit (X, y, args{:}, "PenaltyFactor", ones (6, 1));
%!   assert ({b.Weights, b.Biases, b.History.Penalty}, {a.Weights, a.Biases, a.History.Penalty});
%!   c = nnreg_fit (X, y, args{:}, "PenaltyFactor", [1, 2, 0, 0.5, Inf, 1]);
%!   assert (nnreg_evaluate (c, X, y).Penalty, c.History.Penalty(end), 1e-12);
%!   small = nnreg_compact (c);
%!   assert (nnreg_evaluate (small, X, y).Penalty, c.History.Penalty(end), 1e-12);
%! end

## ---- Groups

%!test # groups of one input change no bit
%! [X, R, y] = problem ();
%! for sizes = {[], 70}
%!   args = {"LayerSizes", sizes{1}, "Verbose", 0, "Penalty", "group", "Lambda", 0.02, ...
%!           "Alpha", 0.1, "Epochs", 9};
%!   warning ("off", "nnreg:notConverged", "local");
%!   a = nnreg_fit (X, y, args{:});
%!   b = nnreg_fit (X, y, args{:}, "Groups", [3, 1, 2, 6, 5, 9]);
%!   assert ({b.Weights, b.Biases, b.History.Penalty}, {a.Weights, a.Biases, a.History.Penalty});
%! end

## The violation of the conditions of optimality by the weights W of each group.
%!function worst = violation (W, G, lambda, alpha, groups, factors)
%!  worst = 0;
%!  for g = 1:max (groups)
%!    J = groups == g;
%!    f = factors(find (J, 1));
%!    [w, v] = deal (W(:,J)(:), G(:,J)(:));
%!    [l1, pull] = deal (alpha * lambda * f, (1 - alpha) * lambda * f * sqrt (nnz (J)));
%!    live = w != 0;
%!    if (any (live))
%!      v += pull * w / norm (w) + l1 * sign (w);
%!      v(! live) = max (abs (v(! live)) - l1, 0);
%!      worst = max ([worst; abs(v)]);
%!    else
%!      worst = max (worst, norm (max (abs (v) - l1, 0)) - pull);
%!    end
%!  end
%!endfunction

%!test # conditions of optimality, columns of other scales, by the exact solver
%! [X, R, y] = problem ();
%! [groups, factors] = deal ([1, 2, 1, 3, 2, 2], [1, 0.5, 1, 2, 0.5, 0.5]);
%! found = [];
%! for alpha = [0, 0.4]
%!   for lambda = [0.005, 0.05, 0.1]
%!     args = {"LayerSizes", [], "Penalty", "group", "Alpha", alpha, "Lambda", lambda, ...
%!             "Groups", groups, "PenaltyFactor", factors};
%!     m = nnreg_fit (X, y, args{:}, "Standardize", false, "Verbose", 0, "Tolerance", 1e-14);
%!     [~, grad] = nnreg_cost ([m.Weights{1}(:); m.Biases{1}], X, y, "LayerSizes", []);
%!     G = reshape (grad(1:18), 3, 6);
%!     assert (violation (m.Weights{1}, G, lambda, alpha, groups, factors) < 1e-7);
%!     alive = any (m.Weights{1}, 1);
%!     found(end + 1) = numel (unique (groups(alive)));
%!     if (alpha == 0)
%!       assert (alive, ismember (groups, groups(alive)));
%!     end
%!   end
%! end
%! assert (min (found) < 3 && max (found) == 3);

%!test # one-hot columns leave together: exact, by Adam in a network, and in paths
%! n = 200;
%! city = 1 + mod (floor (4 * oracle_data (n, 1, 4)), 4);
%! day = 1 + mod (floor (3 * oracle_data (n, 1, 8)), 3);
%! X = [oracle_data(n, 3, 2) - 0.5, city == (1:4), day == (1:3)];
%! y = 1 + (4 * X(:,1) + 2 * (city == 2) - 2 * (city == 4) > 0.1);
%! names = {"a", "b", "c", "city", "city", "city", "city", "day", "day", "day"};
%! groups = [1, 2, 3, 4, 4, 4, 4, 5, 5, 5];
%! whole = @(live) isequal (ismember (groups, groups(live)), live(:).');
%! args = {"Penalty", "group", "Groups", names, "Verbose", 0};
%! lin = nnreg_fit (X, y, args{:}, "LayerSizes", [], "Lambda", 0.05);
%! assert (whole (any (lin.Weights{1}, 1)));
%! net = nnreg_fit (X, y, args{:}, "LayerSizes", 10, "Lambda", 0.04, "LearnRate", 0.01, ...
%!                  "Epochs", 200);
%! s = nnreg_sparsity (net);
%! assert (whole (any (net.Weights{1}, 1)) && s.NumLiveInputs < 10);
%! assert ([s.NumGroups, s.NumLiveGroups], [5, numel(unique (groups(s.LiveInputs)))]);
%! for kind = {{[], "auto"}, {6, "lambda"}, {6, "elimination"}}
%!   [sizes, method] = kind{1}{:};
%!   r = nnreg_path (X, y, args{:}, "LayerSizes", sizes, "Method", method, "CV", 2, ...
%!                   "NumLambda", 6);
%!   for live = r.Selected
%!     assert (whole (ismember (1:10, live{1})));
%!   end
%!   assert (min (r.LiveInputs) == 0 && max (r.LiveInputs) > 5);
%! end

%!test # a path ends at, or begins with, the inputs that have no penalty; others never enter
%! [X, ~, y] = problem ();
%! factors = [1, 0, Inf, 2, 1, 1];
%! for kind = {{[], "l1", "auto"}, {4, "group", "lambda"}, {4, "group", "elimination"}}
%!   [sizes, penalty, method] = kind{1}{:};
%!   r = nnreg_path (X, y, "LayerSizes", sizes, "Penalty", penalty, "Method", method, "CV", 0, ...
%!                   "PenaltyFactor", factors, "Verbose", 0, "NumLambda", 8);
%!   [~, fewest] = min (r.LiveInputs);
%!   assert (r.Selected{fewest}, 2);
%!   assert (all (cellfun (@(live) any (live == 2) && ! any (live == 3), r.Selected)));
%!   assert (max (r.LiveInputs), 5);
%! end

%!test # screening finds the solutions of all inputs
%! X = oracle_data (60, 120, 6) - 0.5;
%! y = X(:,[1, 4, 9, 50]) * [8; 3; 2; -6] + oracle_data (60, 1, 7);
%! factors = ones (1, 120);
%! factors([1, 2, 3, 4, 50]) = [0, 0, 0, Inf, 3];
%! groups = ceil ((1:120) / 3);
%! factors(groups == groups(50)) = 3;
%! args = linear ("regression", "Penalty", "group", "PenaltyFactor", factors, "Groups", groups);
%! r = nnreg_path (X, y, args{:}, "CV", 0, "NumLambda", 4, "LambdaRatio", 0.05);
%! assert (r.Selected{1}, 1:3);
%! for k = [2, 4]
%!   m = nnreg_fit (X, y, args{:}, "Lambda", r.Lambda(k));
%!   assert (r.Models{k}.Weights{1}, m.Weights{1}, 1e-6);
%! end

## ---- Gradients

%!test # of all three, by central differences
%! [X, R, y] = problem ();
%! theta = oracle_data (6 * 4 + 4 + 4 * 3 + 3, 1, 11) - 0.5;
%! inputs = {"Groups", {"a", "b", "a", "b", "c", "a"}, "PenaltyFactor", [2, 1, 2, 1, 0, Inf]};
%! args = {"LayerSizes", 4, "Activations", "tanh", "Lambda", 0.1};
%! for penalty = {"l2", "elasticnet", "group"}
%!   for intercept = [true, false]
%!     own = {args{:}, "Penalty", penalty{1}, "Intercept", intercept, inputs{:}};
%!     assert (nnreg_checkgrad (theta, X, y, own{:}) < 1e-7);
%!     [J, grad] = nnreg_cost (theta, X, y, own{:});
%!     fixed = [21:24, 41:43 * ! intercept];
%!     assert (find (grad == 0).', fixed);
%!     theta(fixed) = 0;
%!     assert (nnreg_cost (theta, X, y, own{:}), J);
%!   end
%! end

## ---- Intercept

%!test # ridge by its normal equations: X divided by its deviations, y by its root mean square
%! [X, R] = problem ();
%! unit = sqrt (mean (R .^ 2));
%! for standardize = [false, true]
%!   m = nnreg_fit (X, R, linear ("regression", "Penalty", "l2", "Lambda", 0.1, "Standardize", ...
%!                                standardize, "Intercept", false){:});
%!   scale = {ones(1, 6), std(X, 1)}{1 + standardize};
%!   Z = X ./ scale;
%!   W = (Z.' * Z / 90 + 2 * 0.1 * eye (6)) \ (Z.' * (R ./ unit) / 90);
%!   assert (m.Weights{1}, W.', 1e-8);
%!   assert ({m.Biases{1}, any(m.InputMean), m.ResponseMean}, {[0; 0], false, [0, 0]});
%!   assert (nnreg_predict (m, X), Z * W .* unit, 1e-7);
%!   assert (nnreg_predict (m, zeros (1, 6)), [0, 0]);
%! end

%!test # far columns, columns of ones and sparse X: a column of ones is the intercept
%! [X, R] = problem ();
%! X += 100;
%! args = linear ("regression", "Epochs", 5000, "Standardize", false);
%! with = nnreg_fit (X, R(:,1), args{:}, "StandardizeY", false);
%! for own = {[X - 100, ones(90, 1)], sparse([X - 100, ones(90, 1)])}
%!   m = nnreg_fit (own{1}, R(:,1), args{:}, "Intercept", false);
%!   assert (nnreg_predict (m, own{1}), nnreg_predict (with, X), 1e-5);
%! end
%! far = nnreg_fit (X, R(:,1), args{:}, "Intercept", false, "Penalty", "l2", "Lambda", 1e-3, ...
%!                  "StandardizeY", false);
%! assert (far.Weights{1}.', (X.' * X / 90 + 1e-3 * eye (6)) \ (X.' * R(:,1) / 90), 1e-6);

%!test # classes, by both solvers, and networks: the output layer's biases stay 0
%! [X, R, y] = problem ();
%! m = nnreg_fit (X, y, "LayerSizes", [], "Penalty", "l1", "Lambda", 0.01, "Intercept", false, ...
%!                "Verbose", 0, "Tolerance", 1e-9);
%! [~, grad] = nnreg_cost ([m.Weights{1}(:); 0; 0; 0], X ./ std (X, 1), y, "LayerSizes", []);
%! g = reshape (grad(1:18), 3, 6);
%! live = m.Weights{1} != 0;
%! assert (abs (g(live)), 0.01 * ones (nnz (live), 1), 1e-7);
%! assert (all (abs (g(! live)) < 0.01 + 1e-7) && any (live(:)) && ! any (m.Biases{1}));
%! for sizes = {[], 5, [4, 3]}
%!   net = nnreg_fit (X, R, "Task", "regression", "LayerSizes", sizes{1}, "Intercept", false, ...
%!                    "Solver", "adam", "Epochs", 20, "Verbose", 0, "LearnRate", 0.01);
%!   assert ({net.Biases{end}, net.ResponseMean}, {single([0; 0]), [0, 0]});
%!   assert (numel (net.Biases) == 1 || all (net.Biases{1} != 0));
%! end

%!test # a training goes on without an intercept; one with it cannot go on without
%! [X, R, y] = problem ();
%! args = {"LayerSizes", [], "Verbose", 0, "Penalty", "l2", "Lambda", 0.1};
%! without = nnreg_fit (X, y, args{:}, "Intercept", false);
%! on = nnreg_fit (X, y, args{3:end}, "InitialModel", without);
%! assert ({on.Settings.Intercept, on.Biases}, {false, {zeros(3, 1)}});
%! r = nnreg_gridsearch (X, y, {"Intercept", [true, false], "PenaltyFactor", {[], 1:6}}, args{:});
%! assert (numel (r.Results), 4);
%!error <^nnreg_fit: InitialModel was trained with "Intercept", true, which goes on: leave Intercept out, or train a new model$> ...
%! nnreg_fit ([1; 2; 3], [1; 2; 1], "Verbose", 0, "Intercept", false, "InitialModel", ...
%!            nnreg_fit ([1; 2; 3], [1; 2; 1], "LayerSizes", [], "Verbose", 0, "Penalty", "l2", ...
%!                       "Lambda", 1))

## ---- What is wrong

%!error <^nnreg_fit: PenaltyFactor must have a number for each of the 2 columns of X, got 3$> ...
%! nnreg_fit ([1 2; 3 4], [1; 2], "Penalty", "l1", "Lambda", 1, "PenaltyFactor", [1 1 1])
%!error <^nnreg_path: Groups must have a group for each of the 2 columns of X, got 3$> ...
%! nnreg_path ([1 2; 3 4], [1; 2], "Penalty", "group", "Groups", [1 1 1], "CV", 0)
%!error <^nnreg_cost: Groups must have a group for each of the 2 columns of X, got 1$> ...
%! nnreg_cost (zeros (6, 1), [1 2; 3 4], [1; 2], "LayerSizes", [], "Penalty", "group", ...
%!             "Lambda", 1, "Groups", 1)
%!error <^nnreg_fit: PenaltyFactor must have a nonnegative number or Inf for each input, got \[1 -2\]$> ...
%! nnreg_fit ([1 2; 3 4], [1; 2], "PenaltyFactor", [1 -2])
%!error <^nnreg_fit: PenaltyFactor must have a nonnegative number or Inf for each input, got \[NaN 1\]$> ...
%! nnreg_fit ([1 2; 3 4], [1; 2], "PenaltyFactor", [NaN 1])
%!error <^nnreg_fit: PenaltyFactor is Inf for all inputs, so none can enter$> ...
%! nnreg_fit ([1 2; 3 4], [1; 2], "PenaltyFactor", [Inf Inf])
%!error <^nnreg_fit: Groups must have for each input the number of its group \(1, 2, \.\.\.\) or its name, got \[0 1\]$> ...
%! nnreg_fit ([1 2; 3 4], [1; 2], "Groups", [0 1])
%!error <^nnreg_fit: PenaltyFactor has 3 inputs, Groups 2$> ...
%! nnreg_fit ([1 2; 3 4], [1; 2], "Groups", [1 1], "PenaltyFactor", [1 1 2])
%!error <^nnreg_gridsearch: the inputs of a group must have the same PenaltyFactor \(or Inf\), but inputs 1 and 2 have 1 and 2$> ...
%! nnreg_gridsearch (eye (9)(:,1:2), repmat ([1; 2; 3], 3, 1), {"Groups", {[1 1]}}, "Penalty", ...
%!                   "group", "Lambda", 1, "PenaltyFactor", [1 2], "LayerSizes", [])
%!error <^nnreg_fit: Intercept must be true or false, got "no"$> ...
%! nnreg_fit ([1 2; 3 4], [1; 2], "Intercept", "no")
%!error <^nnreg_path: PenaltyFactor is 0 for all inputs, so no lambda matters and there is no path to follow$> ...
%! nnreg_path ([1 2; 3 4; 5 5], [1; 2; 2], "LayerSizes", [], "PenaltyFactor", [0 0], "CV", 0)
%!warning <Groups does nothing here: it belongs to the Penalty "group"> ...
%! nnreg_fit ([1 2; 3 4], [1; 2], "LayerSizes", [], "Penalty", "l1", "Lambda", 0.1, "Groups", ...
%!            [1 1], "Verbose", 0);
%!warning <PenaltyFactor does nothing here: it belongs to a Penalty, unless an input has Inf> ...
%! nnreg_fit ([1 2; 3 4; 2 2], [1; 2; 2], "LayerSizes", [], "Task", "regression", ...
%!            "PenaltyFactor", [1 2], "Verbose", 0);
