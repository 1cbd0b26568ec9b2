## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The parts of a network, and the network without its dead parts: nnreg_sparsity and
## nnreg_compact on random sparse networks, against predictions and formulas.
## Needs this folder on the path, for the oracle_* functions.

## Numbers from -1 to 1, of which the share kept is not zero; the same in every run.
%!function W = sparse_weights (num_rows, num_columns, kept, seed)
%!  u = oracle_data (num_rows, 2 * num_columns, seed);
%!  W = (2 * u(:,1:num_columns) - 1) .* (u(:,num_columns + 1:end) < kept);
%!endfunction

## A model with layers of these sizes.
%!function model = random_model (sizes, activation, kept, seed, varargin)
%!  X = 2 * oracle_data (20, sizes(1), seed) - 1;
%!  y = mod ((1:20).', sizes(end)) + 1;
%!  model = nnreg_fit (X, y, "LayerSizes", sizes(2:end - 1), "Activations", activation, ...
%!                     "Epochs", 1, "Verbose", 0, varargin{:});
%!  for l = 1:numel (model.Weights)
%!    W = sparse_weights (sizes(l + 1), sizes(l), kept, 10 * seed + l);
%!    model.Weights{l} = cast (2 * W, class (model.Weights{l}));
%!    b = 2 * oracle_data (sizes(l + 1), 1, 10 * seed + l + 5) - 1;
%!    model.Biases{l} = cast (b, class (model.Weights{l}));
%!  end
%!endfunction

%!function check_same (model, X, tolerance)
%!  small = nnreg_compact (model);
%!  [a, sa] = nnreg_predict (model, X);
%!  [b, sb] = nnreg_predict (small, X);
%!  assert (sb, sa, tolerance);
%!  assert (class (sb), class (sa));
%!  [~, sc] = nnreg_predict (small, X(:,small.Inputs));
%!  assert (sc, sa, tolerance);
%!  assert (nnreg_compact (small), small);
%!  check_all_live (small);
%!endfunction

## All parts are live, or the model does not read X.
%!function check_all_live (small)
%!  s = nnreg_sparsity (small);
%!  if (isempty (s.LiveInputs))
%!    assert (! any (cellfun (@(W) any (W(:)), small.Weights)));
%!    assert (all (small.LayerSizes == 1) && isequal (small.Inputs, 1));
%!  else
%!    assert (s.NumLiveUnits, s.NumUnits);
%!    assert (s.LiveInputs, small.Inputs);
%!  end
%!endfunction

%!function tolerance = tolerance_of (precision)
%!  tolerance = 1e-12;
%!  if (strcmp (precision, "single"))
%!    tolerance = 1e-6;
%!  end
%!endfunction

%!test # random networks: depths 0 to 3, all activations, both precisions
%! sizes = {[9, 3], [9, 7, 3], [8, 6, 6, 2], [12, 6, 5, 6, 4]};
%! seed = 0;
%! for kept = [0.05, 0.3]
%!   for k = 1:4
%!     for activation = {"relu", "tanh", "sigmoid", "none"}
%!       seed++;
%!       X = 2 * oracle_data (17, sizes{k}(1), seed + 500) - 1;
%!       precision = {"double", "single"}{1 + mod (seed + k, 2)};
%!       model = random_model (sizes{k}, activation{1}, kept, seed, "Precision", precision);
%!       check_same (model, X, tolerance_of (precision));
%!     end
%!   end
%! end

%!test # networks with a dead layer
%! X = 2 * oracle_data (9, 5, 3) - 1;
%! for activation = {"relu", "tanh", "sigmoid", "none"}
%!   for dead = 1:3
%!     model = random_model ([5, 4, 3, 2], activation{1}, 0.9, 7, "Precision", "double");
%!     model.Weights{dead}(:) = 0;
%!     check_same (model, X, 1e-12);
%!     small = nnreg_compact (model);
%!     assert (cellfun ("rows", small.Weights), [1, 1, 2]);
%!   end
%! end
%! model = random_model ([5, 3], "none", 0, 7, "Precision", "double");
%! check_same (model, X, 0);

%!test # standardised, and regression in the user's units; sparse X, bytes, logicals
%! X = round (3 * oracle_data (60, 8, 5));
%! X(X < 2) = 0;
%! Y = 1e4 + [100 * X(:,2) - 50 * X(:,3), X(:,5)];
%! for s = [false, true]
%!   model = nnreg_fit (X, Y, "Task", "regression", "LayerSizes", [6, 5], "Epochs", 2, ...
%!                      "Standardize", s, "Precision", "double", "Verbose", 0);
%!   model.Weights{1} .*= oracle_data (6, 8, 1) < 0.1;
%!   model.Weights{2} .*= oracle_data (5, 6, 2) < 0.4;
%!   check_same (model, X, 1e-10);
%!   small = nnreg_compact (model);
%!   assert (columns (small.Weights{1}) < 8);
%!   yhat = nnreg_predict (model, X);
%!   for other = {sparse(X), uint8(X), int32(X), single(X)}
%!     assert (nnreg_predict (small, other{1}), yhat, 1e-10);
%!     assert (nnreg_predict (small, other{1}(:,small.Inputs)), yhat, 1e-10);
%!   end
%!   [m, n] = deal (nnreg_evaluate (model, X, Y), nnreg_evaluate (small, X, Y));
%!   assert (n.DataLoss, m.DataLoss, 1e-10);
%!   assert (n.R2, m.R2, 1e-10);
%! end

%!test # more rows than a block, in place, packed and sparse
%! model = random_model ([40, 12, 3], "relu", 0.04, 2);
%! X = single (2 * oracle_data (9000, 40, 1) - 1);
%! small = nnreg_compact (model);
%! assert (numel (small.Inputs) < 30);
%! [~, scores] = nnreg_predict (model, X);
%! for other = {X, double(X), sparse(double (X)), X .* (X > 0.5), sparse(double (X .* (X > 0.5)))}
%!   [~, a] = nnreg_predict (model, other{1});
%!   [~, b] = nnreg_predict (small, other{1});
%!   assert (b, a, 1e-6);
%! end

## The error of nnreg_predict, or an empty text.
%!function text = complaint (model, X)
%!  text = "";
%!  try
%!    nnreg_predict (model, X);
%!  catch err
%!    text = err.message;
%!  end
%!endfunction

%!test # NaN in dead columns does not matter; in live ones the error says where it is
%! model = random_model ([30, 60, 3], "relu", 0.1, 4, "Precision", "double");
%! model.Weights{1}(:,[3, 30]) = 0;
%! model.Weights{1}(1,29) = 0.5;     # live ...
%! model.Weights{2}(1,1) = 0.5;
%! small = nnreg_compact (model);
%! assert (small.Inputs(end), 29);
%! dense = small;
%! dense.Weights{1}(dense.Weights{1} == 0) = 1e-9;
%! share = @(m) nnz (m.Weights{1}) / numel (m.Weights{1});
%! assert (share (small) < 0.25 && share (dense) == 1);  # both ways to the first layer
%! X = 2 * oracle_data (300, 30, 1) - 1;
%! refusal = "; NaN and Inf are not accepted";
%! for m = {small, dense}
%!   [~, scores] = nnreg_predict (m{1}, X);
%!   for convert = {@double, @single, @sparse}
%!     Z = X;
%!     Z(:,[3, 30]) = NaN;
%!     [~, same] = nnreg_predict (m{1}, convert{1}(Z));
%!     assert (same, scores, 1e-6);
%!     Z(299,29) = -Inf;
%!     text = ["nnreg_predict: X(299,29) is -Inf" refusal];
%!     assert (complaint (m{1}, convert{1}(Z)), text);
%!     Z = Z(:,small.Inputs);
%!     text = sprintf ("nnreg_predict: X(299,%d) is -Inf%s", columns (Z), refusal);
%!     assert (complaint (m{1}, convert{1}(Z)), text);
%!   end
%! end
%! Z = X;
%! Z(5,30) = NaN;                    # the whole model reads all columns
%! assert (complaint (model, Z), ...
%!         ["nnreg_predict: X has NaN in 1 of 300 rows, the first is X(5,30); to go on without " ...
%!          'such rows give "MissingRows", "keep"']);

%!test # values beyond single precision are an error, also if most weights are zero
%! model = random_model ([30, 60, 3], "relu", 0.1, 4);
%! X = 2 * oracle_data (9, 30, 1) - 1;
%! small = nnreg_compact (model);
%! X(4,small.Inputs(2)) = 1e300;
%! text = ["nnreg_predict: X has values up to 1e+300, which single precision cannot hold; " ...
%!         "a training with"];
%! assert (strncmp (complaint (model, X), text, numel (text)));
%! assert (strncmp (complaint (small, X), text, numel (text)));

%!test # mostly zeros in the first layer: any class of X, standardised or not, against the formula
%! W = @(m) {double(m.Weights{1}), double(m.Weights{2})};
%! for precision = {"single", "double"}
%!   for standardize = [false, true]
%!     model = random_model ([30, 16, 3], "tanh", 0.1, 8, "Precision", precision{1}, ...
%!                           "Standardize", standardize);
%!     X = round (200 * oracle_data (9000, 30, 3) - 20);
%!     X = max (X, 0);
%!     x = X;
%!     if (standardize)
%!       model.InputMean(:) = (1:30) + 40;
%!       model.InputScale(:) = 50 + (1:30);
%!       x = (X - ((1:30) + 40)) ./ (50 + (1:30));
%!     else
%!       [X, x] = deal (logical (X > 90));
%!     end
%!     z = W (model){2} * tanh (W (model){1} * x.' + double (model.Biases{1})) + double (model.Biases{2});
%!     p = (exp (z) ./ sum (exp (z))).';
%!     classes = {@double, @single, @int16, @uint64, @sparse};
%!     for convert = classes
%!       [~, scores] = nnreg_predict (model, convert{1}(X));
%!       assert (double (scores), p, 10 * tolerance_of (precision{1}));
%!     end
%!   end
%! end

%!test # saved and loaded, with names; the penalty counts the weights that are left
%! [X, y] = nnreg_digits ();
%! names = arrayfun (@(j) sprintf ("pixel %d", j), 1:64, "UniformOutput", false);
%! model = nnreg_fit (X / 16, y, "LayerSizes", 32, "Epochs", 10, "Penalty", "l1", ...
%!                    "Lambda", 3e-3, "Verbose", 0, "FeatureNames", names);
%! small = nnreg_compact (model);
%! file = [tempname(), ".mat"];
%! unwind_protect
%!   save ("-binary", file, "small", "model");
%!   loaded = load (file);
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%! assert (loaded.small, small);
%! assert (loaded.model.FeatureNames, names);
%! assert (nnreg_predict (loaded.small, X / 16), nnreg_predict (model, X / 16));
%! s = nnreg_sparsity (small);
%! assert (s.SelectedInputs, nnreg_sparsity (model).SelectedInputs);
%! assert (s.Names, names(s.SelectedInputs));
%! w = double ([small.Weights{1}(:); small.Weights{2}(:)]);
%! assert (nnreg_evaluate (small, X / 16, y).Penalty, 3e-3 * sum (abs (w)), 1e-12);

%!test # a training goes on with what is left
%! [X, y] = nnreg_digits ();
%! args = {"Penalty", "l1", "Lambda", 3e-3, "Verbose", 0};
%! model = nnreg_fit (X / 16, y, "LayerSizes", 32, "Epochs", 10, args{:});
%! small = nnreg_compact (model);
%! args = [args, {"LayerSizes", small.LayerSizes, "InitialModel", small, "Epochs", 5}];
%! [again, history] = nnreg_fit (X / 16, y, args{:});
%! assert (history.DataLoss(end) < model.History.DataLoss(end));
%! assert (columns (again.Weights{1}), numel (small.Inputs));
%! assert ({again.Inputs, again.NumInputs}, {small.Inputs, 64});
%! assert (nnreg_fit (X(:,small.Inputs) / 16, y, args{:}).Weights, again.Weights);
%!error <nnreg_fit: InitialModel reads 64 columns \(or its Inputs alone\), X has 63>
%! [X, y] = nnreg_digits ();
%! args = {"Penalty", "l1", "Lambda", 3e-3, "Verbose", 0, "Epochs", 2};
%! small = nnreg_compact (nnreg_fit (X / 16, y, "LayerSizes", 32, args{:}));
%! nnreg_fit (X(:,1:63) / 16, y, args{:}, "InitialModel", small);
