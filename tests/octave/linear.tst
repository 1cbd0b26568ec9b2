## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Models without hidden layer: nnreg_fit against glmnet (glmnet_fixture.json, written by
## tests/tools/make_glmnet_fixture.R), against the conditions of optimality, and against itself on
## equivalent data. Needs this folder on the path, or the repository's root as current folder.

%!function all = fixture ()
%!  persistent read
%!  if (isempty (read))
%!    name = "glmnet_fixture.json";
%!    places = {file_in_loadpath(name), fullfile("tests", "octave", name), ...
%!              fullfile(fileparts (which ("nnreg_fit")), "..", "tests", "octave", name)};
%!    there = find (cellfun (@(f) ! isempty (f) && exist (f, "file") == 2, places), 1);
%!    assert (! isempty (there), "glmnet_fixture.json is not on the path");
%!    read = jsondecode (fileread (places{there}));
%!  endif
%!  all = read;
%!endfunction

## The cases of a family, with W as classes-by-inputs.
%!function list = cases_of (family)
%!  all = fixture ().cases;
%!  if (isstruct (all))
%!    all = num2cell (all);
%!  endif
%!  list = all(cellfun (@(c) strcmp (c.family, family), all)).';
%!  assert (numel (list) >= 6);
%!  for k = 1:numel (list)
%!    if (isvector (list{k}.W))
%!      list{k}.W = list{k}.W(:).';
%!    endif
%!    list{k}.b = list{k}.b(:);
%!  endfor
%!endfunction

## glmnet's objective as ours: lambda1 |W|_1 + lambda2 |W|^2, for inputs over their scale.
%!function [lambda1, lambda2, scale] = penalty_of (c, X, y)
%!  scale = ones (1, columns (X));
%!  if (c.standardize)
%!    scale = std (X, 1);
%!  endif
%!  switch (c.family)
%!    case "gaussian"
%!      lambda1 = 2 * c.lambda * c.alpha;
%!      unit = std (y, 1);
%!      if (isfield (c, "intercept") && ! c.intercept)
%!        unit = sqrt (mean (y .^ 2));
%!      endif
%!      lambda2 = c.lambda * (1 - c.alpha) / unit;
%!    case "binomial"
%!      lambda1 = c.lambda * c.alpha;
%!      lambda2 = c.lambda * (1 - c.alpha);
%!    otherwise
%!      lambda1 = c.lambda * c.alpha;
%!      lambda2 = c.lambda * (1 - c.alpha) / 2;
%!  endswitch
%!endfunction

## The mean loss and its gradient by scores Z.
%!function [loss, G] = data_loss (family, Z, y)
%!  if (strcmp (family, "gaussian"))
%!    loss = mean ((Z - y) .^ 2);
%!    G = 2 * (Z - y) / rows (y);
%!    return;
%!  endif
%!  P = exp (Z - max (Z, [], 2));
%!  P ./= sum (P, 2);
%!  Y = y == 1:columns (Z);
%!  loss = -mean (log (P(Y)));
%!  G = (P - Y) / rows (y);
%!endfunction

%!function J = objective (family, X, y, W, b, lambda1, lambda2, scale)
%!  J = data_loss (family, X * W.' + b.', y) ...
%!      + lambda1 * sum (abs (W .* scale)(:)) + lambda2 * sum ((W .* scale)(:) .^ 2);
%!endfunction

