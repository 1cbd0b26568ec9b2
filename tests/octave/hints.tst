## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Hints: warnings about data, options and results that are probably not what the user wants. On 200
## random clean tables nothing may be said. Of 200 tables with a planted fault, of each kind, at
## least 95% must be found. Then well-known tables, and each hint by itself.
##
## A new hint gets a row in the function faults, with a function that plants its fault.

%!function said = hints (varargin)
%!  # what nnreg_fit (varargin{:}) warns of, a cellstr of the messages
%!  text = evalc ("nnreg_fit (varargin{:}, \"Verbose\", 0, \"Threads\", 1);");
%!  said = regexp (text, '^warning: (nnreg_\w+: .*)$', "tokens", "lineanchors", ...
%!                 "dotexceptnewline");
%!  said = [cell(1, 0), said{:}];
%!endfunction

%!function silent (varargin)
%!  said = hints (varargin{:});
%!  assert (isempty (said), "%s", strjoin (said, "; "));
%!endfunction

%!function c = pick (list)
%!  c = list{ceil (rand () * numel (list))};
%!endfunction

%!function [X, signal] = table_of (n, p)
%!  # columns of sensible scale, some of them binary, and what they say about y (deviation 1)
%!  X = randn (n, p) .* 3 .^ (2 * rand (1, p) - 1) + randn (1, p);
%!  binary = rand (1, p) < 0.2;
%!  X(:,binary) = X(:,binary) > mean (X(:,binary), 1);
%!  Z = (X - mean (X)) ./ max (std (X), eps);
%!  signal = Z * (randn (p, 1) + 0.5) + (rand () < 0.3) * Z(:,1) .* Z(:,end);
%!  signal = (signal - mean (signal)) / std (signal);
%!endfunction

%!function y = answers (kind, signal)
%!  # a regression or two or three classes, with noise
%!  noisy = signal + (0.2 + 0.4 * rand ()) * randn (size (signal));
%!  switch (kind)
%!    case "regression"
%!      y = 10 ^ (4 * rand () - 2) * (noisy + 5 * randn ());
%!    case "two"
%!      y = 1 + (noisy > quantile (noisy, 0.3 + 0.4 * rand ()));
%!    otherwise
%!      y = 1 + sum (noisy > reshape (quantile (noisy, [0.3, 0.6]), 1, 2), 2);
%!  end
%!endfunction

%!function args = training (kind, n, is_linear)
%!  # enough steps for a network with Adam's default rate
%!  args = {"Task", "classification", "LayerSizes", []};
%!  if (strcmp (kind, "regression"))
%!    args{2} = kind;
%!  end
%!  if (! is_linear)
%!    args = [args(1:3), {pick({8, 16, [12, 6]}), "BatchSize", 128, "Epochs", ...
%!                        ceil(800 / ceil (n / 128)), ...
%!                        "Activations", pick({"relu", "tanh"}), "Seed", floor(100 * rand ())}];
%!  end
%!endfunction

%!function args = clean_case ()
%!  # data and options about which there is nothing to say
%!  [n, p] = deal (30 + floor (271 * rand ()), 2 + floor (11 * rand ()));
%!  kind = pick ({"regression", "two", "three"});
%!  is_linear = rand () < 0.5;
%!  penalty = pick ({"none", "l1", "l2", "elasticnet", "group"});
%!  noisy_labels = is_linear && strcmp (penalty, "none") && ! strcmp (kind, "regression");
%!  if (noisy_labels)
%!    p = 2;
%!  end
%!  [X, signal] = table_of (n, p);
%!  y = answers (kind, signal);
%!  if (noisy_labels)             # so that no line separates the classes
%!    y(1:5:n) = mod (y(1:5:n), max (y)) + 1;
%!  end
%!  if (! strcmp (kind, "regression") && rand () < 0.3)
%!    y = {"no"; "yes"; "perhaps"}(y);
%!  end
%!  args = [{X, y}, training(kind, n, is_linear), {"Penalty", penalty}];
%!  if (! strcmp (penalty, "none"))
%!    args = [args, {"Lambda", 10 ^ (-2 - 3 * rand ())}];
%!  end
%!endfunction

