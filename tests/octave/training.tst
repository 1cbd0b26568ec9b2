## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The mathematics of training: nnreg_fit is compared with the oracle (oracle_fit.m, which only
## follows the formulas) and with solutions from other methods. The functions oracle_*.m must be on
## the path.

%!shared tight
%! tight = 1e-9;

## Three classes, three responses and weights, the same each time.
%!function [X, y, R, w] = problem ()
%!  X = 2 * oracle_data (90, 7, 1) - 1;
%!  y = 1 + (X(:,1) > 0.2) + (X(:,2) .* X(:,3) > 0);
%!  R = [3 * X(:,1) .* X(:,2), sin(3 * X(:,3)), X(:,4) + 0.1 * X(:,5)];
%!  w = 0.2 + 3 * oracle_data (90, 1, 7);
%!endfunction

## The difference from the oracle after nine batches of ten in four epochs: 36 steps.
%!function err = after_36_steps (X, y, varargin)
%!  opt = struct ("LayerSizes", [6 5], "Activations", "tanh", "Epochs", 4, ...
%!                "BatchSize", 10, "LearnRate", 0.01);
%!  for k = 1:2:numel (varargin)
%!    opt.(varargin{k}) = varargin{k+1};
%!  endfor
%!  [err, ~, hist] = oracle_compare (X, y, opt);
%!  assert (hist.error, 0, 1e-9);
%!endfunction

## One and two threads give the same bits (but for the seconds).
%!function same_bits (varargin)
%!  args = [varargin, {"Verbose", 0, "LayerSizes", [70 130], "BatchSize", 32}];
%!  [one, history] = nnreg_fit (args{:}, "Threads", 1);
%!  [two, history2] = nnreg_fit (args{:}, "Threads", 2);
%!  assert (isequal (one.Weights, two.Weights));
%!  assert (isequal (one.Biases, two.Biases));
%!  assert (isequaln (rmfield (history, "Seconds"), rmfield (history2, "Seconds")));
%!  assert (numel (unique (one.Weights{2})) > 0.05 * numel (one.Weights{2}));
%!endfunction

## The largest difference between the outputs of two models.
%!function err = outputs_apart (model, X, model2, X2)
%!  if (strcmp (model.Task, "regression"))
%!    [P, P2] = deal (nnreg_predict (model, X), nnreg_predict (model2, X2));
%!  else
%!    [~, P] = nnreg_predict (model, X);
%!    [~, P2] = nnreg_predict (model2, X2);
%!  endif
%!  assert (std (P(:)) > 0.01);
%!  err = max (abs (P(:) - P2(:)));
%!endfunction

## Columns of mean 0 and deviation 1 (with N - 1); s is 1 for constant columns.
%!function [Z, mu, s] = standardised (X)
%!  mu = mean (X, 1);
%!  s = std (X, 1, 1);
%!  s(s == 0) = 1;
%!  Z = (X - mu) ./ s;
%!endfunction

## ---- Penalties

%!test
%! [X, y] = problem ();
%! assert (after_36_steps (X, y), 0, tight);
%! assert (after_36_steps (X, y, "Penalty", "l2", "Lambda", 0.01), 0, tight);
%! assert (after_36_steps (X, y, "Penalty", "l1", "Lambda", 0.01, ...
%!                         "L1Method", "subgradient"), 0, tight);
%! assert (after_36_steps (X, y, "Penalty", "l1", "Lambda", 0.01), 0, tight);
%! assert (after_36_steps (X, y, "Penalty", "l1", "Lambda", 0.01, ...
%!                         "L1Method", "proximal"), 0, tight);
%! assert (after_36_steps (X, y, "Penalty", "elasticnet", "Lambda", 0.02), 0, tight);
%! assert (after_36_steps (X, y, "Penalty", "elasticnet", "Lambda", 0.02, ...
%!                         "L1Method", "subgradient"), 0, tight);
%! assert (after_36_steps (X, y, "Penalty", "decoupled", "Lambda", 0.1), 0, tight);