## Violation of the conditions of optimality by W, b, for weights of inputs with deviation 1.
%!function worst = violation (family, X, y, W, b, lambda1, lambda2, scale)
%!  [~, G] = data_loss (family, X * W.' + b.', y);
%!  W = W .* scale;
%!  g = (G.' * ((X - mean (X)) ./ scale)) + 2 * lambda2 * W;
%!  g(W != 0) += lambda1 * sign (W(W != 0));
%!  g(W == 0) = max (abs (g(W == 0)) - lambda1, 0);
%!  g = g .* (scale ./ std (X, 1));
%!  worst = max (abs ([g(:).', sum(G)]));
%!endfunction

## The options with which nnreg_fit minimises what glmnet does.
%!function args = options_for (c, lambda1, lambda2)
%!  lambda = lambda1 + 2 * lambda2;
%!  tasks = {"classification", "regression"};
%!  args = {"Task", tasks{1 + strcmp(c.family, "gaussian")}, "LayerSizes", [], ...
%!          "StandardizeY", false, "Standardize", c.standardize, "Verbose", 0, "Tolerance", 1e-15, ...
%!          "Penalty", "elasticnet", "Lambda", lambda, "Alpha", lambda1 / lambda};
%!endfunction

## Weights and biases for X before standardisation.
%!function [W, b] = raw_weights (model, num_inputs)
%!  [W, b] = deal (model.Weights{1}, model.Biases{1});
%!  if (! isempty (model.InputScale))
%!    W = W ./ model.InputScale(:).';
%!    b = b - W * model.InputMean(:);
%!  endif
%!  assert (columns (W), num_inputs);
%!endfunction

## Every case of a family: objective, support, weights, conditions.
%!function compare (family)
%!  warning ("off", "nnreg:scale", "local");
%!  warning ("error", "nnreg:notConverged", "local");
%!  for c = cases_of (family)
%!    c = c{1};
%!    set = fixture ().sets.(c.set);
%!    [X, y] = deal (set.X, set.y);
%!    [lambda1, lambda2, scale] = penalty_of (c, X, y);
%!    model = nnreg_fit (X, y, options_for (c, lambda1, lambda2){:});
%!    [W, b] = raw_weights (model, columns (X));
%!    [V, a] = deal (c.W, c.b);
%!    if (strcmp (family, "binomial"))
%!      [V, a] = deal ([-V; V] / 2, [-a; a] / 2);
%!    endif
%!    args = {lambda1, lambda2, scale};
%!    unit = 1;
%!    if (strcmp (family, "gaussian"))
%!      unit = std (y, 1);
%!    endif
%!    assert (violation (family, X, y, W, b, args{:}) < 2e-8 * unit);
%!    want = objective (family, X, y, V, a, args{:});
%!    assert (objective (family, X, y, W, b, args{:}), want, -1e-6);
%!    if (strcmp (family, "binomial"))
%!      [W, V] = deal (diff (W), diff (V));
%!    endif
%!    assert (W != 0, V != 0);
%!    assert (W .* std (X), V .* std (X), 1e-4 * norm (V .* std (X)));
%!  endfor
%!endfunction

## ---- glmnet

%!test
%! compare ("gaussian");
%!test
%! compare ("multinomial");
%!test
%! compare ("binomial");

## glmnet's largest lambda: with it all weights are zero, with a little less they are not.
%!function check_largest (family)
%!  warning ("off", "nnreg:scale", "local");
%!  for c = cases_of (family)
%!    c = c{1};
%!    if (c.alpha < 1)
%!      continue;
%!    endif
%!    set = fixture ().sets.(c.set);
%!    [X, y] = deal (set.X, set.y);
%!    c.lambda = c.lambda_max;
%!    [largest, ~, scale] = penalty_of (c, X, y);
%!    scores = repmat (mean (y), rows (X), 1);
%!    if (! strcmp (family, "gaussian"))
%!      scores = repmat (log (mean (y == unique (y).')), rows (X), 1);
%!    endif
%!    [~, G] = data_loss (family, scores, y);
%!    assert (max (abs (G.' * (X ./ scale))(:)), largest, -1e-6);
%!    args = @(share) options_for (c, share * largest, 0);
%!    assert (nnz (nnreg_fit (X, y, args(1 + 1e-6){:}).Weights{1}), 0);
%!    assert (nnz (nnreg_fit (X, y, args(1 - 1e-6){:}).Weights{1}) > 0);
%!  endfor
%!endfunction
%!test
%! check_largest ("gaussian");
%!test
%! check_largest ("multinomial");
%!test
%! check_largest ("binomial");

## glmnet's penalty factors are scaled so that their sum is the number of inputs, with 1 for Inf.
%!function [factors, share] = factors_of (c)
%!  [factors, share] = deal ([], 1);
%!  if (isfield (c, "factors") && ! isempty (c.factors))
%!    share = numel (c.factors) / sum (abs (c.factors));
%!    factors = c.factors;
%!    factors(factors < 0) = Inf;
%!  endif
%!endfunction

%!test # without an intercept, and with penalty factors: weights and the largest lambda
%! warning ("off", "nnreg:scale", "local");
%! for c = fixture ().options(:).'
%!   c = c{1};
%!   [X, y] = deal (fixture ().sets.(c.set).X, fixture ().sets.(c.set).y);
%!   [lambda1, lambda2, scale] = penalty_of (c, X, y);
%!   [factors, share] = factors_of (c);
%!   args = [options_for(c, share * lambda1, share * lambda2), ...
%!           {"Intercept", c.intercept, "PenaltyFactor", factors}];
%!   [W, b] = raw_weights (nnreg_fit (X, y, args{:}), columns (X));
%!   V = reshape (c.W, [], columns (X));
%!   assert (W != 0, V != 0);
%!   assert (W .* std (X), V .* std (X), 1e-4 * norm (V .* std (X)));
%!   assert (b - mean (b) * (rows (b) > 1), c.b(:), 1e-4 * norm (c.b) + 1e-12 * ! c.intercept);
%!   lambda = args{find(strcmp (args, "Lambda")) + 1};
%!   args(find (strcmp (args, "Lambda")) + [0, 1]) = [];
%!   r = nnreg_path (X, y, args{:}, "CV", 0, "NumLambda", 2);
%!   assert (r.Lambda(1), lambda * c.lambda_max / c.lambda, -1e-6);
%! endfor

## The gateway's problem: a linear model in double, X dense.
%!function problem = grouped_problem (X, y, lambda, epochs)
%!  data = struct ("NumSamples", rows (X), "NumInputs", columns (X), ...
%!                 "BlockSamples", rows (X), "Values", {{X.'}}, "Starts", {{}}, ...
%!                 "Indices", {{}}, "Shift", [], "Divisor", 0);
%!  samples = struct ("Data", data, "Labels", int32 (y - 1), "Responses", [], ...
%!                    "Scales", [], "Weights", [], "Rows", uint32 ([]));
%!  network = struct ("Precision", "double", "Task", "classification", ...
%!                    "Sizes", [columns(X), max(y)], "Activations", {{}});
%!  penalty = struct ("Lambda1", 0, "Lambda2", 0, "Decay", 0, "L1Method", "proximal", ...
%!                    "Group", lambda, "Factors", [], "GroupStarts", [], "GroupInputs", [], ...
%!                    "GroupWeights", []);
%!  problem = struct ("Solver", "fista", "Tolerance", 1e-9, "Network", network, ...
%!                    "Penalty", penalty, "Train", samples, "Validation", [], ...
%!                    "ValidateLastOnly", 0, "Beta1", 0.9, "Beta2", 0.999, ...
%!                    "Epsilon", 1e-7, "BatchSize", 1, "LearnRates", ones (epochs, 1), ...
%!                    "LambdaScales", [], "Seed", 0, "Shuffle", 0, "KeepZeros", 0, ...
%!                    "Intercept", 1);
%!endfunction

%!test # glmnet's grouped multinomial: one group for each input
%! for c = cases_of ("grouped")
%!   c = c{1};
%!   set = fixture ().sets.(c.set);
%!   scale = {1, std(set.X, 1)}{1 + c.standardize};
%!   X = set.X ./ scale;
%!   p = grouped_problem (X, set.y, c.lambda, 400);
%!   zero = zeros (3 * (columns (X) + 1), 1);
%!   state = struct ("Theta", zero, "FirstMoment", zero, "SecondMoment", zero, "Step", 0, ...
%!                   "Epoch", 0, "Position", 0, "LossSum", 0, "MetricSum", 0, ...
%!                   "WeightSum", 0, "Seconds", 0, "Curvature", 1, "Momentum", 1, "Lowest", 0, ...
%!                   "Converged", 0);
%!   [state, history] = __nnreg_train__ (p, state, Inf, 400, 1);
%!   assert (state.Over && state.Converged == 1 && rows (history) < 400);
%!   W = reshape (state.Theta(1:end-3), 3, []);
%!   V = c.W .* scale;
%!   assert (any (W, 1), any (V, 1));
%!   value = @(W, b) data_loss ("grouped", X * W.' + b.', set.y) ...
%!                   + c.lambda * sum (norm (W, "columns"));
%!   assert (value (W, state.Theta(end-2:end)), value (V, c.b), -1e-6);
%!   assert (history(end,1) + history(end,3), value (W, state.Theta(end-2:end)), 1e-12);
%! endfor

## ---- Equivalent data

%!function [X, y, R] = problem ()
%!  X = round (8 * oracle_data (60, 12, 3)) .* (oracle_data (60, 12, 4) > 0.4);
%!  R = X(:,1:3) * [3 1; -2 0; 1 1] + 4 * oracle_data (60, 2, 5);
%!  y = 1 + (R(:,1) > 4) + (R(:,1) > 12);
%!endfunction

%!shared standard, lasso, multinomial
%! standard = {"Task", "regression", "LayerSizes", [], "Penalty", "l1", "Lambda", 0.05, ...
%!             "Verbose", 0, "Tolerance", 1e-10};
%! lasso = [standard, {"Standardize", false}];
%! multinomial = {"LayerSizes", [], "Penalty", "l1", "Lambda", 0.01, "Verbose", 0, ...
%!                "Tolerance", 1e-10, "Standardize", false};

%!test # inputs moved away from zero: the biases alone change; sparse and dense agree
%! [X, y, R] = problem ();
%! a = nnreg_fit (X, R, lasso{:});
%! assert (mean (a.Weights{1}(:) == 0) > 0.2);
%! b = nnreg_fit (X + 1e4 * (1:12), R, lasso{:});
%! assert (b.Weights{1}, a.Weights{1}, 1e-7);
%! assert (b.Biases{1}, a.Biases{1} - a.Weights{1} * 1e4 * (1:12).', -1e-6);
%! c = nnreg_fit (sparse (X), R, lasso{:});
%! assert (c.Weights{1}, a.Weights{1}, 1e-8);
%! assert (c.Biases{1}, a.Biases{1}, 1e-8);
%! d = nnreg_fit (X, R, standard{:});
%! e = nnreg_fit (sparse (X), R, standard{:});
%! assert (e.Weights{1}, d.Weights{1}, 1e-8);
%! assert (any (abs (d.Weights{1} - a.Weights{1})(:) > 1e-2));
%! f = nnreg_fit (X + 1e4 * (1:12), R, standard{:});
%! assert (f.Weights{1}, d.Weights{1}, 1e-7);
%! assert (f.Biases{1}, d.Biases{1}, 1e-7);

%!test # columns far from zero need no more steps
%! [X, ~, R] = problem ();
%! [~, near] = nnreg_fit (X, R, lasso{:});
%! [~, far] = nnreg_fit (X + 1000, R, lasso{:});
%! assert (far.Epoch(end) <= near.Epoch(end) + 2);

%!test # a sample of weight 3 is three samples
%! [X, y] = problem ();
%! w = 1 + 2 * (mod ((1:60).', 4) == 0);
%! a = nnreg_fit (X, y, multinomial{:}, "Weights", w);
%! rows_of = repelems (1:60, [1:60; w.']);
%! b = nnreg_fit (X(rows_of,:), y(rows_of), multinomial{:});
%! assert (a.Weights{1}, b.Weights{1}, 1e-7);
%! assert (a.Weights{1} != 0, b.Weights{1} != 0);
%! c = nnreg_fit (X, y, multinomial{:});
%! assert (any (abs (c.Weights{1} - a.Weights{1})(:) > 1e-2));

%!test # a constant column: its weight is 0
%! [X, y, R] = problem ();
%! a = nnreg_fit (X, R, lasso{:});
%! b = nnreg_fit ([X, repmat(0.1, 60, 1), repmat(1e8, 60, 1)], R, lasso{:});
%! assert (b.Weights{1}(:,13:14), zeros (2));
%! assert (b.Weights{1}(:,1:12), a.Weights{1}, 1e-7);
%! args = {"Task", "regression", "LayerSizes", [], "Verbose", 0, "StandardizeY", false};
%! c = nnreg_fit ([X, repmat(0.1, 60, 1)], R, args{:});
%! assert (c.Weights{1}(:,13), [0; 0]);
%! assert (nnreg_predict (c, [X, repmat(0.1, 60, 1)]), [X, ones(60, 1)] ...
%!         * ([X, ones(60, 1)] \ R), 1e-5);

%!test # one column with several units of scale: least squares, exactly
%! X = 2 .^ (-20:10) .* oracle_data (80, 31, 9) + 3;
%! y = X(:,1) * 2^20 + X(:,31) / 2^10 + oracle_data (80, 1, 2);
%! warning ("off", "nnreg:scale", "local");
%! model = nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! Z = [(X - mean (X)) ./ std(X, 1), ones(80, 1)];
%! assert (nnreg_predict (model, X), Z * (Z \ y), 1e-5 * std (y));

%!test # in single precision
%! [X, y, R] = problem ();
%! warning ("error", "nnreg:notConverged", "local");
%! a = nnreg_fit (X, R, lasso{:});
%! b = nnreg_fit (X, R, lasso{:}, "Precision", "single");
%! assert (class (b.Weights{1}), "single");
%! assert (double (b.Weights{1}), a.Weights{1}, 1e-4);
%! a = nnreg_fit (X, y, multinomial{:});
%! b = nnreg_fit (X, y, multinomial{:}, "Precision", "single");
%! assert (b.Weights{1} != 0, a.Weights{1} != 0);

## ---- How it is used

%!test # "auto" is the exact solver without hidden layers, unless an option of Adam is given
%! [X, y] = problem ();
%! used = @(varargin) nnreg_fit (X, y, "Verbose", 0, "Epochs", 2, "Tolerance", 1, ...
%!                               varargin{:}).Settings;
%! assert (used ("LayerSizes", []).Solver, "fista");
%! assert (used ("LayerSizes", []).Precision, "double");
%! assert (used ("LayerSizes", []).Keep, "last");
%! assert (used ().Solver, "adam");
%! assert (used ().Precision, "single");
%! for given = {{"Solver", "adam"}, {"LearnRate", 0.1}, {"BatchSize", 10}, {"Shuffle", false}, ...
%!              {"L1Method", "subgradient"}, {"Penalty", "decoupled", "Lambda", 0.1}, ...
%!              {"Penalty", "l1", "Lambda", @(k) 0.1 * k}, {"Beta1", 0.5}}
%!   assert (used ("LayerSizes", [], given{1}{:}).Solver, "adam");
%! endfor

%!test # a training that starts from its own solution ends at once
%! [X, y] = problem ();
%! [a, history] = nnreg_fit (X, y, multinomial{:}, "Solver", "fista");
%! [b, again] = nnreg_fit (X, y, multinomial{:}, "InitialModel", a);
%! assert (rows (again.Epoch), 1);
%! assert (b.Weights{1}, a.Weights{1}, 1e-8);
%! assert (again.Loss, history.Loss(end), 1e-12);

%!test # the solution is kept, with validation or not, unless Keep is "best"
%! [X, y] = problem ();
%! V = {X(1:20,:), y(1:20)};
%! args = [{X(21:60,:), y(21:60)}, {"LayerSizes", [], "Verbose", 0, "Epochs", 20, ...
%!         "Tolerance", 1e-6}];
%! warning ("off", "nnreg:notConverged", "local");
%! a = nnreg_fit (args{:});
%! [b, history] = nnreg_fit (args{:}, "ValidationData", V);
%! assert (b.Weights, a.Weights);
%! assert (rows (history.ValLoss), rows (history.Epoch));
%! c = nnreg_fit (args{:}, "ValidationData", V, "Keep", "best");
%! assert (nnreg_evaluate (c, V{:}).LogLoss <= nnreg_evaluate (b, V{:}).LogLoss);

%!test # an OutputFcn sees each epoch and may stop; Verbose prints a line for each
%! [X, y] = problem ();
%! args = {X, y, "LayerSizes", [], "Tolerance", 1e-14, "Epochs", 6};
%! [~, history] = nnreg_fit (args{:}, "Verbose", 0, ...
%!                           "OutputFcn", @(h) h.Epoch(end) == 2);
%! assert (history.Epoch, [1; 2]);
%! warning ("off", "nnreg:notConverged", "local");
%! warning ("off", "nnreg:separable", "local");
%! text = evalc ('[~, h] = nnreg_fit (args{:}, "Verbose", 1);');
%! assert (numel (strfind (text, "\n")), rows (h.Epoch) + 1);

%!test # too few epochs raise a warning, which has the steps that the help mentions
%! [X, y] = problem ();
%! nnreg_fit (X, y, "LayerSizes", [], "Verbose", 0, "Epochs", 1, "Tolerance", 1e-12, ...
%!            "Penalty", "l2", "Lambda", 1e-4);
%! [text, id] = lastwarn ();
%! assert (id, "nnreg:notConverged");
%! assert (! isempty (strfind (text, "1 Epochs (50 steps)")));

%!test # a search compares exact models: its scores are those of fits on the folds
%! [X, y] = problem ();
%! folds = mod ((1:60).', 3) + 1;
%! lambda = [0.3, 0.01];
%! args = {"LayerSizes", [], "Penalty", "l1", "Verbose", 0};
%! r = nnreg_gridsearch (X, y, {"Lambda", lambda}, args{:}, "CV", folds);
%! for k = 1:2
%!   for fold = 1:3
%!     model = nnreg_fit (X(folds != fold,:), y(folds != fold), args{:}, "Lambda", lambda(k));
%!     m = nnreg_evaluate (model, X(folds == fold,:), y(folds == fold));
%!     assert (r.Results(k).FoldScores(fold), m.Accuracy, 1e-12);
%!   endfor
%! endfor
%! assert (r.BestScore, max ([r.Results.Mean]));
%! assert (r.Model.Settings.Solver, "coordinate");
%! model = nnreg_fit (X, y, args{:}, "Lambda", r.BestParams.Lambda);
%! assert (model.Settings.Solver, "coordinate");
%! assert (r.Model.Weights{1}, model.Weights{1}, 1e-9);

%!test # scores, outputs and models of searches by both exact solvers
%! k = (1:120).';
%! X = [sin(k * (1:9)), cos(k * [0.3, 0.7])] .* [1:8, 1e4, 1, 1] + [zeros(1, 10), 50];
%! R = [X(:,1:2) * [3; -2] + 4 * sin(k .^ 2), X(:,3) + cos(5 * k .^ 2)];
%! y = 1 + (R(:,1) > 0) + (R(:,1) > 5);
%! w = mod (k, 4);
%! cases = {{R(:,1), "Task", "regression", "Penalty", "l1"}
%!          {R, "Task", "regression", "Penalty", "group", "Weights", w}
%!          {R, "Task", "regression", "Penalty", "elasticnet", "StandardizeY", false, ...
%!           "Standardize", false}
%!          {y, "Penalty", "l2", "ClassWeights", "balanced"}
%!          {y, "Penalty", "l1", "Weights", w, "Repeats", 2, "Standardize", "range"}
%!          {y > 1, "Penalty", "elasticnet", "Intercept", false, ...
%!           "PenaltyFactor", [1, 2, Inf, ones(1, 8)]}};
%! for c = 1:numel (cases)
%!   args = [cases{c}(2:end), {"LayerSizes", [], "Verbose", 0, "Precision", "double", "CV", 3, ...
%!                             "OutOfFold", true}];
%!   r = nnreg_gridsearch (X, cases{c}{1}, {"Lambda", [0.02, 0.3]}, args{:});
%!   q = nnreg_gridsearch (X, cases{c}{1}, {"Lambda", [0.02, 0.3]}, args{:}, "Solver", "fista", ...
%!                         "Tolerance", 1e-12, "Epochs", 20000);
%!   assert (vertcat (r.Results.FoldScores), vertcat (q.Results.FoldScores), 1e-6);
%!   assert ([r.Results.Zeros], [q.Results.Zeros], 1e-12);
%!   assert (r.Model.Settings.Solver, "coordinate");
%!   big = max (abs (q.Model.Weights{1}(:)));
%!   assert (r.Model.Weights{1}, q.Model.Weights{1}, 1e-6 * big);
%!   assert (r.Model.Biases{1}, q.Model.Biases{1}, 1e-5 * max (1, norm (q.Model.Biases{1})));
%!   assert (r.Model.History.Loss, q.Model.History.Loss(end), 1e-9);
%!   for name = fieldnames (q.OutOfFold).'
%!     want = q.OutOfFold.(name{1});
%!     if (isfloat (want))
%!       assert (r.OutOfFold.(name{1}), want, 1e-5 * max (abs (want(:))));
%!     end
%!   end
%! end

%!test # validation rows: the model of the other rows, and its losses on them
%! k = (1:150).';
%! X = [sin(k * (1:6)), cos(k * [0.3, 0.7])] .* [1:8];
%! R = [X(:,1:2) * [3; -2] + 4 * sin(k .^ 2), X(:,3) + cos(5 * k .^ 2)];
%! w = 1 + mod (k, 3);
%! cases = {{R, "Task", "regression", "Penalty", "group"}
%!          {R(:,1), "Task", "regression", "Penalty", "l1", "StandardizeY", false}
%!          {1 + (R(:,1) > 0) + (R(:,1) > 5), "Penalty", "l1"}
%!          {R(:,1) > 0, "Penalty", "l2", "ClassWeights", "balanced"}};
%! for c = cases.'
%!   [y, args] = deal (c{1}{1}, [c{1}(2:end), {"LayerSizes", [], "Lambda", 0.02, "Verbose", 0}]);
%!   train = mod (k, 5) > 0;
%!   data = {X(! train,:), y(! train,:), w(! train)};
%!   m = nnreg_fit (X(train,:), y(train,:), args{:}, "Weights", w(train), "ValidationData", data);
%!   assert (m.Settings.Solver, "coordinate");
%!   plain = nnreg_fit (X(train,:), y(train,:), args{:}, "Weights", w(train));
%!   assert (m.Weights{1}, plain.Weights{1}, 1e-9);
%!   assert (m.Biases{1}, plain.Biases{1}, 1e-8);
%!   for name = {"Loss", "DataLoss", "Penalty", "Zeros"}
%!     assert (m.History.(name{1}), plain.History.(name{1}), 1e-9);
%!   end
%!   e = nnreg_evaluate (m, data{1:2}, "Weights", data{3});
%!   assert (m.History.ValDataLoss, e.DataLoss, 1e-9);
%!   assert (m.History.ValLoss, e.DataLoss + m.History.Penalty, 1e-9);
%!   measure = nnr.train.measure_name (m.Task);
%!   want = e.(measure);
%!   if (strcmp (measure, "RMSE"))
%!     want = sqrt (mean (want .^ 2));
%!   end
%!   assert (m.History.(["Val", measure]), want, 1e-9);
%!   f = nnreg_fit (X, y, args{:}, "ValidationFraction", 0.2, "Weights", w, "Seed", 3);
%!   q = nnreg_fit (X, y, args{:}, "ValidationFraction", 0.2, "Weights", w, "Seed", 3, ...
%!                  "Solver", "fista", "Tolerance", 1e-12, "Epochs", 20000);
%!   assert (f.Settings.Solver, "coordinate");
%!   assert (f.Weights{1}, q.Weights{1}, 1e-6);
%!   for name = {"Loss", "ValDataLoss", "ValLoss", ["Val", measure], measure}
%!     assert (f.History.(name{1}), q.History.(name{1})(end), 1e-6);
%!   end
%! end
%!error <nnreg_fit: the L1Method "subgradient" belongs to "Solver", "adam">
%! nnreg_fit ([1; 2], [1; 2], "L1Method", "subgradient", "Solver", "fista")

%!test # a step below rounding ends a training (which "diverged" here once)
%! randn ("state", 1);
%! rand ("state", 1);
%! X = rand (1000, 200);
%! y = 10 * sin (pi * X(:,1) .* X(:,2)) + 20 * (X(:,3) - 0.5) .^ 2 + 10 * X(:,4) + 5 * X(:,5) ...
%!     + randn (1000, 1);
%! r = nnreg_gridsearch (X, y, {"Lambda", [2, 5, 10]}, "Task", "regression", "LayerSizes", [], ...
%!                       "Penalty", "l1", "Standardize", true, "CV", 5, "Refit", false, ...
%!                       "Verbose", 0);
%! assert (! any (isnan ([r.Results.FoldScores])));

%!test # a Tolerance is reached, or a warning says that it is not: the outputs' rounding counts
%! warning ("error", "nnreg:rounding", "local");
%! reached = @(X, y, tolerance) nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], ...
%!                                         "Penalty", "l1", "Lambda", 1e-2, "Verbose", 0, ...
%!                                         "Tolerance", tolerance, "Epochs", 1e4);
%! for seed = 1:20
%!   X = oracle_data (15, 30, seed);
%!   y = fix (3 * oracle_data (15, 1, seed + 100));
%!   for form = {@full, @sparse}
%!     model = reached (form{1} (X), y, 1e-12);
%!     Z = (X - model.InputMean.') ./ model.InputScale.';
%!     [W, b] = deal (model.Weights{1}, model.Biases{1});
%!     y_scaled = (y - model.ResponseMean) / model.ResponseScale;
%!     worst = violation ("gaussian", Z, y_scaled, W, b, 1e-2, 0, ones (1, 30));
%!     assert (worst < 2e-12);
%!   endfor
%! endfor

## Few values a column: many columns depend on others, so that there are many optimal models.
%!test
%! rand ("twister", 1); randn ("twister", 1);
%! X = sprandn (150, 1500, 0.013);
%! f = full (sum (X(:,1:10), 2)) + 0.3 * randn (150, 1);
%! y = {f, f > 0, (f > -0.2) + (f > 0.2)};
%! for c = 1:3
%!   for lambda = [0.03, 0.005]
%!     options = {"LayerSizes", [], "Penalty", "l1", "Lambda", lambda, "Verbose", 0, ...
%!                "Precision", "double", "Task", merge(c == 1, "regression", "classification")};
%!     model = nnreg_fit (X, y{c}, options{:});
%!     other = nnreg_fit (X, y{c}, options{:}, "Solver", "fista", "Tolerance", 1e-10);
%!     assert (model.History.Loss, other.History.Loss(end), 2e-8 * model.History.Loss);
%!   endfor
%! endfor

## Copies of a column, in other units and with the other sign, have equal shares of the weight in the
## penalty's units, which a model that may use one of them only has alone.
%!function check_shares (X, y, copies, signs, varargin)
%!  options = {"LayerSizes", [], "Verbose", 0, "Precision", "double", varargin{:}};
%!  model = nnreg_fit (X, y, options{:});
%!  w = model.Weights{1}(:,copies) .* signs;
%!  assert (any (w(:) != 0));
%!  assert (w, repmat (w(:,1), 1, numel (copies)), 1e-9);
%!  other = nnreg_fit (X, y, options{:}, "Solver", "fista", "Tolerance", 1e-10);
%!  assert (model.History.Loss, other.History.Loss(end), 1e-8 * model.History.Loss);
%!endfunction

%!test
%! rand ("twister", 1); randn ("twister", 1);
%! for sizes = [200, 40; 40, 120].'
%!   [n, d] = deal (sizes(1), sizes(2));
%!   for is_sparse = [false, true]
%!     X = randn (n, d) .* (! is_sparse | rand (n, d) < 0.6);
%!     copies = [2, 5, 7, d];
%!     X(:,copies) = X(:,2) .* [1, 1, -2.54, 3] + [0, 0, 0, ! is_sparse];
%!     f = 3 * X(:,2) + X(:,1) - X(:,3) + 0.3 * randn (n, 1);
%!     if (is_sparse)
%!       X = sparse (X);
%!     endif
%!     y = {f, f > 0, (f > -0.5) + (f > 0.5)};
%!     factors = ones (1, d);
%!     factors(copies) = 0.5;
%!     for c = 1:3
%!       task = merge (c == 1, "regression", "classification");
%!       common = {[1, 1, -1, 1], "Task", task, "Lambda", 0.01, "Penalty"};
%!       check_shares (X, y{c}, copies, common{:}, "l1");
%!       check_shares (X, y{c}, copies, common{:}, "elasticnet");
%!       check_shares (X, y{c}, copies, common{:}, "group");
%!       check_shares (X, y{c}, copies, common{:}, "l1", "PenaltyFactor", factors);
%!       check_shares (X(:,1:6), y{c}, [2, 5], [1, 1], common{2:end}, "l1", "Standardize", false);
%!     endfor
%!   endfor
%! endfor

%!test # copies with other factors, and without standardisation in other units, are no copies
%! rand ("twister", 1); randn ("twister", 1);
%! X = randn (60, 6);
%! X(:,4) = 2 * X(:,1);
%! y = X(:,1) + 0.1 * randn (60, 1);
%! options = {"Task", "regression", "LayerSizes", [], "Verbose", 0, "Penalty", "l1", "Lambda", 0.1};
%! model = nnreg_fit (X, y, options{:}, "Standardize", false);
%! assert (double (model.Weights{1}(1)), 0);
%! model = nnreg_fit (X, y, options{:}, "PenaltyFactor", [1, 1, 1, 2, 1, 1]);
%! assert (double (model.Weights{1}(4)), 0);
%! assert (model.Weights{1}(1) > 0.5);

%!test # a path with folds: the same models, whichever of the copies is first
%! randn ("twister", 1);
%! X = randn (80, 5);
%! X(:,6) = 1 - X(:,2);
%! y = X(:,1) + X(:,2) + 0.1 * randn (80, 1);
%! options = {"Task", "regression", "LayerSizes", [], "Verbose", 0, "Penalty", "l1", "CV", 4, ...
%!            "Precision", "double", "NumLambda", 20};
%! order = [6, 1, 3, 2, 5, 4];
%! a = nnreg_path (X, y, options{:});
%! b = nnreg_path (X(:,order), y, options{:});
%! c = nnreg_path (X(:,1:5), y, options{:});
%! assert (a.FoldLosses, b.FoldLosses, 1e-7);
%! assert (a.FoldLosses, c.FoldLosses, 1e-7);
%! assert (a.Models{end}.Weights{1}(order), b.Models{end}.Weights{1}, 1e-6);
%! assert (a.Models{end}.Weights{1}(6), -a.Models{end}.Weights{1}(2), 1e-12);
%! assert (a.Models{end}.Weights{1}(2), c.Models{end}.Weights{1}(2) / 2, 1e-6);
%! assert (ismember (6, a.Selected{end}));

%!test # a class without samples in a fold, or at all: its bias is that of a tiny share
%! [X, y] = problem ();
%! args = {"LayerSizes", [], "Penalty", "l1", "Verbose", 0};
%! few = y;
%! few(few == max (y)) = min (y);
%! few(7) = max (y);
%! folds = 1 + mod ((1:60).', 3);
%! r = nnreg_path (X, few, args{:}, "CV", folds);
%! s = nnreg_path (X, few, args{:}, "CV", folds, "Solver", "fista", "Lambda", r.Lambda(1:10:end));
%! assert (r.FoldLosses(folds(7),1:10:end), s.FoldLosses(folds(7),:), 0.1);
%! m = nnreg_fit (X, ones (60, 1), args{:}, "ClassNames", [1, 2], "Lambda", 0.01);
%! assert (m.Biases{1}, log (1e10) * [1; -1] / 2, 1e-9);
%! assert (m.Weights{1}, zeros (2, columns (X)));

## More inputs than samples and an l2 alone: followed on as many inputs as samples.

%!function [X, y] = wide_table ()
%!  randn ("twister", 3);
%!  X = (randn (30, 70) + 0.5 * randn (30, 1)) .* (1:70) + 5;
%!  X(:,7) = 3;
%!  y = X(:,1:10) * (1:10).' / 50 + randn (30, 1);
%!endfunction

## The ridge's coefficients and intercept in the units of X and y, from its equations.
%!function [b, b0] = ridge (X, y, weights, lambda, unit)
%!  p = weights / sum (weights);
%!  centre = p.' * X;
%!  scale = sqrt (p.' * (X - centre) .^ 2);
%!  scale(scale < 1e-10) = Inf;
%!  Z = (X - centre) ./ scale;
%!  v = (Z.' * (p .* Z) + lambda * eye (columns (X))) \ (Z.' * (p .* (y - p.' * y)) / unit);
%!  b = unit * v ./ scale.';
%!  b0 = p.' * y - centre * b;
%!endfunction

%!test # regression: the ridge's equations, also in each fold; sparse X alike
%! [X, y] = wide_table ();
%! weights = 1 + mod ((1:30).', 3);
%! folds = 1 + mod ((1:30).', 4);
%! r = nnreg_path (X, y, "Task", "regression", "LayerSizes", [], "Penalty", "l2", "Verbose", 0, ...
%!                 "NumLambda", 5, "CV", folds, "Weights", weights);
%! unit = sqrt (weights.' * (y - weights.' * y / sum (weights)) .^ 2 / sum (weights));
%! c = nnreg_coef (r);
%! for k = 1:5
%!   [b, b0] = ridge (X, y, weights, r.Lambda(k), unit);
%!   assert (c.Coefficients(:,k), b, 1e-8 * norm (b));
%!   assert (c.Intercept(k), b0, 1e-7);
%!   for fold = 1:4
%!     own = folds != fold;
%!     [b, b0] = ridge (X(own,:), y(own), weights(own), r.Lambda(k), unit);
%!     error = (y(! own) - X(! own,:) * b - b0) / unit;
%!     loss = weights(! own).' * error .^ 2 / sum (weights(! own));
%!     assert (r.FoldLosses(fold,k), loss, 1e-7 * loss);
%!   endfor
%! endfor
%! s = nnreg_path (sparse (X), y, "Task", "regression", "LayerSizes", [], "Penalty", "l2", ...
%!                 "Verbose", 0, "NumLambda", 5, "CV", folds, "Weights", weights);
%! assert (s.Lambda, r.Lambda, 1e-9 * r.Lambda(1));
%! assert (s.FoldLosses, r.FoldLosses, 1e-7);

%!test # classes: the conditions of optimality, and FISTA's losses in the folds
%! [X, y] = wide_table ();
%! class = 1 + (y > median (y)) + (y > median (y) + std (y));
%! args = {"LayerSizes", [], "Penalty", "l2", "Verbose", 0, "Precision", "double", "CV", 3, ...
%!         "ClassWeights", [1, 2, 3], "Tolerance", 1e-9};
%! r = nnreg_path (X, class, args{:}, "NumLambda", 4);
%! Z = (X - mean (X)) ./ max (std (X, 1), 1e-10);
%! share = class / sum (class);
%! for k = 1:4
%!   W = r.Models{k}.Weights{1};
%!   P = exp (Z * W.' + r.Models{k}.Biases{1}.');
%!   rest = share .* (P ./ sum (P, 2) - (class == 1:3));
%!   assert (rest.' * Z + 2 * r.Lambda(k) * W, zeros (3, 70), 1e-5);
%!   assert (sum (rest, 1), zeros (1, 3), 1e-5);
%! endfor
%! s = nnreg_path (X, class, args{:}, "Lambda", r.Lambda, "Solver", "fista", "Epochs", 20000);
%! assert (s.FoldLosses, r.FoldLosses, 1e-5);
%! assert (s.FoldScores, r.FoldScores, 1e-5);

%!function text = message_of (X, y, varargin)
%!  text = "";
%!  try
%!    nnreg_path (X, y, "Task", "regression", "LayerSizes", [], "Verbose", 0, varargin{:});
%!  catch err
%!    text = err.message;
%!  end_try_catch
%!endfunction

%!test # squares that no double can hold are named
%! [X, y] = wide_table ();
%! for factor = [1e-200, 1e200]
%!   assert (strfind (message_of (X, factor * y, "StandardizeY", false), "values of y differ"), 17);
%!   assert (strfind (message_of (factor * X, y, "Standardize", false), "values of X differ"), 17);
%! endfor
%! assert (message_of (1e-200 * X, y), "");
%! assert (message_of (X, 1e-100 * y), "");

%!test # the Accuracy of History counts ClassWeights, whatever trains: also along a path
%! X = sin ((1:90).' * (1:3) .^ 1.3);
%! y = 1 + (sin ((1:90).' * 1.1) + X(:,1) > 0.6);
%! args = {"LayerSizes", [], "ClassWeights", [1, 6], "CV", 0, "Verbose", 0};
%! r = nnreg_path (X, y, args{:}, "NumLambda", 5);
%! f = nnreg_path (X, y, args{:}, "Lambda", r.Lambda, "Solver", "fista");
%! w = [1, 6](y).';
%! for k = 1:numel (r.Models)
%!   right = nnreg_predict (r.Models{k}, X) == y;
%!   assert (r.Models{k}.History.Accuracy, sum (w .* right) / sum (w), 1e-12);
%! end
%! [~, at] = ismember (r.Lambda, f.Lambda);
%! assert (cellfun (@(m) m.History.Accuracy, r.Models), ...
%!         cellfun (@(m) m.History.Accuracy(end), f.Models(at)), 1e-12);

%!test # many responses, and more inputs want to enter than a step lets in
%! randn ("seed", 1);
%! X = randn (60, 400);
%! Y = X(:,1:150) * randn (150, 3) + randn (60, 3);
%! args = {X, Y, "Task", "regression", "LayerSizes", [], "Penalty", "l1", "Lambda", 0.05, ...
%!         "Precision", "double", "Verbose", 0};
%! lastwarn ("");
%! exact = nnreg_fit (args{:});
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
%! assert (exact.History.Loss, nnreg_fit (args{:}, "Solver", "fista").History.Loss(end), 1e-7);