%!function args = dirty_labels ()
%!  # texts, of which one or two have a blank or capitals more
%!  [n, p] = deal (30 + floor (271 * rand ()), 2 + floor (11 * rand ()));
%!  [X, signal] = table_of (n, p);
%!  y = {"no"; "yes"; "perhaps"}(answers (pick ({"two", "three"}), signal));
%!  spoilt = ceil (rand (1, 2) * n);
%!  y(spoilt) = cellfun (pick ({@(t) [t, " "], @toupper}), y(spoilt), "UniformOutput", false);
%!  args = {X, y, "LayerSizes", [], "Penalty", "l2", "Lambda", 1e-3};
%!endfunction

%!function args = huge_lambda ()
%!  [n, p] = deal (30 + floor (271 * rand ()), 2 + floor (11 * rand ()));
%!  kind = pick ({"regression", "two", "three"});
%!  [X, signal] = table_of (n, p);
%!  args = [{X, answers(kind, signal)}, training(kind, n, rand () < 0.5), ...
%!          {"Penalty", pick({"l1", "elasticnet", "group"}), "Lambda", 10 ^ (0.7 + 2 * rand ())}];
%!endfunction

%!function args = far_columns ()
%!  # all columns lie far from 0 for their spread, and the network takes them as they are
%!  [n, p] = deal (30 + floor (271 * rand ()), 2 + floor (11 * rand ()));
%!  kind = pick ({"regression", "two", "three"});
%!  [X, signal] = table_of (n, p);
%!  X = (X + 10 .^ (3 + 2 * rand (1, p))) * 10 ^ (3 * rand () - 1);
%!  args = [{X, answers(kind, signal)}, training(kind, n, false), {"Standardize", false}];
%!endfunction

%!function args = separable_classes ()
%!  [n, p] = deal (30 + floor (271 * rand ()), 2 + floor (11 * rand ()));
%!  X = table_of (n, p);
%!  Z = (X - mean (X)) ./ max (std (X), eps);
%!  signal = Z * randn (p, 1);
%!  limit = median (signal);
%!  X += 0.3 * sign (signal - limit) .* (Z \ signal).' / norm (Z \ signal) .* std (X);
%!  args = {X, 1 + (signal > limit), "LayerSizes", [], "Epochs", 20};
%!endfunction

%!function [X, y] = heavy_tails (n)
%!  # ordinary responses, though not normal ones
%!  [X, signal] = table_of (n, 2 + floor (4 * rand ()));
%!  noise = pick ({@() exprnd_of(n), @() exp(0.5 * randn (n, 1)), @() exp(randn (n, 1)), ...
%!                 @() randn(n, 1) ./ sqrt(sumsq (randn (n, 3), 2) / 3)});
%!  y = 10 ^ (4 * rand () - 2) * (rand () * signal + noise ());
%!endfunction

%!function x = exprnd_of (n)
%!  x = -log (rand (n, 1));
%!endfunction

%!function args = wild_responses ()
%!  # one to five hundredths of the responses in another unit, or with a comma that was lost
%!  n = 60 + floor (441 * rand ());
%!  [X, y] = heavy_tails (n);
%!  spoilt = randperm (n)(1:ceil (0.03 * rand () * n));
%!  y -= min (y);
%!  y(spoilt) = (1000 + 1e4 * rand (numel (spoilt), 1)) .* max (y(spoilt), median (y));
%!  args = {X, y, "Task", "regression", "LayerSizes", []};
%!endfunction

%!function list = faults ()
%!  # each row: a function that makes arguments of nnreg_fit with a fault, and each hint that finds
%!  # it
%!  list = {@huge_lambda, 'weights (of layer \d+ )?are zero|no input is left'
%!          @far_columns, {'has learnt (next to )?nothing', 'lies far from 0 for its spread'}
%!          @separable_classes, 'the classes separate perfectly'
%!          @wild_responses, 'a few responses dominate the squared error'
%!          @dirty_labels, 'which differ only by blanks, case'};
%!endfunction