%!test
%! ## a penalty for each layer, and L1 and L2 with a lambda each
%! [X, y] = problem ();
%! kinds = {{"l1", "none", "l2"}, {"elasticnet", "l1", "l2"}, {"decoupled", "l1", "elasticnet"}};
%! for kind = kinds
%!   assert (after_36_steps (X, y, "Penalty", kind{1}, "Lambda", 0.02), 0, tight);
%!   assert (after_36_steps (X, y, "Penalty", kind{1}, "Lambda", [0.02, 0.003, 0.1], ...
%!                           "Alpha", [0.3, 1, 0.8]), 0, tight);
%!   assert (after_36_steps (X, y, "Penalty", kind{1}, "Lambda", [0.02, 0.003, 0.1], ...
%!                           "PenalizedLayers", [1, 3]), 0, tight);
%! endfor
%! assert (after_36_steps (X, y, "Penalty", "elasticnet", "Lambda", {[0.02, 0.3]}), 0, tight);
%! assert (after_36_steps (X, y, "Penalty", {"l1", "l2", "elasticnet"}, "Lambda", ...
%!                         {0.02, 0.1, [0.01, 0.2]}), 0, tight);

%!test
%! ## a cell of one name, and of equal ones, is the name; a pair is Lambda and Alpha
%! [X, y] = problem ();
%! args = {"LayerSizes", [6, 5], "Epochs", 3, "Verbose", 0, "Lambda"};
%! want = nnreg_fit (X, y, args{:}, 0.01, "Penalty", "l1");
%! for kind = {{"l1"}, {"l1"; "L1"; "l1"}}
%!   got = nnreg_fit (X, y, args{:}, 0.01, "Penalty", kind{1});
%!   assert ({got.Weights, got.Settings}, {want.Weights, want.Settings});
%! endfor
%! got = nnreg_fit (X, y, args{:}, {[0.01, 0.02]}, "Penalty", "elasticnet");
%! assert ({got.Lambda1, got.Lambda2}, {0.01 * ones(1, 3), 0.02 * ones(1, 3)}, 1e-17);
%! assert ({got.Settings.Lambda, got.Settings.Alpha}, {0.05, 0.2}, 1e-16);
%! got = nnreg_fit (X, y, args{:}, {[0, 0], 1e-3, 1}, "Penalty", {"elasticnet", "l1", "none"});
%! assert ({got.Lambda1, got.Lambda2}, {[0, 1e-3, 0], [0, 0, 0]});
%! got = nnreg_fit (X, y, args{:}, @(k) 0.1 * k, "Penalty", {"l1", "none", "l2"}, "Keep", "last");
%! assert ({got.Lambda1, got.Lambda2}, {[0.3, 0, 0], [0, 0, 0.3]}, 1e-15);

%!test
%! ## linear models have one layer, so their exact solvers take these too
%! [X, y] = problem ();
%! args = {"LayerSizes", [], "Verbose", 0, "Lambda"};
%! want = nnreg_fit (X, y, args{:}, 0.05, "Penalty", "elasticnet", "Alpha", 0.2);
%! got = nnreg_fit (X, y, args{:}, {[0.01, 0.02]}, "Penalty", {"elasticnet"});
%! assert (got.Weights, want.Weights, 1e-10);
%! assert (got.Settings.Solver, "coordinate");

%!test
%! [X, y] = problem ();
%! for alpha = [0 0.3 0.9 1]
%!   assert (after_36_steps (X, y, "Penalty", "elasticnet", "Lambda", 0.02, ...
%!                           "Alpha", alpha), 0, tight);
%! endfor

%!test
%! ## a training in which many weights become zero, and one in which none does
%! [X, y] = problem ();
%! opt = struct ("LayerSizes", [6 5], "Activations", "tanh", "Epochs", 4, ...
%!               "BatchSize", 10, "LearnRate", 0.01, "Penalty", "l1", "Lambda", 0.05);
%! [err, model, hist] = oracle_compare (X, y, opt);
%! assert (err, 0, tight);
%! assert (hist.error, 0, tight);
%! assert (hist.Zeros(end) > 0.1 && hist.Zeros(end) < 0.95);
%! opt.L1Method = "subgradient";
%! [err, model, hist] = oracle_compare (X, y, opt);
%! assert (err, 0, tight);
%! assert (hist.Zeros(end), 0);

%!test
%! ## a lambda for each layer, one of them zero; layers without a penalty
%! [X, y] = problem ();
%! for penalty = {"l1", "l2", "elasticnet", "decoupled"}
%!   for lambda = {[0.03 0.01 0.002], [0 0.02 0.01]}
%!     assert (after_36_steps (X, y, "Penalty", penalty{1}, ...
%!                             "Lambda", lambda{1}), 0, tight);
%!   endfor
%!   for layers = {"all", "hidden", 2, [1 3]}
%!     assert (after_36_steps (X, y, "Penalty", penalty{1}, "Lambda", 0.03, ...
%!                             "PenalizedLayers", layers{1}), 0, tight);
%!   endfor
%! endfor

