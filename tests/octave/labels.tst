## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Labels as people's files have them: ClassNames, missing and doubtful labels, header lines, and
## the classes of ValidationFraction.

## ----------------------------------------------------------------- Warnings on random tables --

%!function u = noise (n, d, seed)
%!  # in (0, 1), by a formula
%!  u = mod (sin ((1:n).' * 12.9898 + (1:d) * 78.233 + seed * 37.719) * 43758.5453, 1);
%!endfunction

%!function x = clean_column (n, kind, seed)
%!  u = noise (n, 3, seed);
%!  switch (mod (kind, 8))
%!    case 0, x = 200 * u(:,1) - 50;                         # even
%!    case 1, x = sum (u, 2) - 1.5;                          # nearly normal
%!    case 2, x = round (18 + 60 * u(:,1));                  # ages
%!    case 3, x = double (u(:,1) > 0.6);                     # yes or no
%!    case 4, x = exp (3 * u(:,1) + u(:,2));                 # prices
%!    case 5, x = floor (-2 * log (u(:,1)));                 # counts, many zeros
%!    case 6, x = 1 + floor (5 * u(:,1));                    # ratings
%!    case 7, x = (0:n - 1).' / 10;                          # a series in time
%!  end
%!endfunction

%!function [X, y, args] = clean_table (seed)
%!  # classes have two rows at least
%!  pick = noise (1, 6, seed + 0.5);
%!  n = 25 + floor (300 * pick(1) ^ 2);
%!  d = 1 + floor (8 * pick(2));
%!  X = zeros (n, d);
%!  for j = 1:d
%!    X(:,j) = clean_column (n, floor (8 * noise (1, 1, seed + j / 9)), seed + j / 10);
%!  end
%!  if (mod (seed, 3) == 0)
%!    y = X * (1:d).' + clean_column (n, floor (8 * pick(3)), seed + 0.7);
%!    args = {"Task", "regression"};
%!    return
%!  end
%!  count = 2 + floor (5 * pick(3) ^ 2);
%!  k = 1 + floor (count * noise (n, 1, seed + 0.3) .^ (1 + pick(4)));
%!  k(n - 2 * count + 1:n) = repmat (1:count, 1, 2);
%!  args = {};
%!  y = label_kinds (k, floor (9 * pick(5)));
%!endfunction

%!function y = label_kinds (k, kind)
%!  names = {"no", "yes", "perhaps", "not known", "N", "Y"};
%!  switch (kind)
%!    case 0, y = k;
%!    case 1, y = k - 1;
%!    case 2, y = 2 * (k > 1) - 1;
%!    case 3, y = uint8 (10 * k);
%!    case 4, y = k > 1;
%!    case 5, y = k / 2;
%!    case 6, y = names(k).';
%!    case 7, y = char (names(k));
%!    case 8, y = strcat ("Class ", cellstr (num2str (k)));
%!  end
%!endfunction

%!function said = warnings_of (X, y, args)
%!  # what is printed: in Octave 11 lastwarn has warnings that are off, too
%!  s = nnr.options.settings (args);
%!  said = evalc (["t = nnr.targets.make (y, rows (X), s);", ...
%!                 "nnr.targets.warn_of_labels (X, y, t, s);"]);
%!endfunction

%!function [X, y, args] = with_fault (seed)
%!  # a clean table with one fault, in text or number labels as the fault needs
%!  [X, y, args] = clean_table (3 * seed + 1 - (mod (seed, 7) == 6));
%!  n = rows (X);
%!  pick = noise (1, 4, seed + 0.9);
%!  at = 1 + floor (n * pick(1));
%!  number = 2 - 4 * (pick(2) > 0.5) + floor (3 * noise (n, 1, seed + 0.2));
%!  text = {"benign"; "malign"}(1 + (noise (n, 1, seed + 0.1) > 0.4));
%!  switch (mod (seed, 7))
%!    case 0                      # another spelling in one to three rows
%!      spell = {@upper, @(t) [t, " "], @(t) [" ", t], @(t) ["'", t, "'"], @(t) [t, "."]};
%!      at = unique (min (n, at + (0:floor (3 * pick(3)))));
%!      text(at) = cellfun (spell{1 + mod(seed, 5)}, text(at), "UniformOutput", false);
%!      y = text;
%!    case 1                      # typed wrong
%!      text{at}(3) = "x";
%!      y = text;
%!    case 2                      # a missing label
%!      none = {"", "NA", "NaN", "?", "N/A", " ", "null", "<undefined>"};
%!      text(at) = none(1 + mod (seed, 8));
%!      y = text;
%!    case 3                      # a number for one
%!      number(min (n, at + (0:2))) = -999;
%!      y = number;
%!    case 4                      # the header, with the names of the columns as a text
%!      y = [{"diagnosis"}; text];
%!      X = [zeros(1, columns (X)); X];
%!    case 5                      # the header as zeros; 0 may be a class, too
%!      y = [0; number - mod(seed, 2) * min(number)];
%!      X = [zeros(1, columns (X)); X];
%!    case 6                      # the same in a regression
%!      y = [0; y];
%!      X = [zeros(1, columns (X)); X];
%!  end
%!endfunction

%!test # no warning on clean tables
%! for seed = 1:200
%!   [X, y, args] = clean_table (seed);
%!   said = warnings_of (X, y, args);
%!   assert (isempty (said), "table %d: %s", seed, said);
%! end
%!test # nearly all faults are found
%! found = false (1, 210);
%! for seed = 1:210
%!   [X, y, args] = with_fault (seed);
%!   try
%!     found(seed) = ! isempty (warnings_of (X, y, args));
%!   catch err
%!     assert (err.identifier, "nnreg:badData");
%!     found(seed) = true;
%!   end
%! end
%! assert (mean (found) >= 0.95, "%d of 210: not %s", nnz (found), num2str (find (! found)));

## ---------------------------------------------------------------------------- One call each --

%!function count = told (fcn)
%!  # how often a call warns of labels
%!  text = evalc ("fcn ();");
%!  count = numel (regexp (text, '^warning: nnreg_\w+: y has the labels', "lineanchors"));
%!endfunction
%!shared X, y, names, quick, model
%! k = (1:90).';
%! X = [sin(k), cos(2 * k), sin(k .^ 2)];
%! y = 1 + (sin (k) + cos (5 * k) / 2 > 0.2) + (cos (2 * k) > 0.7);
%! names = {"no"; "perhaps"; "yes"};
%! quick = {"LayerSizes", 4, "Epochs", 2, "Verbose", 0, "Threads", 1};
%! model = nnreg_fit (X, names(y), quick{:});
%!test # a warning comes once, whatever is trained
%! z = names(y);
%! z(5:14) = upper (z(5:14));
%! assert (told (@() nnreg_fit (X, z, quick{:})), 1);
%! assert (told (@() nnreg_path (X, z, quick{:}, "NumLambda", 2, "CV", 2)), 1);
%! grid = {"Lambda", [1e-3, 1e-2], "ClassWeights", {[], "balanced"}, "Penalty", "l1"};
%! assert (told (@() nnreg_gridsearch (X, z, grid, quick{:}, "CV", 2)), 1);
%! assert (told (@() nnreg_fit (X, z, quick{:}, "ClassNames", unique (z))), 0);
%!warning id=nnreg:header nnreg_fit ([0, 0, 0; X], [0; y], quick{:});
%!warning id=nnreg:header nnreg_fit ([0, 0, 0; X], [0; y], quick{:}, "Task", "regression");
%!warning id=nnreg:header nnreg_fit ([0, 0, 0; X], [0; y], quick{:}, "ClassNames", 0:3);
%!error <^nnreg_gridsearch: y has 45 different numbers in 89 rows, .* give "Task", "regression">
%! warning ("error", "nnreg:manyClasses", "local");
%! nnreg_gridsearch (X(2:90,:), mod (4:92, 45).', {"Seed", 1:2}, quick{:}, "CV", ...
%!                   1 + mod (1:89, 2), "Refit", false);
%!error <^nnreg_cost: y has 90 different numbers in 90 rows, .* give "Task", "regression"$>
%! nnreg_cost (0, X, X(:,1))

## ---------------------------------------------------------------------------- Missing labels --

%!function z = gaps (y, at, text)
%!  z = {"no"; "perhaps"; "yes"}(y);
%!  z(at) = {text};
%!endfunction
%!error <^nnreg_fit: y has no label in 2 rows, the first is "NA" in row 7; leave such rows out, or,>
%! nnreg_fit (X, gaps (y, [7, 9], "NA"), quick{:})
%!error <^nnreg_path: y has no label in 1 row, the first is "" in row 7; leave such rows out$>
%! nnreg_path (X, gaps (y, 7, ""), quick{:})
%!error <^nnreg_gridsearch: y has no label in 1 row, the first is " " in row 7; leave such>
%! nnreg_gridsearch (X, gaps (y, 7, " "), {"Epochs", 1:2}, quick{[1:2, 5:end]})
%!error <^nnreg_cost: y has no label in 1 row, the first is "\?" in row 7; leave such rows out, or,>
%! nnreg_cost (0, X, char (gaps (y, 7, "?")))
%!error <^nnreg_fit: y has no label in 3 rows, the first is NaN in row 2; leave such rows out$>
%! nnreg_fit (X, [1; NaN; NaN; 2; NaN; y(6:90)], quick{:})
%!test # rows of weight 0 may have no label, and what ClassNames has is a label
%! w = double ((1:90).' != 7);
%! m = nnreg_fit (X, gaps (y, 7, ""), quick{:}, "Weights", w);
%! assert (m.ClassNames, names);
%! z = gaps (y, 7, "NA");
%! m = nnreg_fit (X, z, quick{:}, "ClassNames", [{"NA"}; names]);
%! assert (m.ClassNames, [{"NA"}; names]);
%! e = nnreg_evaluate (m, X, z);
%! assert (e.Support, [1; accumarray(y([1:6, 8:90]), 1)]);
%!error <^nnreg_evaluate: y has no label in 2 rows, the first is "n/a" in row 3; leave such>
%! nnreg_evaluate (model, X, gaps (y, [3, 4], "n/a"))
%!error <^nnreg_importance: y has no label in 1 row, the first is "" in row 3; leave such rows out$>
%! nnreg_importance (model, X, gaps (y, 3, ""))
%!error <^nnreg_fit: ValidationData\{2\} has no label in 1 row, the first is "NaN" in row 3; leave>
%! nnreg_fit (X, names(y), quick{:}, "ValidationData", {X, gaps(y, 3, "NaN")})
%!error <^nnreg_metrics: ytrue has no label in 1 row, the first is "" in row 3; leave such>
%! nnreg_metrics (gaps (y, 3, ""), names(y))
%!error <^nnreg_metrics: ypred has no label in 1 row, the first is "NA" in row 3; leave such>
%! nnreg_metrics (names(y), gaps (y, 3, "NA"))
%!test
%! m = nnreg_metrics (gaps (y, 3, "NA"), names(y), "ClassNames", [names; {"NA"}]);
%! assert (m.Support, [accumarray(y([1, 2, 4:90]), 1); 1]);

## -------------------------------------------------------------------------------- ClassNames --

%!function [a, b, order] = same_model (X, y, names, varargin)
%!  # models of three classes, and with a fourth without rows, in the order of NAMES
%!  a = nnreg_fit (X, y, "Verbose", 0, varargin{:});
%!  b = nnreg_fit (X, y, "Verbose", 0, varargin{:}, "ClassNames", names);
%!  assert (b.ClassNames, names(:));
%!  assert (class (b.ClassNames), class (names));
%!  assert (b.Settings.ClassNames, names(:));
%!  [~, order] = ismember (a.ClassNames, names);
%!endfunction
%!test # a class without rows changes nothing in exact solutions, and has scores near 0
%! for pen = {{}, {"Penalty", "l1", "Lambda", 1e-3}, {"Penalty", "l2", "Lambda", 1e-2}, ...
%!            {"Penalty", "group", "Lambda", 1e-2}, {"ClassWeights", "balanced", "Penalty", ...
%!             "l1", "Lambda", 1e-3}}
%!   [a, b, order] = same_model (X, y, [9, 3, 1, 2], "LayerSizes", [], pen{1}{:});
%!   [ya, sa] = nnreg_predict (a, X);
%!   [yb, sb] = nnreg_predict (b, X);
%!   assert (yb, ya);
%!   assert (sb(:,order), sa, 1e-5);
%!   assert (size (sb), [90, 4]);
%!   assert (sb(:,1) < 1e-6);
%! end
%!test # labels of every type, in any order
%! for kind = {@(n) n, @(n) int8(n), @(n) single(n) / 2, @(n) names(n)}
%!   [a, b] = same_model (X, kind{1}(y), kind{1}([2; 3; 1]), "LayerSizes", [], ...
%!                        "Penalty", "l2", "Lambda", 1e-2);
%!   assert (nnreg_predict (b, X), nnreg_predict (a, X));
%! end
%! [a, b] = same_model (X, y > 1, [true, false], "LayerSizes", [], "Penalty", "l2", "Lambda", 1e-2);
%! assert (nnreg_predict (b, X), nnreg_predict (a, X));
%!error <^nnreg_fit: y has the label "perhaps" in row 1, the classes are "yes", "no"$>
%! nnreg_fit (X, char (names(4 - y)), quick{:}, "ClassNames", ["yes"; "no "])
%!test # rows of char are as wide as those of y
%! m = nnreg_fit (X, char (names(y)), quick{:}, "ClassNames", char (flipud (names)));
%! assert (m.ClassNames, char (flipud (names)));
%! m = nnreg_fit (X, [char(names(y)), repmat(" ", 90, 2)], quick{:}, "ClassNames", char (names));
%! assert (size (m.ClassNames), [3, 9]);
%! more = nnreg_fit (X, char (names(y)), quick{:}, "InitialModel", m);
%! assert (more.ClassNames, m.ClassNames);
%!test # one-hot: they name the columns
%! m = nnreg_fit (X, y == 1:3, quick{:}, "ClassNames", {"yes", "no", "abc"});
%! n = nnreg_fit (X, y, quick{:});
%! assert (m.Weights, n.Weights);
%! assert (nnreg_predict (m, X), {"yes"; "no"; "abc"}(nnreg_predict (n, X)));
%!test # class weights are in their order
%! w = [5, 1, 2];
%! a = nnreg_fit (X, y, "LayerSizes", [], "Penalty", "l2", "Lambda", 1e-2, "Verbose", 0, ...
%!                "ClassWeights", w);
%! b = nnreg_fit (X, y, "LayerSizes", [], "Penalty", "l2", "Lambda", 1e-2, "Verbose", 0, ...
%!                "ClassWeights", w([3, 1, 2]), "ClassNames", [3, 1, 2]);
%! assert (b.Weights{1}, a.Weights{1}([3, 1, 2],:), 1e-6);
%!test # paths and searches with a class without rows are those without it
%! args = {"LayerSizes", [], "Verbose", 0, "CV", 3, "Threads", 1};
%! a = nnreg_path (X, y, args{:}, "NumLambda", 12);
%! b = nnreg_path (X, y, args{:}, "NumLambda", 12, "ClassNames", 0:3);
%! assert (b.Lambda, a.Lambda, 1e-8 * a.Lambda(1));
%! assert ({b.CVAccuracy, b.Selected, b.IndexMin, b.Index1SE}, ...
%!         {a.CVAccuracy, a.Selected, a.IndexMin, a.Index1SE});
%! assert (b.CVLoss, a.CVLoss, 1e-4);     # the least lambdas are flat
%! assert (b.ModelMin.ClassNames, (0:3).');
%! grid = {"Lambda", [1e-3, 1e-2]};
%! a = nnreg_gridsearch (X, y, grid, args{:}, "Penalty", "l1", "Score", {"Accuracy", "LogLoss"});
%! b = nnreg_gridsearch (X, y, grid, args{:}, "Penalty", "l1", "Score", {"Accuracy", "LogLoss"}, ...
%!                       "ClassNames", [1, 2, 3, 7]);
%! assert (b.Results(1).FoldScores, a.Results(1).FoldScores);
%! assert (b.Results(2).Scores.LogLoss, a.Results(2).Scores.LogLoss, 1e-5);
%! assert (b.Model.ClassNames, [1; 2; 3; 7]);
%!test # the cost of a network with as many outputs
%! theta = sin (1:20).';
%! J = nnreg_cost (theta, X, y, "LayerSizes", [], "ClassNames", [1, 2, 5, 3, 4]);
%! Z = [X, ones(90, 1)] * reshape (theta, 5, 4).';
%! Z -= log (sum (exp (Z), 2));
%! assert (J, -mean (Z(sub2ind (size (Z), (1:90).', [1; 2; 4](y)))), 1e-12);
%!test # training by chunks: one row, one class, then all
%! for args = {{"LayerSizes", []}, {"LayerSizes", [], "Solver", "adam"}, {"LayerSizes", 5}}
%!   args = [args{1}, {"Epochs", 400, "Verbose", 0, "Standardize", false}];
%!   m = nnreg_fit (X(4,:), y(4), args{:}, "ClassNames", 1:3);
%!   assert (nnreg_predict (m, X(4,:)), y(4));
%!   m = nnreg_fit (X(y == 2,:), y(y == 2), args{:}, "InitialModel", m);
%!   assert (m.ClassNames, (1:3).');
%!   m = nnreg_fit (X, y, args{:}, "InitialModel", m);
%!   assert (mean (nnreg_predict (m, X) == y) > 0.75);
%! end
%!error <^nnreg_fit: y has only one class \(2\); .* name all classes with "ClassNames"$>
%! nnreg_fit (X(y == 2,:), y(y == 2), quick{:})
%!error <^nnreg_fit: y has the label 3 in row \d+, the classes are 1, 2$>
%! nnreg_fit (X, y, quick{:}, "ClassNames", [1, 2])
%!error <^nnreg_fit: y must be 90x1, or one-hot and 90x2, got a 90x3 logical matrix$>
%! nnreg_fit (X, y == 1:3, quick{:}, "ClassNames", [1, 2])
%!error <^nnreg_fit: ClassNames need Task "classification"$>
%! nnreg_fit (X, y, quick{:}, "ClassNames", [1, 2], "Task", "regression")
%!error <^nnreg_path: ClassNames must name two classes at least, got "no"$>
%! nnreg_path (X, names(y), quick{:}, "ClassNames", "no")
%!error <^nnreg_fit: InitialModel has other ClassNames than this training$>
%! nnreg_fit (X, names(y), quick{:}, "InitialModel", model, "ClassNames", flipud (names))
%!error <^nnreg_fit: InitialModel is of the Task "classification", this one is "regression"$>
%! nnreg_fit (X, y, quick{:}, "InitialModel", model, "Task", "regression")

## ------------------------------------------------------------------------ ValidationFraction --

%!test # a fit validates on the same share of each class
%! z = [ones(60, 1); 2 * ones(25, 1); 3 * ones(5, 1)];
%! rows_of = @(seed) nthargout (2, @nnr.train.split_rows, nnr.targets.make (z, 90, ...
%!                              nnr.options.settings ({})), 90, ...
%!                              struct ("ValidationFraction", 0.2, "Seed", seed));
%! for seed = 0:3
%!   assert (accumarray (z(rows_of (seed)), 1), [12; 5; 1]);
%! end
%! [m, h] = nnreg_fit (X, z, quick{:}, "ValidationFraction", 0.2, "Seed", 2, "Keep", "last");
%! out = rows_of (2);
%! e = nnreg_evaluate (m, X(out,:), z(out));
%! assert (h.ValDataLoss(end), e.DataLoss, 1e-5);
%!error <^nnreg_fit: ValidationFraction 0.5 of 2 samples leaves a class without a sample to train on>
%! nnreg_fit ([1; 2], [1; 2], quick{:}, "ValidationFraction", 0.5)
%!test # a study belongs to its ClassNames
%! folder = tempname ();
%! search = @(varargin) nnreg_gridsearch (X, y, {"Seed", 1:2}, quick{:}, "StudyDir", folder, ...
%!                                        varargin{:});
%! unwind_protect
%!   r = search ("ClassNames", 1:4);
%!   assert (search ("ClassNames", 1:4).Model.ClassNames, r.Model.ClassNames);
%!   said = "";
%!   try
%!     search ("ClassNames", [2, 1, 3, 4]);
%!   catch err
%!     said = err.message;
%!   end
%!   assert (! isempty (strfind (said, "ClassNames")), "%s", said);
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
%!test # more than 20 uneven whole numbers, as ages, are said; 20, letters, texts, a Task are not
%! X = (1:300).';
%! ages = 20 + mod (X, 41);
%! ages(ages > 40 & mod (X, 4) > 0) = 30;
%! args = {"LayerSizes", [], "Epochs", 1, "Verbose", 0};
%! warning ("error", "nnreg:numbersAsClasses", "local");
%! said = "";
%! try
%!   nnreg_fit (X, ages, args{:});
%! catch err
%!   said = err.message;
%! end
%! assert (! isempty (strfind (said, "the 41 different numbers of y were taken for classes")));
%! nnreg_fit (X, mod (X, 20), args{:});
%! nnreg_fit (X, mod (X, 26), args{:});
%! nnreg_fit (X, arrayfun (@(a) sprintf ("%d", a), ages, "UniformOutput", false), args{:});
%! nnreg_fit (X, ages, args{:}, "Task", "classification");
%! nnreg_fit (X, ages, args{:}, "ClassNames", 20:60);