%!function old = seeded (seed)
%!  # sets the generators that the cases use, and returns what restores them
%!  states = {rand("twister"), randn("twister")};
%!  old = onCleanup (@() cellfun (@(f, s) f ("twister", s), {@rand, @randn}, states));
%!  rand ("twister", seed);
%!  randn ("twister", seed);
%!endfunction

## --------------------------------------------------------------- Random tables --

%!test # nothing is said about 100 clean tables
%! guard = seeded (18);
%! for k = 1:100
%!   args = clean_case ();
%!   said = hints (args{:});
%!   assert (isempty (said), "table %d: %s", k, strjoin (said, "; "));
%! end

%!test # no outliers are found in 100 tables with skewed or heavy-tailed responses, but for one
%! guard = seeded (18);
%! told = 0;
%! for k = 1:100
%!   [X, y] = heavy_tails (30 + floor (371 * rand ()));
%!   said = hints (X, y, "Task", "regression", "LayerSizes", []);
%!   told += any (strncmp (said, "nnreg:outliers", 14));
%! end
%! assert (told <= 1, "%d tables", told);

%!test # at least 95% of 60 planted faults of each kind are found, each by one message
%! guard = seeded (18);
%! for fault = faults ().'
%!   [maker, patterns] = deal (fault{1}, cellstr (fault{2}));
%!   found = zeros (60, numel (patterns));
%!   for k = 1:60
%!     said = hints (maker (){:});
%!     found(k,:) = cellfun (@(p) nnz (cellfun (@any, regexp (said, p, "once"))), patterns);
%!   end
%!   assert (max (found(:)), 1);
%!   for j = 1:numel (patterns)
%!     assert (sum (found(:,j)) >= 57, "%s: \"%s\" %d times in 60", func2str (maker), ...
%!             patterns{j}, sum (found(:,j)));
%!   end
%! end

%!test # the Lambda that is advised lets inputs in
%! guard = seeded (3);
%! for k = 1:25
%!   args = huge_lambda ();
%!   lambda = regexp (hints (args{:}){1}, 'such as ([\d.e-]+)', "tokens", "once"){1};
%!   args{end} = str2double (lambda);
%!   silent (args{:});
%! end

%!test # nothing is said about paths and searches of clean tables
%! guard = seeded (5);
%! for k = 1:6
%!   [X, signal] = table_of (100, 5);
%!   kind = pick ({"regression", "two", "three"});
%!   y = answers (kind, signal);
%!   args = training (kind, 100, k > 2);
%!   text = evalc ("nnreg_path (X, y, args{:}, \"Penalty\", \"l1\", \"NumLambda\", 10);");
%!   assert (strfind (text, "warning: nnreg"), []);
%!   text = evalc (["nnreg_gridsearch (X, y, {\"Lambda\", [1e-4, 1e-2, 10]}, args{:}, " ...
%!                  "\"Penalty\", \"l1\", \"CV\", 3);"]);
%!   assert (strfind (text, "warning: nnreg"), []);
%! end

## ---------------------------------------------------------------- Known tables --

%!function no_hints (X, y, varargin)
%!  # linear and network, by all penalties
%!  epochs = ceil (800 / ceil (rows (X) / 128));
%!  for model = {{"LayerSizes", []}, {"LayerSizes", 16, "Epochs", epochs}}
%!    for penalty = {"l1", "l2", "elasticnet", "group"}
%!      said = hints (X, y, model{1}{:}, "Penalty", penalty{1}, "Lambda", 1e-3, varargin{:});
%!      assert (isempty (said), "%s: %s", penalty{1}, strjoin (said, "; "));
%!    end
%!  end
%!endfunction