%!test
%! ## biases have no penalty: with an enormous lambda they still fit the data
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, "LayerSizes", 4, "Penalty", "l1", "Lambda", 100, ...
%!                    "Epochs", 300, "BatchSize", 90, "LearnRate", 0.02, ...
%!                    "Precision", "double", "Verbose", 0);
%! assert (nnz (model.Weights{1}) + nnz (model.Weights{2}), 0);
%! [~, P] = nnreg_predict (model, X(1,:));
%! assert (P, mean (y == 1:3), 1e-3);

## ---- Networks

%!test
%! [X, y] = problem ();
%! assert (after_36_steps (X, y, "LayerSizes", []), 0, tight);
%! assert (after_36_steps (X, y, "LayerSizes", [], "Penalty", "l1", ...
%!                         "Lambda", 0.03), 0, tight);
%! assert (after_36_steps (X, y, "LayerSizes", 9), 0, tight);
%! assert (after_36_steps (X, y, "LayerSizes", [6 5 4]), 0, tight);
%! assert (after_36_steps (X, y, "LayerSizes", [1 3]), 0, tight);
%! assert (after_36_steps (X, y, "LayerSizes", [70 130]), 0, tight);
%! assert (after_36_steps (X, y, "LayerSizes", [64 16 17]), 0, tight);
%! assert (after_36_steps (X, 1 + (y > 1)), 0, tight);
%! assert (after_36_steps (X(:,1), y), 0, tight);

%!test
%! [X, y, R] = problem ();
%! for activation = {"relu", "tanh", "sigmoid", "none"}
%!   assert (after_36_steps (X, y, "Activations", activation{1}, ...
%!                           "Penalty", "l1", "Lambda", 0.01), 0, tight);
%!   assert (after_36_steps (X, R, "Activations", activation{1}, "Penalty", "l1", ...
%!                           "Lambda", 0.01, "Task", "regression"), 0, tight);
%! endfor

%!test
%! [X, y] = problem ();
%! assert (after_36_steps (X, y, "Activations", {"sigmoid", "relu"}), 0, tight);
%! assert (after_36_steps (X, y, "LayerSizes", [5 6 7], ...
%!                         "Activations", {"relu", "none", "tanh"}), 0, tight);

## ---- Regression

%!test
%! [X, ~, R, w] = problem ();
%! assert (after_36_steps (X, R(:,1), "Task", "regression"), 0, tight);
%! assert (after_36_steps (X, R, "Task", "regression"), 0, tight);
%! assert (after_36_steps (X, R, "Task", "regression", "LayerSizes", []), 0, tight);
%! assert (after_36_steps (X, R, "Task", "regression", "Penalty", "elasticnet", ...
%!                         "Lambda", 0.05), 0, tight);
%! assert (after_36_steps (X, R, "Task", "regression", "Penalty", "l2", ...
%!                         "Lambda", 0.05, "Weights", w), 0, tight);

## ---- Batches and their order

%!test
%! [X, y, R] = problem ();
%! assert (after_36_steps (X(1:86,:), y(1:86)), 0, tight);
%! assert (after_36_steps (X(1:81,:), y(1:81)), 0, tight);
%! assert (after_36_steps (X(1:86,:), R(1:86,:), "Task", "regression"), 0, tight);
%! assert (after_36_steps (X(1:36,:), y(1:36), "BatchSize", 1, "Epochs", 1), 0, tight);
%! assert (after_36_steps (X, y, "BatchSize", 90, "Epochs", 36), 0, tight);
%! assert (after_36_steps (X, y, "BatchSize", 1000, "Epochs", 36), 0, tight);

%!test
%! ## the order has no effect if one batch has all rows, else it has
%! [X, y] = problem ();
%! args = {"LayerSizes", 6, "Epochs", 20, "Precision", "double", "Verbose", 0};
%! one = nnreg_fit (X, y, args{:}, "BatchSize", 90, "Shuffle", true);
%! two = nnreg_fit (X, y, args{:}, "BatchSize", 90, "Shuffle", false);
%! assert (one.Weights{1}, two.Weights{1}, 1e-10);
%! one = nnreg_fit (X, y, args{:}, "BatchSize", 10, "Shuffle", true);
%! two = nnreg_fit (X, y, args{:}, "BatchSize", 10, "Shuffle", false);
%! assert (norm (one.Weights{1} - two.Weights{1}, Inf) > 1e-4);

