## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Models without hidden layer: nnreg_fit against glmnet (glmnet_fixture.json, written by
## tests/tools/make_glmnet_fixture.R), against the conditions of optimality, and against
## itself on data that say the same in another way.
## Needs this folder on the path, or the repository's root as current folder.

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
%!      lambda2 = c.lambda * (1 - c.alpha) / std (y, 1);
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

## How far W, b are from the conditions of optimality, by weights of inputs of deviation 1.
%!function worst = violation (family, X, y, W, b, lambda1, lambda2, scale)
%!  [~, G] = data_loss (family, X * W.' + b.', y);
%!  W = W .* scale;
%!  g = (G.' * ((X - mean (X)) ./ scale)) + 2 * lambda2 * W;
%!  g(W != 0) += lambda1 * sign (W(W != 0));
%!  g(W == 0) = max (abs (g(W == 0)) - lambda1, 0);
%!  g = g .* (scale ./ std (X, 1));
%!  worst = max (abs ([g(:).', sum(G)]));
%!endfunction

## The options that make nnreg_fit minimise what glmnet does.
%!function args = options_for (c, lambda1, lambda2, n)
%!  if (c.standardize)
%!    lambda1 *= sqrt ((n - 1) / n);
%!    lambda2 *= (n - 1) / n;
%!  endif
%!  lambda = lambda1 + 2 * lambda2;
%!  tasks = {"classification", "regression"};
%!  args = {"Task", tasks{1 + strcmp(c.family, "gaussian")}, "LayerSizes", [], ...
%!          "StandardizeY", false, "Standardize", c.standardize, "Verbose", 0, ...
%!          "Penalty", "elasticnet", "Lambda", lambda, "Alpha", lambda1 / lambda};
%!endfunction

## Weights and biases for X as it is.
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
%!    model = nnreg_fit (X, y, options_for (c, lambda1, lambda2, rows (X)){:});
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