%!test # flowers and wines: classes with the means and spreads of the well-known tables
%! guard = seeded (1);
%! flower = kron ((1:3).', ones (50, 1));
%! means = [5.0, 3.4, 1.5, 0.2; 5.9, 2.8, 4.3, 1.3; 6.6, 3.0, 5.6, 2.0];
%! X = round (10 * (means(flower,:) + [0.3, 0.15, 0.3, 0.1] .* randn (150, 1) ...
%!                  + [0.4, 0.25, 0.25, 0.17] .* randn (150, 4))) / 10;
%! no_hints (X, flower);
%! wine = repelem ([1; 2; 3], [59; 71; 48]);
%! shift = [0.9, -0.3, 0.3, -0.7, 0.5, 0.9, 1.0, -0.6, 0.5, 0.2, 0.5, 0.8, 1.2
%!          -0.9, -0.4, -0.4, 0.2, -0.4, -0.1, 0.1, 0, 0.1, -0.9, 0.4, 0.3, -0.8
%!          0.2, 0.9, 0.3, 0.6, -0.1, -1.0, -1.3, 0.7, -0.8, 1.0, -1.2, -1.3, -0.4];
%! X = [13, 2.3, 2.4, 19.5, 99.7, 2.3, 2.0, 0.36, 1.6, 5.1, 0.96, 2.6, 747] ...
%!     + [0.8, 1.1, 0.27, 3.3, 14.3, 0.63, 1.0, 0.12, 0.57, 2.3, 0.23, 0.71, 315] ...
%!     .* (shift(wine,:) + 0.7 * randn (178, 13));
%! no_hints (X, wine, "Standardize", true);

%!test # digits
%! [X, y] = nnreg_digits ();
%! silent (X / 16, y);
%! silent (X / 16, y, "Penalty", "l1", "Lambda", 1e-3);
%! silent (X / 16, y, "LayerSizes", [], "Penalty", "l2", "Lambda", 1e-3);
%! silent (X / 16, y, "ValidationFraction", 0.2, "Epochs", 40);

%!function dir = data_dir (name)
%!  dir = getenv ("NNREG_DATA_DIR");
%!  if (isempty (dir))
%!    dir = fullfile ("..", "shared", "data");
%!  end
%!  dir = fullfile (dir, name);
%!  if (! isfolder (dir) && ! isempty (getenv ("CI")))
%!    error ("CI is set, but the folder \"%s\" is missing", dir);
%!  elseif (! isfolder (dir))
%!    printf ("hints.tst: skipped, no \"%s\"\n", dir);
%!    dir = "";
%!  end
%!endfunction

%!test # images of MNIST, where they are
%! dir = data_dir ("mnist");
%! if (! isempty (dir))
%!   [X, y] = nnreg_mnist (dir);
%!   silent (X(1:3000,:), y(1:3000), "LayerSizes", 32, "Epochs", 10);
%!   silent (X(1:3000,:), y(1:3000), "LayerSizes", 32, "Epochs", 10, "Penalty", "l1", ...
%!           "Lambda", 1e-4);
%! end

%!test # houses, where they are: columns of numbers without the one that has gaps
%! dir = data_dir ("housing");
%! if (! isempty (dir))
%!   fid = fopen (fullfile (dir, "housing.csv.gz"), "rz");
%!   T = dlmread (fid, ",", [1, 0, 6000, 8]);
%!   fclose (fid);
%!   T = T(1:3:end,[1:4, 6:9]);
%!   no_hints (T(:,1:7), T(:,8), "Task", "regression", "Standardize", true);
%! end

## ------------------------------------------------------------ Each hint by itself --

%!shared X, y, Z, k
%! k = (1:200).';
%! X = [sin(k), cos(2 * k), sin(0.3 * k .^ 2)];
%! Z = 2 * X(:,1) - X(:,2) + 0.3 * cos (7 * k .^ 2);
%! y = 1 + (Z > 0);

%!test # the model is no better than a constant: both losses, as computed from its predictions
%! network = {"LayerSizes", 8, "Epochs", 300, "BatchSize", 128, "Standardize", false, ...
%!            "Activations", "tanh"};
%! args = {1e5 + X, Z, "Task", "regression", "StandardizeY", false, network{:}};
%! said = hints (args{:});
%! assert (numel (said), 2);     # the first is about the columns
%! form = ['^nnreg_fit: the model has learnt nothing: its data loss is (\S+), a constant ' ...
%!         'prediction has (\S+); try "Standardize", true, or '];
%! found = regexp (said{2}, form, "tokens", "once");
%! warning ("off", "nnreg:constant", "local");
%! warning ("off", "nnreg:scale", "local");
%! model = nnreg_fit (args{:}, "Verbose", 0);
%! wanted = [mean((nnreg_predict (model, 1e5 + X) - Z) .^ 2), var(Z, 1)];
%! assert (str2double (found(:).'), wanted, -1e-3);
%! silent (X, args{2:end});
%!test # so too for classes, with weights and class weights
%! network = {"LayerSizes", 8, "Epochs", 300, "BatchSize", 128, "Standardize", false, ...
%!            "Activations", "tanh"};
%! w = 1 + mod (k, 3);
%! args = {1e5 + X, y, "Weights", w, "ClassWeights", [3, 1], network{:}};
%! said = hints (args{:});
%! found = regexp (said{end}, 'its data loss is (\S+), a constant prediction has (\S+);', ...
%!                 "tokens", "once");
%! w .*= 3 - 2 * (y == 2);
%! share = sum (w(y == 1)) / sum (w);
%! assert (str2double (found{2}), -share * log (share) - (1 - share) * log (1 - share), 1e-3);
%! warning ("off", "nnreg:constant", "local");
%! warning ("off", "nnreg:scale", "local");
%! [~, p] = nnreg_predict (nnreg_fit (args{:}, "Verbose", 0), 1e5 + X);
%! loss = -w.' / sum (w) * log (p(sub2ind (size (p), k, y)));
%! assert (str2double (found{1}), loss, -1e-3);
%!test # advice: a smaller Lambda where a penalty holds all weights, StandardizeY
%! args = {X, Z, "Task", "regression", "Epochs", 300, "LayerSizes", 8, "BatchSize", 128};
%! said = hints (args{:}, "Penalty", "l2", "Lambda", 100);
%! assert (! isempty (regexp (said{1}, '^nnreg_fit: the model has .*; try a smaller Lambda')));
%! said = hints (X, 1e4 + Z, args{3:end}, "StandardizeY", false, "Standardize", true);
%! assert (! isempty (regexp (said{1}, 'try "StandardizeY", true, or more Epochs')));
%! wave = @(n) sin (2 * pi * n * k / 200);
%! said = hints (wave (3), wave (5), args{3:4}, "LayerSizes", []);
%! assert (! isempty (strfind ([said{:}], "; it seems that X says nothing about y")));
%!test # nothing about a constant: few steps, y constant, a weak effect in many rows, divergence
%! warning ("off", "nnreg:scale", "local");
%! args = {1e5 + X, Z, "Task", "regression", "LayerSizes", 8, "Standardize", false, ...
%!         "BatchSize", 128};
%! silent (args{:}, "Epochs", 90);
%! silent (1e5 + X, ones (200, 1), args{3:end}, "Epochs", 300);
%! silent (X, ones (200, 1), args{3:4}, "LayerSizes", [], "Penalty", "l1", "Lambda", 1);
%! n = (1:50000).';
%! weak = 0.03 * sin (n) + cos (37 * n .^ 2);
%! silent (sin (n), weak, args{3:4}, "LayerSizes", []);
%! said = hints (X, Z, args{3:6}, "Epochs", 200, "LearnRate", 30);
%! assert (numel (said), 1);
%! assert (! isempty (strfind (said{1}, "the training diverges")));

%!test # all weights are zero, or those of a layer: what is zero, and a Lambda that is not too large
%! said = hints (X, Z, "Task", "regression", "LayerSizes", [], "Penalty", "l1", "Lambda", 5, ...
%!               "StandardizeY", false, "Standardize", false);
%! top = max (abs (2 / 200 * X.' * (Z - mean (Z))));
%! assert (said, {sprintf(["nnreg_fit: all 3 weights are zero: the model predicts the same for " ...
%!                         "every x; Lambda is too large; try a smaller one, such as %g " ...
%!                         "(inputs get weights below %.3g)"], round (10 * top) / 100, top)});
%! args = {X, y, "LayerSizes", 8, "BatchSize", 128, "Epochs", 400, "Lambda", 5};
%! said = hints (args{:}, "Penalty", "group"){1};
%! assert (strfind (said, "nnreg_fit: all 24 weights of layer 1 are zero: the model"), 1);
%! said = hints (args{:}, "Penalty", "l1", "PenalizedLayers", 2){1};
%! assert (strfind (said, "nnreg_fit: all 16 weights of layer 2 are zero: the model"), 1);
%! said = hints (args{:}, "Penalty", "elasticnet"){1};
%! assert (strfind (said, "nnreg_fit: all 40 weights are zero: the model"), 1);
%! said = hints (args{1:end - 1}, @(k) 5 * (k > 9), "Penalty", "l1"){1};
%! assert (strfind (said, "nnreg_fit: all 40 weights are zero: the model"), 1);
%!test # zeros that no Lambda has made
%! said = hints (zeros (200, 2), Z, "Task", "regression", "LayerSizes", [], "Penalty", "l1", ...
%!               "Lambda", 1);
%! assert (! isempty (strfind ([said{:}], "every x; no column of X varies together with y")));
%! warning ("off", "nnreg:allZero", "local");
%! model = nnreg_fit (X, y, "LayerSizes", [], "Penalty", "l1", "Lambda", 5, "Verbose", 0);
%! warning ("on", "nnreg:allZero", "local");
%! said = hints (X, y, "LayerSizes", [], "InitialModel", model, "KeepZeros", true);
%! assert (! isempty (strfind ([said{:}], "every x; KeepZeros keeps the zeros of InitialModel")));

%!test # numbers with fractions are classes to nobody, but for two of them, or if Task says so
%! stars = 0.5 + mod (k, 9) / 2;
%! args = {"LayerSizes", 3, "Epochs", 150};
%! said = hints (X, stars, args{:});
%! assert (strfind (said{1}, ["nnreg_fit: the 9 different numbers of y were taken for classes, ", ...
%!                            "0.5 to 4.5; to predict numbers give \"Task\", \"regression\""]), 1);
%! for quiet = {{stars, "Task", "classification"}, {2 * stars}, {0.5 + mod(k, 2)}}
%!   said = hints (X, quiet{1}{1}, args{:}, quiet{1}{2:end});
%!   assert (strfind ([said{:}], "taken for classes"), []);
%! end

%!test # classes that separate, without a penalty alone; not with one or with hidden layers
%! t = 1 + (X(:,1) > 0.1);
%! X(:,1) += sign (X(:,1) - 0.1);
%! for solver = {{"Solver", "fista"}, {"Solver", "adam", "LearnRate", 0.1}}
%!   args = {X, t, solver{1}{:}, "Epochs", 400, "LayerSizes", []};
%!   for none = {{}, {"Penalty", "l1", "Lambda", 0}}
%!     said = hints (args{:}, none{1}{:});
%!     assert (numel (said), 1);
%!     assert (! isempty (regexp (said{1}, '^nnreg_fit: the classes separate perfectly: .*"l2"')));
%!   end
%!   silent (args{:}, "Penalty", "l2", "Lambda", 1e-4);
%! end
%! # one class alone, also where all epochs are used up: more of them would not help
%! three = t;
%! three(1:60) = 3;
%! three(61:80) = 3 - three(61:80);
%! apart = X;
%! apart(1:60,2) += 20;
%! for args = {{"Epochs", 400}, {"Epochs", 10}}
%!   said = hints (apart, three, "LayerSizes", [], args{1}{:});
%!   assert (numel (said), 1);
%!   assert (strfind (said{1}, "nnreg_fit: class 3 separates from the others perfectly: w"), 1);
%! end
%! silent (apart, three, "LayerSizes", [], "Penalty", "l2", "Lambda", 1e-4);
%! # there is no optimum, so it ends when all are right with a small loss, not after many epochs
%! warning ("off", "nnreg:separable", "local");
%! for args = {{}, {"Weights", 1 + mod(t, 3) / 7}}
%!   [model, history] = nnreg_fit (X, t, "LayerSizes", [], "Verbose", 0, args{1}{:});
%!   assert (nnreg_predict (model, X), t);
%!   assert (history.DataLoss(end) <= 1e-3 && history.DataLoss(end) > 1e-4);
%! end
%! silent (X, t, "LayerSizes", 8, "Epochs", 400, "LearnRate", 0.1);
%! t(1) = 3 - t(1);
%! silent (X, t, "LayerSizes", []);

%!test # a penalty that bounds nothing: inputs without it separate the classes, or it is too small
%! t = 1 + (X(:,1) > 0.1);
%! free = [0, ones(1, columns (X) - 1)];
%! by_free = '^nnreg_\w+: (at \d+ of \d+ points )?the inputs with PenaltyFactor 0 separate the cl';
%! small = '^nnreg_fit: the classes separate perfectly, and Lambda is too small to bound the wei';
%! for penalty = {"l1", "l2", "group"}
%!   args = {X, t, "LayerSizes", [], "Penalty", penalty{1}};
%!   said = hints (args{:}, "Lambda", 0.01, "PenaltyFactor", free);
%!   assert (! isempty (regexp (said{1}, by_free)));
%!   said = hints (args{:}, "Lambda", 1e-20);
%!   assert (! isempty (regexp (said{1}, small)));
%!   silent (args{:}, "Lambda", 1e-4);
%!   text = evalc ('nnreg_path (args{:}, "PenaltyFactor", free, "CV", 0, "Verbose", 0);');
%!   assert (! isempty (strfind (text, "points the inputs with PenaltyFactor 0 separate the cl")));
%! end
%! wide = X(1:3,:).';
%! args = {[wide; wide .^ 2](1:2,:), [1; 2], "Task", "regression", "LayerSizes", [], ...
%!         "Penalty", "l1"};
%! said = hints (args{:}, "Lambda", 1e-20);
%! assert (! isempty (regexp (said{1}, '^nnreg_fit: the model fits y exactly, as many others do')));
%! silent (args{:}, "Lambda", 1e-4);
%! silent (X, X(:,1), "Task", "regression", "LayerSizes", [], "Penalty", "l1", "Lambda", 1e-20);

%!test # relaxed refits of classes that separate
%! t = 1 + (X(:,1) > 0.1);
%! text = evalc (['nnreg_path (X, t, "LayerSizes", [], "Relax", true, "CV", 0, "Verbose", 0, ' ...
%!                '"NumLambda", 5);']);
%! said = 'at \d of 5 points the inputs that are left separate the classes perfectly: without a ';
%! assert (! isempty (regexp (text, said)));

%!test # weights that single precision cannot hold
%! said = 'nnreg_fit: the weights of the model \(up to [\d.]+e\+\d\d\) are too large for "Prec';
%! args = {"Task", "regression", "LayerSizes", [], "Penalty", "l1", "Lambda", 1e-25, "Verbose", ...
%!         0, "StandardizeY", false, "Standardize", false};
%! try
%!   nnreg_fit (X * 1e-30, X(:,1) * 1e12, args{:}, "Precision", "single");
%!   text = "";
%! catch err
%!   text = err.message;
%! end
%! assert (! isempty (regexp (text, said)));
%! silent (X * 1e-30, X(:,1) * 1e12, args{:});

%!test # why a linear model cannot have the solver "coordinate"
%! for case_ = {{"Epochs", 3}, 'has no epochs and no start, but Epochs is given'
%!              {"CheckpointFile", "x"}, 'has no epochs and no start, but CheckpointFile is given'
%!              {"LayerSizes", 3}, 'is for linear models, but LayerSizes is not \[\]'
%!              {"Penalty", "none", "Lambda", []}, 'needs a penalty, but Penalty is "none"'
%!              {"Lambda", 0}, 'needs a positive Lambda, got 0'}.'
%!   args = [{"LayerSizes", [], "Penalty", "l1", "Lambda", 0.1, "Solver", "coordinate"}, case_{1}];
%!   try
%!     nnreg_fit (X, X(:,1) > 0, args{:});
%!     text = "";
%!   catch err
%!     text = err.message;
%!   end
%!   assert (! isempty (regexp (text, ['^nnreg_fit: the Solver "coordinate" ', case_{2}, '$'])));
%! end

%!test # a fold whose training lacks a class; names that are not UTF-8
%! t = 1 + (X(:,1) > 0.1) + (X(:,1) > 1);
%! folds = 1 + mod ((1:rows (X)).', 3);
%! folds(t == 3) = 2;
%! said = 'class 3 has no row among those that the training for fold 2 of CV learns from; give';
%! text = evalc (['r = nnreg_path (X, t, "LayerSizes", [], "CV", folds, "Verbose", 0, ' ...
%!                '"NumLambda", 5);']);
%! assert (numel (strfind (text, ["warning: nnreg_path: ", said])), 1);
%! text = evalc (['nnreg_gridsearch (X, t, {"Lambda", 0.1}, "Penalty", "l1", "LayerSizes", [], ' ...
%!                '"CV", folds, "Verbose", 0);']);
%! assert (numel (strfind (text, ["warning: nnreg_gridsearch: ", said])), 1);
%! names = arrayfun (@(j) {[char(228), num2str(j)]}, 1:columns (X));
%! r = nnreg_path (X, 5 * X(:,1), "Task", "regression", "LayerSizes", [], "FeatureNames", names, ...
%!                 "Verbose", 0, "CV", 3, "NumLambda", 5);
%! assert (! isempty (strfind (evalc ('nnreg_path ("last")'), char ([195, 164, 49]))));

%!test # a search speaks once, about the model that it trains last; a warm start passes zeros
%! args = {"Penalty", "l1", "LayerSizes", [], "Task", "regression", "Verbose", 0, "CV", 3};
%! text = evalc ('nnreg_gridsearch (X, Z, {"Lambda", [5, 10, 20]}, args{:});');
%! assert (numel (strfind (text, "warning: nnreg_gridsearch: all 3 weights are zero")), 1);
%! assert (numel (strfind (text, "warning: nnreg")), 1);
%! text = evalc ('nnreg_gridsearch (X, Z, {"Lambda", [1e-3, 10]}, args{:}, "WarmStart", true);');
%! assert (strfind (text, "warning: nnreg"), []);
%! text = evalc ('nnreg_gridsearch (X, Z, {"Lambda", 10}, args{:}, "Refit", false);');
%! assert (strfind (text, "warning: nnreg"), []);

%!test # a path speaks once: no point has inputs, or none is better than a constant
%! args = {"LayerSizes", [], "Task", "regression", "Verbose", 0};
%! said = 'nnreg_path: no input is left at any point of the path: .*, the least is 5; ';
%! for cv = [0, 4]
%!   text = evalc ('nnreg_path (X, Z, args{:}, "Lambda", [5, 10], "CV", cv);');
%!   assert (numel (regexp (text, said)), 1);
%!   assert (numel (strfind (text, "warning: nnreg")), 1);
%! end
%! noise = sin (37 * k .^ 2);
%! text = evalc ('r = nnreg_path (X, noise, args{:}, "CV", mod (k, 4) + 1);');
%! assert (r.LiveInputs(r.IndexMin), 0);
%! said = 'no point of the path has a better Loss than a constant prediction';
%! assert (numel (strfind (text, said)), 1);
%! assert (numel (strfind (text, "warning: nnreg")), 1);
%! # the best point has an input, but is within one standard error of the constant
%! noise = sin (40 * k .^ 2);
%! waves = sin (k * (1:3));
%! text = evalc ('r = nnreg_path (waves, noise, args{:}, "CV", mod (k, 4) + 1, "NumLambda", 20);');
%! assert (r.LiveInputs([r.IndexMin, r.Index1SE]), [1, 0]);
%! said = ['Model1SE has no inputs: in cross-validation the best point of the path, with 1 ' ...
%!         'input, has a better Loss than a constant prediction by at most one standard error'];
%! assert (numel (strfind (text, said)), 1);
%! assert (numel (strfind (text, "warning: nnreg")), 1);
%! assert (! isempty (strfind (evalc ('nnr.path.print (r, "all");'), ...
%!                             "0 inputs, the constant prediction\n")));
%! text = evalc ('nnreg_path (X, ones (200, 1), args{:}, "Lambda", [5, 10]);');
%! assert (strfind (text, "warning: nnreg"), []);