%!test
%! ## an epoch has each sample once: with weights that hardly change, its loss is that of the
%! ## network it began with
%! [X, y] = problem ();
%! [model, history] = nnreg_fit (X, y, "LayerSizes", 6, "Epochs", 3, ...
%!                               "BatchSize", 8, "LearnRate", 1e-200, ...
%!                               "Precision", "double", "Verbose", 0);
%! [~, P] = nnreg_predict (model, X);
%! loss = -mean (log (P(sub2ind (size (P), (1:90).', y))));
%! assert (history.DataLoss, loss * ones (3, 1), 1e-12);

## ---- Weights of samples and classes

%!test
%! [X, y, R, w] = problem ();
%! assert (after_36_steps (X, y, "Weights", w), 0, tight);
%! assert (after_36_steps (X(1:86,:), y(1:86), "Weights", 1000 * w(1:86)), 0, tight);
%! assert (after_36_steps (X, y, "ClassWeights", [1 5 0.5]), 0, tight);
%! assert (after_36_steps (X, y, "ClassWeights", [1 5 0.5], "Weights", w, ...
%!                         "Penalty", "l1", "Lambda", 0.01), 0, tight);
%! assert (after_36_steps (X, R(:,1), "Task", "regression", "Weights", w), 0, tight);
%! assert (after_36_steps (X, R, "Task", "regression", "Weights", w), 0, tight);

%!test
%! ## a weight of 2 is the same as the row twice, 0 the same as no row: in one batch, where the
%! ## order has no effect
%! [X, y] = problem ();
%! k = [1:90, 1:2:60];
%! u = accumarray (k(:), 1);
%! u(85:90) = 0;
%! k(k >= 85) = [];
%! args = {"LayerSizes", 6, "Epochs", 30, "BatchSize", 1000, "Penalty", "none", "Precision", ...
%!         "double", "Verbose", 0};
%! one = nnreg_fit (X, y, "Weights", u, args{:});
%! two = nnreg_fit (X(k,:), y(k), args{:});
%! assert (one.Weights{1}, two.Weights{1}, 1e-10);
%! assert (one.Weights{2}, two.Weights{2}, 1e-10);

## ---- Learning rates

%!test
%! [X, y] = problem ();
%! assert (after_36_steps (X, y, "LearnRate", 1e-4), 0, tight);
%! assert (after_36_steps (X, y, "LearnRate", @(epoch) 0.02 / epoch), 0, tight);
%! assert (after_36_steps (X, y, "LearnRate", @(epoch) [3 1 2 5](epoch) / 300, ...
%!                         "Penalty", "l1", "Lambda", 0.02), 0, tight);
%! assert (after_36_steps (X, y, "LearnRate", @(epoch) 0.02 * 0.5 ^ epoch, ...
%!                         "Penalty", "decoupled", "Lambda", 0.3), 0, tight);

## ---- Kinds of X

%!test
%! ## X of any class gives the same model as double X
%! [X, y] = problem ();
%! U = uint8 (max (0, 40 * X));
%! args = {"LayerSizes", [20 5], "BatchSize", 13, "Epochs", 4, "LearnRate", 0.01, ...
%!         "Precision", "double", "Verbose", 0, "Penalty", "l1", "Lambda", 1e-3};
%! full_model = nnreg_fit (double (U), y, args{:});
%! for other = {U, single(U), sparse(double (U)), int16(U), uint16(U), int32(U)}
%!   model = nnreg_fit (other{1}, y, args{:});
%!   assert (model.Weights{1}, full_model.Weights{1}, tight);
%!   assert (model.Weights{3}, full_model.Weights{3}, tight);
%!   assert (outputs_apart (full_model, double (U), model, other{1}), 0, tight);
%! endfor
%! full_model = nnreg_fit (double (U > 9), y, args{:});
%! for other = {U > 9, sparse(U > 9)}
%!   model = nnreg_fit (other{1}, y, args{:});
%!   assert (model.Weights{1}, full_model.Weights{1}, tight);
%! endfor

%!test
%! ## few and many zeros, compared with the oracle: dense and sparse code give the same
%! [~, y] = problem ();
%! for share = [0 0.3 0.6 0.9 0.99]
%!   Z = oracle_data (90, 40, 3) .* (oracle_data (90, 40, 4) >= share);
%!   Z(1,1) = 1;
%!   assert (after_36_steps (Z, y, "LayerSizes", 17), 0, tight);
%!   assert (after_36_steps (sparse (Z), y, "LayerSizes", 17), 0, tight);
%!   assert (after_36_steps (Z, y, "LayerSizes", 17, "Activations", "relu", ...
%!                           "Penalty", "l1", "Lambda", 0.01), 0, tight);
%! endfor

%!test
%! ## uint8, compared with the oracle
%! [~, y] = problem ();
%! U = uint8 (4 * oracle_data (90, 40, 3) .* (oracle_data (90, 40, 4) > 0.7));
%! assert (after_36_steps (U, y), 0, tight);
%! assert (after_36_steps (U, y, "Penalty", "l1", "Lambda", 0.01), 0, tight);

%!test
%! ## large enough that data and work are split into several parts
%! Z = cos (0.7 * (1:400).' * (1:2500));
%! t = 1 + (Z(:,1) > 0) + 2 * (Z(:,2) + Z(:,3) > 0);
%! args = {"LayerSizes", [17 5], "Epochs", 2, "BatchSize", 64, "LearnRate", 0.002};
%! assert (after_36_steps (Z, t, args{:}), 0, tight);
%! assert (after_36_steps (Z .* (Z > 0.98), t, args{:}, "Penalty", "l1", ...
%!                         "Lambda", 1e-4), 0, tight);
%! assert (after_36_steps (sparse (Z .* (Z > 0.98)), t, args{:}), 0, tight);
%! assert (after_36_steps (uint8 (5 * Z), t, args{:}), 0, tight);

%!test
%! ## single precision differs from double by rounding only
%! [X, y] = problem ();
%! args = {"LayerSizes", [20 5], "BatchSize", 10, "Epochs", 4, "Verbose", 0, ...
%!         "Activations", "tanh"};
%! one = nnreg_fit (X, y, args{:}, "Precision", "single");
%! two = nnreg_fit (X, y, args{:}, "Precision", "double");
%! assert (outputs_apart (one, X, two, X) < 1e-4);
%! assert (double (one.Weights{1}), double (two.Weights{1}), 1e-4);

## ---- Threads

%!test
%! Z = oracle_data (150, 37, 5);
%! t = 1 + mod ((1:150).', 10);
%! for precision = {"single", "double"}
%!   for share = [0 0.9]
%!     S = Z .* (oracle_data (150, 37, 6) >= share);
%!     args = {"Epochs", 3, "Precision", precision{1}};
%!     same_bits (S, t, args{:});
%!     same_bits (sparse (S), t, args{:}, "Penalty", "l1", "Lambda", 1e-3);
%!     same_bits (S, Z(:,1:3), args{:}, "Task", "regression", "Penalty", ...
%!                "elasticnet", "Lambda", 1e-3);
%!     same_bits (S, t, args{:}, "Standardize", true, "Activations", "tanh", ...
%!                "ValidationFraction", 0.2, "Weights", Z(:,9));
%!   endfor
%!   same_bits (uint8 (255 * S), t, args{:}, "LearnRate", 1e-5);
%! endfor

%!test
%! ## batches larger than the data, and of one sample
%! Z = oracle_data (40, 20, 5);
%! t = 1 + mod ((1:40).', 3);
%! for size = [1 7 1000]
%!   for threads = [2 3]
%!     args = {"BatchSize", size, "LayerSizes", [5 33], "Epochs", 3, "Verbose", 0};
%!     one = nnreg_fit (Z, t, args{:}, "Threads", 1);
%!     two = nnreg_fit (Z, t, args{:}, "Threads", threads);
%!     assert (isequal (one.Weights, two.Weights));
%!     assert (isequal (one.Biases, two.Biases));
%!   endfor
%! endfor

%!test
%! ## predictions with any number of threads are the same
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, "LayerSizes", 70, "Epochs", 3, "Verbose", 0, "Threads", 1);
%! model2 = nnreg_fit (X, y, "LayerSizes", 70, "Epochs", 3, "Verbose", 0, "Threads", 2);
%! [~, P] = nnreg_predict (model, X);
%! [~, P2] = nnreg_predict (model2, X);
%! assert (isequal (P, P2));

## ---- Standardisation

%!test
%! [X, y] = problem ();
%! Z = [1000 * X(:,1), X(:,2) - 50, 7 * ones(90, 1), X(:,4:7) .* (X(:,4:7) > 0.3)];
%! args = {"LayerSizes", [9 4], "Epochs", 4, "BatchSize", 10, "Activations", ...
%!         "tanh", "LearnRate", 0.01, "Precision", "double", "Verbose", 0};
%! by_hand = nnreg_fit (standardised (Z), y, args{:}, "Standardize", false);
%! for other = {Z, sparse(Z)}
%!   model = nnreg_fit (other{1}, y, args{:}, "Standardize", true);
%!   assert (outputs_apart (model, other{1}, by_hand, standardised (Z)), 0, 1e-8);
%! endfor

%!test
%! ## mostly zeros: stored compressed, the shift is part of the products
%! [~, y] = problem ();
%! Z = 5 * oracle_data (90, 30, 3) .* (oracle_data (90, 30, 4) > 0.9);
%! Z(:,5) = 0;
%! Z(:,6) = 3;
%! args = {"LayerSizes", 21, "Epochs", 4, "BatchSize", 10, "LearnRate", 0.01, ...
%!         "Precision", "double", "Verbose", 0, "Penalty", "l1", "Lambda", 0.01};
%! by_hand = nnreg_fit (standardised (Z), y, args{:}, "Standardize", false);
%! for other = {Z, sparse(Z)}
%!   [model, history] = nnreg_fit (other{1}, y, args{:}, "Standardize", true);
%!   assert (outputs_apart (model, other{1}, by_hand, standardised (Z)), 0, 1e-8);
%!   assert (history.Penalty, by_hand.History.Penalty, 1e-8);
%! endfor

%!test
%! ## new rows and validation rows are scaled by the mean and deviation of the training rows
%! [X, y] = problem ();
%! Z = 100 * X + 30;
%! [S, mu, s] = standardised (Z(1:60,:));
%! V = (Z(61:90,:) - mu) ./ s;
%! args = {"LayerSizes", 5, "Epochs", 4, "BatchSize", 10, "Precision", "double", ...
%!         "Verbose", 0};
%! model = nnreg_fit (Z(1:60,:), y(1:60), args{:}, "Standardize", true, ...
%!                    "ValidationData", {Z(61:90,:), y(61:90)});
%! by_hand = nnreg_fit (S, y(1:60), args{:}, "ValidationData", {V, y(61:90)});
%! assert (outputs_apart (model, Z(61:90,:), by_hand, V), 0, 1e-9);
%! assert (outputs_apart (model, Z(61,:), by_hand, V(1,:)), 0, 1e-9);
%! assert (model.History.ValDataLoss, by_hand.History.ValDataLoss, 1e-9);

%!test
%! ## responses: trained on standardised y, predictions have the units of y
%! [X, y, R] = problem ();
%! D = 1e5 * R(:,1:2) + [3e5, -1e4];
%! [Z, mu, s] = standardised (D);
%! args = {"Task", "regression", "LayerSizes", 8, "Epochs", 10, "BatchSize", 10, ...
%!         "LearnRate", 0.01, "Precision", "double", "Verbose", 0};
%! by_hand = nnreg_fit (X, Z, args{:}, "StandardizeY", false);
%! model = nnreg_fit (X, D, args{:}, "StandardizeY", true);
%! asked_for_nothing = nnreg_fit (X, D, args{:});
%! expected = nnreg_predict (by_hand, X) .* s + mu;
%! assert (nnreg_predict (model, X), expected, 1e-6);
%! assert (nnreg_predict (asked_for_nothing, X), expected, 1e-6);

%!test
%! ## the history's RMSE has the units of y
%! [X, ~, R] = problem ();
%! D = 1e5 * R(:,1) + 3e5;
%! [Z, ~, s] = standardised (D);
%! args = {"Task", "regression", "LayerSizes", 8, "Epochs", 5, "BatchSize", 10, ...
%!         "Precision", "double", "Verbose", 0};
%! [~, by_hand] = nnreg_fit (X(1:70,:), Z(1:70), args{:}, "StandardizeY", false);
%! [z70, ~, s70] = standardised (D(1:70));
%! [~, by_hand] = nnreg_fit (X(1:70,:), z70, args{:}, "StandardizeY", false);
%! [~, history] = nnreg_fit (X(1:70,:), D(1:70), args{:}, "ValidationData", ...
%!                           {X(71:90,:), D(71:90)}, "Keep", "last");
%! assert (history.RMSE, s70 * by_hand.RMSE, 1e-5);

## ---- Seeds, starting weights, warm starts

%!test
%! [X, y] = problem ();
%! args = {"LayerSizes", [6 5], "Epochs", 3, "BatchSize", 10, "Verbose", 0};
%! one = nnreg_fit (X, y, args{:}, "Seed", 3);
%! two = nnreg_fit (X, y, args{:}, "Seed", 3);
%! other = nnreg_fit (X, y, args{:}, "Seed", 4);
%! assert (isequal (one.Weights, two.Weights));
%! assert (isequal (one.Biases, two.Biases));
%! assert (norm (one.Weights{1} - other.Weights{1}, Inf) > 0.01);
%! usual = nnreg_fit (X, y, args{:});
%! zero = nnreg_fit (X, y, args{:}, "Seed", 0);
%! assert (isequal (usual.Weights, zero.Weights));

%!test
%! ## the seed also sets the order of the samples
%! [X, y] = problem ();
%! args = {"LayerSizes", [6 5], "Epochs", 3, "BatchSize", 10, "Verbose", 0};
%! start = nnreg_fit (X, y, args{:});
%! one = nnreg_fit (X, y, args{:}, "InitialModel", start, "Seed", 3);
%! two = nnreg_fit (X, y, args{:}, "InitialModel", start, "Seed", 4);
%! assert (norm (one.Weights{1} - two.Weights{1}, Inf) > 1e-5);

%!test
%! ## Glorot-uniform weights and biases of zero: a tiny rate hardly changes them
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, "LayerSizes", [200 50], "Epochs", 1, "LearnRate", ...
%!                    1e-200, "Precision", "double", "Verbose", 0);
%! sizes = [7 200 50 3];
%! for l = 1:3
%!   bound = sqrt (6 / (sizes(l) + sizes(l+1)));
%!   u = model.Weights{l}(:) / bound;
%!   assert (size (model.Weights{l}), [sizes(l+1), sizes(l)]);
%!   assert (all (abs (u) <= 1) && max (abs (u)) > 0.95);
%!   assert (mean (u), 0, 4 * sqrt (1 / 3 / numel (u)));
%!   assert (mean (u .^ 2), 1 / 3, 4 * sqrt (4 / 45 / numel (u)));
%!   assert (numel (unique (u)), numel (u));
%!   assert (size (model.Biases{l}), [sizes(l+1), 1]);
%!   assert (abs (model.Biases{l}) < 1e-150);
%! endfor

%!test
%! ## training continues from a model, as the oracle does that starts with its weights
%! [X, y] = problem ();
%! args = {"LayerSizes", 6, "Activations", "tanh", "BatchSize", 10, "Shuffle", ...
%!         false, "Precision", "double", "Verbose", 0, "LearnRate", 0.01};
%! first = nnreg_fit (X, y, args{:}, "Epochs", 3);
%! second = nnreg_fit (X, y, args{:}, "Epochs", 2, "InitialModel", first);
%! opt = struct ("Activations", "tanh", "BatchSize", 10, "LearnRate", 0.01, ...
%!               "Epochs", 2, "W", {first.Weights}, "b", {first.Biases});
%! [W, b] = oracle_fit (X, y, opt);
%! assert (oracle_unroll (second.Weights, second.Biases), oracle_unroll (W, b), tight);
%! assert (norm (second.Weights{1} - first.Weights{1}, Inf) > 1e-3);
%! assert (second.History.DataLoss(end) < first.History.DataLoss(end));

%!test
%! ## with a standardised model the new training begins at its predictions
%! [X, y] = problem ();
%! Z = 100 * X + 30;
%! args = {"LayerSizes", 6, "Standardize", true, "BatchSize", 10, "Verbose", 0, ...
%!         "Precision", "double"};
%! first = nnreg_fit (Z, y, args{:}, "Epochs", 3);
%! second = nnreg_fit (Z, y, args{:}, "Epochs", 1, "LearnRate", 1e-200, ...
%!                     "InitialModel", first);
%! assert (outputs_apart (first, Z, second, Z), 0, 1e-10);

## ---- Solutions by other methods

## Full batches with a falling rate, in double precision: Adam converges.
%!function args = to_rest ()
%!  args = {"LayerSizes", [], "Solver", "adam", "Epochs", 1500, "BatchSize", 90, ...
%!          "LearnRate", @(epoch) 0.1 * 0.99 ^ epoch, "Precision", "double", ...
%!          "Standardize", false, "Verbose", 0};
%!endfunction

## Labels 0 and 1 that no plane separates; by Newton's method the probabilities of 1 and the
## coefficients.
%!function [X, t, p, beta] = logistic_problem ()
%!  X = problem ();
%!  t = double (X(:,1) + X(:,2) + 5 * (oracle_data (90, 1, 9) - 0.5) > 0);
%!  A = [X, ones(90, 1)];
%!  beta = zeros (8, 1);
%!  for k = 1:20
%!    p = 1 ./ (1 + exp (-A * beta));
%!    beta += (A.' * (p .* (1 - p) .* A)) \ (A.' * (t - p));
%!  endfor
%!  assert (norm (A.' * (t - p)) < 1e-10);
%!endfunction

%!function check_logistic (args)
%!  [X, t, p, beta] = logistic_problem ();
%!  model = nnreg_fit (X, t, args{:});
%!  [~, P] = nnreg_predict (model, X);
%!  assert (norm (P - [1 - p, p], Inf), 0, 1e-5);
%!  assert (diff (model.Weights{1}).', beta(1:7), 1e-4);
%!  assert (diff (model.Biases{1}), beta(8), 1e-4);
%!endfunction

%!function check_least_squares (w, args)
%!  [X, ~, R] = problem ();
%!  root = sqrt (w);
%!  B = (root .* [X, ones(90, 1)]) \ (root .* R);
%!  model = nnreg_fit (X, R, "Task", "regression", "StandardizeY", false, "Weights", ...
%!                     w, args{:});
%!  assert (norm (model.Weights{1}.' - B(1:7,:), Inf), 0, 1e-6);
%!  assert (norm (model.Biases{1}.' - B(8,:), Inf), 0, 1e-6);
%!  assert (norm (nnreg_predict (model, X) - [X, ones(90, 1)] * B, Inf), 0, 1e-6);
%!endfunction

## (X'X + N R lambda I) \ X'y for centred data: the loss is a mean over samples and responses.
%!function check_ridge (args)
%!  [X, ~, R] = problem ();
%!  Xc = X - mean (X);
%!  B = (Xc.' * Xc + 90 * 3 * 0.05 * eye (7)) \ (Xc.' * R);
%!  model = nnreg_fit (X, R, "Task", "regression", "StandardizeY", false, "Penalty", ...
%!                     "l2", "Lambda", 0.05, args{:});
%!  assert (norm (model.Weights{1}.' - B, Inf), 0, 1e-6);
%!endfunction

## With g the gradient of the smooth part: |g| <= lambda1 where a weight is zero, else
## g = -lambda1 sign (w).
%!function check_optimal (model, g, smooth, lambda1)
%!  W = model.Weights{1};
%!  [gW, gb] = oracle_reroll (g, [7 3]);
%!  g = gW{1} + smooth * W;
%!  zero = W == 0;
%!  assert (nnz (zero) >= 5);
%!  assert (nnz (! zero) >= 5);
%!  assert (max (abs (g(zero))) <= lambda1 * (1 + 1e-4));
%!  assert (g(! zero), -lambda1 * sign (W(! zero)), 1e-4 * lambda1);
%!  assert (gb{1}, zeros (3, 1), 1e-5);
%!endfunction

%!function check_lasso (args)
%!  [X, ~, R] = problem ();
%!  model = nnreg_fit (X, R, "Task", "regression", "StandardizeY", false, ...
%!                     "Penalty", "l1", "Lambda", 0.02, args{:});
%!  [~, g] = oracle_cost (oracle_unroll (model.Weights, model.Biases), X, R, [7 3], ...
%!                        struct ("Task", "regression"));
%!  check_optimal (model, g, 0, 0.02);
%!endfunction

%!function check_elasticnet (args)
%!  [X, y] = problem ();
%!  model = nnreg_fit (X, y, "Penalty", "elasticnet", "Lambda", 0.03, "Alpha", 0.7, ...
%!                     args{:});
%!  [~, g] = oracle_cost (oracle_unroll (model.Weights, model.Biases), X, y, [7 3], ...
%!                        struct ());
%!  check_optimal (model, g, 0.3 * 0.03, 0.7 * 0.03);
%!endfunction

%!test check_logistic (to_rest ());

%!test
%! ## softmax regression with three classes: Newton's method again
%! [X, y] = problem ();
%! t = 1 + (y + (oracle_data (90, 1, 9) > 0.7) > 2) + (oracle_data (90, 1, 8) > 0.6);
%! A = [X(:,1:4), ones(90, 1)];
%! Y = double (t == 1:3);
%! B = zeros (5, 2);
%! for k = 1:20
%!   P = exp ([A * B, zeros(90, 1)]);
%!   P ./= sum (P, 2);
%!   H = zeros (10);
%!   for i = 1:90
%!     q = P(i,1:2).';
%!     H += kron (diag (q) - q * q.', A(i,:).' * A(i,:));
%!   endfor
%!   B += reshape (H \ (A.' * (Y - P)(:,1:2))(:), 5, 2);
%! endfor
%! assert (norm (A.' * (Y - P)) < 1e-10);
%! model = nnreg_fit (X(:,1:4), t, to_rest (){:});
%! [~, scores] = nnreg_predict (model, X(:,1:4));
%! assert (norm (scores - P, Inf), 0, 1e-5);

%!test check_least_squares (ones (90, 1), to_rest ());

%!test
%! [~, ~, ~, w] = problem ();
%! check_least_squares (w, to_rest ());

%!test check_ridge (to_rest ());
%!test check_lasso (to_rest ());
%!test check_elasticnet (to_rest ());
