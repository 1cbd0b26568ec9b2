## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_coef.

%!function [X, y] = table_data ()
%!  # columns of very different means and scales, one of them constant
%!  k = (1:120).';
%!  X = [1e4 + 500 * sin(k), 0.01 * cos(3 * k), 7 + 0 * k, sin(k .^ 2 / 7), 20 * cos(k .^ 2 / 5)];
%!  y = 3e5 + 40 * X(:,1) - 2e6 * X(:,2) + 300 * X(:,5) + 900 * sin (11 * k .^ 2);
%!endfunction
%!function check_outputs (m, X, tolerance)
%!  # X * Coefficients + Intercept are what nnreg_predict computes
%!  c = nnreg_coef (m);
%!  Z = X * c.Coefficients + c.Intercept;
%!  [~, scores] = nnreg_predict (m, X);
%!  if (strcmp (m.Task, "regression"))
%!    assert (Z, scores, tolerance * max (abs (scores(:))));
%!  elseif (columns (scores) == 2)
%!    assert (columns (Z), 1);
%!    assert (1 ./ (1 + exp (-Z)), double (scores(:,2)), tolerance);
%!  else
%!    P = exp (Z - max (Z, [], 2));
%!    assert (P ./ sum (P, 2), double (scores), tolerance);
%!  end
%!endfunction
%!function m = fitted (X, y, varargin)
%!  m = nnreg_fit (X, y, "LayerSizes", [], "Verbose", 0, varargin{:});
%!endfunction
%!function lines = printed (x)
%!  # no table is longer or wider than a terminal
%!  lines = strsplit (evalc ("nnreg_coef (x)"), "\n", "CollapseDelimiters", false)(1:end - 1);
%!  assert (numel (lines) <= 25, strjoin (lines, "\n"));
%!  assert (max (cellfun (@numel, lines)) <= 80, strjoin (lines, "\n"));
%!endfunction
%!test
%! # without a penalty: ordinary least squares
%! [X, y] = table_data ();
%! X(:,3) = [];
%! c = nnreg_coef (fitted (X, y, "Task", "regression", "Precision", "double", "Tolerance", 1e-12));
%! b = [ones(120, 1), X] \ y;
%! assert (c.Coefficients, b(2:end), 1e-6 * abs (b(2:end)));
%! assert (c.Intercept, b(1), 1e-6 * abs (b(1)));
%! assert (c.Effects, c.Coefficients .* std (X, 1).', 1e-6 * abs (c.Effects));
%! assert (fieldnames (c), {"Task"; "Names"; "Coefficients"; "Intercept"; "Outputs"; "Effects"; ...
%!                          "Standardize"});
%! assert ({c.Task, c.Names, c.Outputs, c.Standardize}, ...
%!         {"regression", {"x1", "x2", "x3", "x4"}, {"y"}, true});
%!test
%! # ridge, by the formula of its solution
%! [X, y] = table_data ();
%! X(:,3) = [];
%! lambda = 0.3;
%! c = nnreg_coef (fitted (X, y, "Task", "regression", "Standardize", false, "StandardizeY", ...
%!                         false, "Precision", "double", "Tolerance", 1e-12, "Penalty", "l2", ...
%!                         "Lambda", lambda));
%! Xc = X - mean (X);
%! b = (Xc.' * Xc / 120 + lambda * eye (4)) \ (Xc.' * (y - mean (y)) / 120);
%! assert (c.Coefficients, b, 1e-6 * norm (b));
%! assert (c.Intercept, mean (y) - mean (X) * b, 1e-6 * abs (c.Intercept));
%! assert ({c.Effects, c.Standardize}, {c.Coefficients, false});
%!test
%! # as coef () of R's glmnet 4.1-6, whose loss is half of the mean square and in the units of y
%! k = (1:100).';
%! X = [1000 + 50 * sin(k), 0.01 * cos(3 * k), sin(k .^ 2 / 7)];
%! y = 0.2 * X(:,1) + 300 * X(:,2) + sin (11 * k .^ 2);
%! args = {"Penalty", "l1", "Precision", "double", "Tolerance", 1e-11, "Lambda"};
%! c = nnreg_coef (fitted (X, y, "Task", "regression", args{:}, 2 * 0.3 / std (y, 1)));
%! glmnet = [8.3708431130; 0.1916224284; 264.9897423407; 0];
%! assert ([c.Intercept; c.Coefficients], glmnet, 1e-7 * abs (glmnet));
%! c = nnreg_coef (fitted (X, y > 200, args{:}, 0.02));
%! glmnet = [-116.1011818427; 0.1159871668; 171.3765509845; 0];
%! assert ([c.Intercept; c.Coefficients], glmnet, 1e-7 * abs (glmnet));
%!test
%! # predictions, however X is scaled and whatever y is
%! [X, y] = table_data ();
%! responses = {y, [y, -3 * X(:,4), X(:,5)], 1 + (y > 7e5), 1 + (y > 69e4) + (y > 71e4)};
%! tasks = {"regression", "regression", "classification", "classification"};
%! for k = 1:4
%!   for precision = {"single", "double"}
%!     for scaling = {true, "range"}
%!       m = fitted (X, responses{k}, "Task", tasks{k}, "Penalty", "l1", "Lambda", 1e-3, ...
%!                   "Standardize", scaling{1}, "Precision", precision{1}, "Tolerance", 1e-4);
%!       tolerance = merge (strcmp (precision{1}, "double"), 1e-11, 2e-5);
%!       check_outputs (m, X, tolerance);
%!       c = nnreg_coef (m);
%!       assert (size (c.Coefficients), [5, rows(m.Weights{1}) - (k == 3)]);
%!       assert (class (c.Coefficients), "double");
%!       assert (nnz (c.Coefficients) > 0);
%!       assert (c.Coefficients(3,:), zeros (1, columns (c.Coefficients)));
%!       assert (c.Standardize, scaling{1});
%!     end
%!   end
%! end
%!test
%! # sparse and byte X; training that goes on; compacted, saved and loaded models: the same map
%! [X, y] = nnreg_digits ();
%! [X, y] = deal (X(1:400,:), y(1:400) > 4);
%! args = {"Penalty", "l1", "Lambda", 0.02, "Precision", "double", "Tolerance", 1e-6};
%! m = fitted (sparse (X), y, "Standardize", true, args{:});
%! check_outputs (m, sparse (X), 1e-11);
%! c = nnreg_coef (m);
%! assert (issparse (c.Coefficients), false);
%! assert (any (c.Coefficients == 0) && any (c.Coefficients != 0));
%! small = nnreg_compact (m);
%! assert (columns (small.Weights{1}) < 64);
%! assert (nnreg_coef (small).Coefficients, c.Coefficients);
%! assert (nnreg_coef (small).Intercept, c.Intercept, 1e-14 * abs (c.Intercept));
%! file = [tempname() ".mat"];
%! unwind_protect
%!   save ("-binary", file, "small");
%!   assert (nnreg_coef (load (file).small), nnreg_coef (small));
%! unwind_protect_cleanup
%!   [~, ~] = unlink (file);
%! end_unwind_protect
%! on = fitted (X(1:200,:) / 16, y(1:200), "InitialModel", m, args{1:6});
%! check_outputs (on, X / 16, 1e-11);
%! args{4} = 1e-3;
%! bytes = fitted (uint8 (X), y, "Standardize", "range", args{:});
%! assert (nnz (bytes.Weights{1}) > 20);
%! check_outputs (bytes, X, 1e-11);
%!test
%! # a path has the coefficients of its models, in its order
%! [X, y] = table_data ();
%! args = {"LayerSizes", [], "NumLambda", 7, "Tolerance", 1e-4, "Verbose", 0, ...
%!         "FeatureNames", {"a", "b", "c", "d", "e"}};
%! r = nnreg_path (X, y, "Task", "regression", "CV", 3, args{:});
%! c = nnreg_coef (r);
%! L = numel (r.Lambda);
%! assert (size (c.Coefficients), [5, L]);
%! assert (size (c.Intercept), [1, L]);
%! assert ({c.Lambda, c.Names}, {r.Lambda, {"a", "b", "c", "d", "e"}});
%! assert (c.Coefficients(:,1), zeros (5, 1));
%! for k = 1:L
%!   one = nnreg_coef (r.Models{k});
%!   assert ({c.Coefficients(:,k), c.Effects(:,k), c.Intercept(k)}, ...
%!           {one.Coefficients, one.Effects, one.Intercept});
%!   assert (any (c.Coefficients(:,k), 2).', ismember (1:5, r.Selected{k}));
%! end
%! r = nnreg_path (X, 1 + (y > 69e4) + (y > 71e4), "CV", 0, args{:});
%! c = nnreg_coef (r);
%! L = numel (r.Lambda);
%! assert (size (c.Coefficients), [5, 3, L]);
%! assert (size (c.Intercept), [1, 3, L]);
%! one = nnreg_coef (r.Models{L});
%! assert ({c.Coefficients(:,:,L), c.Intercept(:,:,L)}, {one.Coefficients, one.Intercept});
%! assert (nnreg_coef (r.Models{1}).Outputs, {"1", "2", "3"});
%!test
%! # the table: strongest first, zeros counted
%! [X, y] = table_data ();
%! m = fitted (X, y, "Task", "regression", "Penalty", "l1", "Lambda", 0.3, "FeatureNames", ...
%!             {"size", repmat("very long ", 1, 9), "constant", "noise", "e"});
%! c = nnreg_coef (m);
%! lines = printed (m);
%! assert (lines{1}, "Linear model of y");
%! assert (! isempty (regexp (lines{3}, "^  column +coefficient +per s.d.$")));
%! assert (sscanf (lines{4}, " (intercept) %f"), c.Intercept, 1e-4 * abs (c.Intercept));
%! live = find (c.Coefficients);
%! [~, order] = sort (abs (c.Effects(live)), "descend");
%! for k = 1:numel (live)
%!   j = live(order(k));
%!   numbers = regexp (lines{4 + k}, '^ +(\d+) .* (\S+) +(\S+)$', "tokens", "once");
%!   assert (str2double (numbers)(:).', [j, c.Coefficients(j), c.Effects(j)], ...
%!           1e-4 * abs ([j, c.Coefficients(j), c.Effects(j)]));
%! end
%! assert (lines{end}, sprintf ("  exactly zero: %d of 5 coefficients", 5 - numel (live)));
%!test
%! [X, y] = nnreg_digits ();
%! names = arrayfun (@(j) sprintf ("the pixel number %d of them all", j), 1:64, ...
%!                   "UniformOutput", false);
%! [X, y] = deal (X(1:300,:), y(1:300));
%! labels = strcat ({"the digit that is a "}, num2str (y));
%! m = fitted (X, labels, "Epochs", 20, "Tolerance", 1e-2, "FeatureNames", names);
%! lines = printed (m);
%! assert (lines{1}, "Linear model of 10 classes");
%! assert (any (! cellfun (@isempty, regexp (lines, '^  \(the strongest 14 of \d+\)$'))));
%! m = fitted (X(:,1:30), labels, "Epochs", 20, "Tolerance", 1e-2);
%! m.Weights{1} = m.Weights{1}(1:4,:);
%! [m.Biases{1}, m.ClassNames] = deal (m.Biases{1}(1:4), m.ClassNames(1:4));
%! m = rmfield (m, "Training");
%! printed (m);
%! m.Weights{1}(:) = 0;
%! lines = printed (m);
%! assert (lines{end}, "  exactly zero: 120 of 120 coefficients");
%! warning ("off", "nnreg:allZero", "local");
%! m = fitted (X, labels, "Penalty", "l1", "Lambda", 5);
%! lines = printed (m);
%! assert (lines{end}, "  exactly zero: 640 of 640 coefficients");
%!test
%! # the table of a path: the two points that were chosen, or four
%! [X, y] = table_data ();
%! args = {"LayerSizes", [], "Tolerance", 1e-4, "Verbose", 0, "NumLambda", 9};
%! r = nnreg_path (X, y, "Task", "regression", "CV", 3, args{:});
%! c = nnreg_coef (r);
%! lines = printed (r);
%! assert (lines{2}, sprintf ("%d points: best lambda %.4g, within one s.e. %.4g", ...
%!                            numel (r.Lambda), r.LambdaMin, r.Lambda1SE));
%! assert (! isempty (regexp (lines{4}, "^  column +best +1 s.e.$")));
%! assert (sscanf (lines{5}, " (intercept) %f %f"), ...
%!         c.Intercept([r.IndexMin, r.Index1SE]).', 1e-4 * max (abs (c.Intercept)));
%! r = nnreg_path (X, y, "Task", "regression", "CV", 0, args{:});
%! lines = printed (r);
%! assert (numel (strfind (lines{4}, "at ")), 4);
%! r = nnreg_path (X, 1 + (y > 69e4) + (y > 71e4), "CV", 0, args{:});
%! lines = printed (r);
%! assert (lines{2}, sprintf ("%d points; here lambda %.4g", numel (r.Lambda), r.Lambda(end)));
%!test
%! # what is no linear model, and a path that was changed
%! X = [1, 2; 3, 5; 4, 1; 0, 0];
%! m = nnreg_fit (X, [1; 2; 1; 2], "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! fail ("nnreg_coef (m)", ["^nnreg_coef: MODEL has hidden layers, so its inputs have no ", ...
%!                          "coefficients; nnreg_importance measures what each input does, and ", ...
%!                          "nnreg_sparsity lists the live ones$"]);
%! r = nnreg_path (X, X(:,1), "Task", "regression", "LayerSizes", [], "CV", 0, "NumLambda", 3, ...
%!                 "Verbose", 0);
%! bad = r;
%! bad.Models(2) = [];
%! fail ("nnreg_coef (bad)", ["^nnreg_coef: the path does not hold together: it must have a ", ...
%!                            "model for each Lambda in Models$"]);
%! bad = r;
%! bad.Models{2}.Weights{1} = 1;
%! fail ("nnreg_coef (bad)", 'nnreg_coef: Models\{2\} of the path does not hold together: ');
%! other = nnreg_fit (X(:,1), X(:,1), "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! bad.Models{2} = other;
%! fail ("nnreg_coef (bad)", ["^nnreg_coef: the path does not hold together: its Models must ", ...
%!                            "have the same inputs and outputs$"]);
%! bad.Models{1} = m;
%! fail ("nnreg_coef (bad)", "^nnreg_coef: MODEL has hidden layers");
%!error <Invalid call> nnreg_coef ()
%!error <^nnreg_coef: MODEL must be a struct made by nnreg_fit, got 3$> nnreg_coef (3)
