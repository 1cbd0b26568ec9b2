## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Results are structs that show themselves: what is seen at the prompt, what else a struct does, and
## that other structs are shown as without nnreg.

## What Octave prints of the variable r, as lines.
%!function lines = shown (r)
%!  lines = strsplit (evalc ("r"), "\n", "CollapseDelimiters", false)(1:end - 1);
%!endfunction

## The table below its name: at most 25 lines in all, with the words that it must have.
%!function check_table (r, varargin)
%!  lines = shown (r);
%!  assert (lines(1:2), {"r =", ""});
%!  assert (numel (lines) <= 25, "%d lines:\n%s", numel (lines), strjoin (lines, "\n"));
%!  assert (max (cellfun (@nnr.words.text_width, lines)) <= 80, "%s", strjoin (lines, "\n"));
%!  text = strjoin (lines, "\n");
%!  assert (isempty (regexp (text, "structure|struct array", "once")), text);
%!  for words = varargin
%!    assert (! isempty (strfind (text, words{1})), "no %s in\n%s", words{1}, text);
%!  end
%!endfunction

%!function [X, y, m, args] = digit_model ()
%!  [X, y] = nnreg_digits ();
%!  [X, y] = deal (X(1:300,:) / 16, y(1:300));
%!  args = {"LayerSizes", [8, 6, 5], "Epochs", 30, "Verbose", 0};
%!  m = nnreg_fit (X, y, args{:}, "ValidationFraction", 0.2, "Penalty", "l1", "Lambda", 1e-3);
%!endfunction
%!function [X, y, args] = responses ()
%!  X = sin ((1:60).' * (1:14));
%!  y = X * ones (14, 1) + cos (1:60).';
%!  names = arrayfun (@(k) sprintf ("input %d", k), 1:14, "UniformOutput", false);
%!  args = {"Task", "regression", "LayerSizes", [], "FeatureNames", names, "Verbose", 0};
%!endfunction

%!test # models, histories and what is said of a model
%! [X, y, m] = digit_model ();
%! check_table (m, "Classification, network 64-8-6-5-10", "l1 0.001", "lowest validation loss");
%! check_table (m.History, "epoch", "val loss", "* lowest validation loss; ", "of 30 epochs)");
%! check_table (nnreg_summary (m), "Options   ", "all: model.Settings");
%! check_table (m.Settings, "Penalty l1, Lambda 0.001", "LayerSizes [8 6 5]");
%! check_table (nnreg_sparsity (m), "live: ", "(the first 8 of ");
%! check_table (nnreg_importance (m, X, y, "NumRepeats", 1), "300 samples, NumRepeats 1");
%! check_table (nnreg_evaluate (m, X, y), "TopK", "By class, and the confusion");
%! check_table (nnreg_compact (m), "Classification, network");
%! file = [tempname(), ".json"];
%! nnreg_export (m, file);
%! check_table (nnreg_import (file), "elsewhere: read from a file");
%! delete (file);

%!test # the history: evenly spaced epochs with the first, the last and the kept one
%! [~, ~, m] = digit_model ();
%! h = m.History;
%! h.ValLoss(7) = 0;
%! lines = shown (h);
%! epochs = cellfun (@(line) sscanf (line, "%d", 1), lines(4:end - 1));
%! assert (epochs([1, end]), [1, 30]);
%! assert (max (diff (epochs)) <= 2);
%! assert (! isempty (regexp (lines{3 + find(epochs == 7)}, ' \*$')));
%! assert (lines{end}, sprintf ("  (* lowest validation loss; %d of 30 epochs)", numel (epochs)));

%!test # regressions: coefficients, many inputs and responses
%! [X, y, args] = responses ();
%! m = nnreg_fit (X, y, args{:}, "Penalty", "l1", "Lambda", 1e-4);
%! check_table (m, "Regression, linear 14-1");
%! check_table (nnreg_coef (m), "(intercept)", "input 14");
%! check_table (nnreg_sparsity (m), "sign: + raises y, - lowers it");
%! many = nnreg_fit (X, y + (1:40), args{:});
%! check_table (nnreg_evaluate (many, X, y + (1:40)), "(the 15 of 40 responses with the lowest R2)");
%! check_table (nnreg_evaluate (many, X, y + (1:40)), "mean");

%!test # the signs say what they mean, of classes too
%! [X, y] = responses ();
%! m = nnreg_fit (X, {"down"; "up"}(1 + (y > 0)), "LayerSizes", [], "Penalty", "l1", "Lambda", 0.01, ...
%!                "Verbose", 0);
%! s = nnreg_sparsity (m);
%! assert (s.SignMeaning, "+ for up, - for down");
%! check_table (s, "sign: + for up, - for down");

%!test # paths
%! [X, y, args] = responses ();
%! p = nnreg_path (X, y, args{:}, "CV", 3);
%! check_table (p, "  best\n", "best:   point ", "1 s.e.: point ", "is optimistic");
%! lines = shown (p);
%! points = cellfun (@(line) str2double (line(1:6)), lines(4:end));
%! assert (all (ismember ([1, p.IndexMin, p.Index1SE, numel(p.Lambda)], points)));
%! assert (! isempty (regexp (lines{3 + find(points == p.Index1SE)}, '  1 s.e.$')));
%! check_table (nnreg_path (X, y, args{:}, "CV", 0), "train loss");
%! check_table (nnreg_coef (p), "Path of linear models of y", " best  ");
%! check_table (nnreg_sparsity (p), "ModelMin of the path: lambda ");
%! check_table (nnreg_path ("last"), "train loss");
%! check_table (nnreg_path (X, y, args{:}, "CV", 3, "NumLambda", 9, "Nested", 3), "nested estimate");

%!test # searches: of many candidates the best, and the choices
%! [X, y, args] = responses ();
%! grid = {"Lambda", logspace(-6, 0, 40)};
%! r = nnreg_gridsearch (X, y, grid, "Penalty", "l1", args{:}, "CV", 3, "Score", {"RMSE", "MeanMAE"});
%! check_table (r, "  best", "1 s.e.", "of 40 candidates; nnreg_gridsearch (\"table\", r) prints all)");
%! lines = shown (r)(4:end - 2);
%! means = cellfun (@(line) sscanf (line, "%f", 2)(2), lines);
%! left = sort ([r.Results.Mean]);
%! assert (all (ismember (cellfun (@(v) sprintf ("%.5g", v), num2cell (left(1:14)), ...
%!                                 "UniformOutput", false), ...
%!                        cellfun (@(v) sprintf ("%.5g", v), num2cell (means), ...
%!                                 "UniformOutput", false))));
%! assert (columns (strsplit (evalc ('nnreg_gridsearch ("table", r)'), "\n")), 43);
%! wide = r;                       # as many columns as fit, the choices always
%! for k = 1:40
%!   wide.Results(k).Params.LayerSizes = [100, 50, 20];
%!   wide.Results(k).Params.Penalty = "elasticnet";
%! end
%! wide.OneSEIndex = wide.BestIndex;
%! check_table (wide, "  best  1 s.e.", "elasticnet", "meanmae", "zeros");
%! check_table (nnreg_evaluate (r, X, y), "Model of the search: Lambda ");
%! assert (nnreg_evaluate (r, X, y).Origin, sprintf ("Model of the search: Lambda %s", ...
%!                                                   nnr.words.option_text (r.BestParams.Lambda)));
%! assert (isfield (nnreg_evaluate (r.Model, X, y), "Origin"), false);

%!test # learning curves and partial dependence
%! [X, y, args] = responses ();
%! r = nnreg_learningcurve (X, y, args{:}, "CV", 2, "NumRows", 5:30);
%! check_table (r, "training    validation", "mean of 2 folds");
%! m = nnreg_fit (X, y, args{:});
%! r = nnreg_sparsify (X, y, args{:}, "NumWeights", 5, "Epochs", 5);
%! check_table (r, "* chosen: at most 5 weights", "on the rows held out; dense");
%! check_table (nnreg_partialdependence (m, X, 1), "Partial dependence on input 1, 60 samples");
%! check_table (nnreg_partialdependence (m, X, [1, 2]), "across: input 2", " of 20 columns)");
%! assert (evalc ("nnreg_partialdependence (m, X, 1).NumSamples"), "ans = 60\n");

%!test # searches with a folder
%! [X, y, args] = responses ();
%! folder = tempname ();
%! unwind_protect
%!   nnreg_gridsearch (X, y, {"Seed", 1:2}, args{:}, "LayerSizes", 2, "Epochs", 1, "CV", 2, ...
%!                     "StudyDir", folder, "Executor", "processes");
%!   check_table (nnreg_gridsearch ("status", folder), "4 of 4 trainings done");
%!   check_table (nnreg_gridsearch ("cancel", folder), "nothing to cancel");
%!   check_table (nnreg_gridsearch ("collect", folder), "rmse");
%!   assert (evalc ('nnreg_gridsearch ("status", folder).Done'), "ans = 4\n");
%! unwind_protect_cleanup
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect

%!test # metrics of few, some, many and very many classes
%! for K = [2, 4, 5, 10, 11, 30]
%!   truth = repmat ((1:K).', 9, 1);
%!   scores = rand (9 * K, K);
%!   check_table (nnreg_metrics (truth, scores ./ sum (scores, 2)), sprintf ("%d classes", K));
%! end

%!test # tables and other structs
%! T = struct ("city", {repmat({"Bern"; "Rome"; "Oslo"}, 20, 1)}, "z", {(1:60).'});
%! [~, ~, ~, recipe] = nnreg_prepare (T, mod ((1:60).', 2));
%! check_table (recipe, "city", "3 levels");
%! file = [tempname(), ".csv"];
%! fid = fopen (file, "w");
%! fprintf (fid, "%s\n1%s\n", strjoin (arrayfun (@(k) sprintf ("c%d", k), 1:60, ...
%!                                               "UniformOutput", false), ","), repmat (",2", 1, 59));
%! fclose (fid);
%! [~, about] = nnreg_readtable (file);
%! delete (file);
%! check_table (about, "and 40 more: 40 numbers");
%! info = nnreg_info ();           # OpenBLAS may have much to say of itself
%! assert (! isempty (strfind (strjoin (shown (info)(3:end)), "InstructionSet")));

%!test # chained calls show the value alone, and lose no work
%! [X, y, args] = responses ();
%! m = nnreg_fit (X, y, args{:});
%! assert (evalc ("nnreg_evaluate (m, X, y).NumSamples"), "ans = 60\n");
%! assert (evalc ("nnreg_metrics ([1; 2], [1; 2]).Accuracy"), "ans = 1\n");
%! assert (evalc ("nnreg_coef (m).Names{2}"), "ans = input 2\n");
%! assert (evalc ("nnreg_sparsity (m).NumInputs"), "ans = 14\n");
%! assert (evalc ("nnreg_summary (m).NumParameters"), "ans = 15\n");
%! assert (evalc ('nnreg_importance (m, X, y, "NumRepeats", 2).NumRepeats'), "ans = 2\n");
%! assert (evalc ("nnreg_fit (X, y, args{:}).Task"), "ans = regression\n");
%! assert (evalc ('nnreg_path (X, y, args{:}, "CV", 0, "NumLambda", 3).NumPlanned'), "ans = 3\n");
%! assert (evalc ('nnreg_gridsearch (X, y, {"Seed", 1:2}, args{:}).BestIndex'), "ans = 1\n");
%! assert (evalc ("nnreg_info ().Version"), sprintf ("ans = %s\n", nnr.core.version ()));

%!test # the table is printed once, and with a semicolon nothing is
%! [X, y, args] = responses ();
%! m = nnreg_fit (X, y, args{:});
%! table = evalc ("disp (nnreg_evaluate (m, X, y))");
%! assert (evalc ("nnreg_evaluate (m, X, y)"), table);
%! assert (evalc ("r = nnreg_evaluate (m, X, y)"), ["r =\n\n", table]);
%! for call = {"nnreg_evaluate (m, X, y);", "nnreg_coef (m);", "nnreg_summary (m);", ...
%!             "nnreg_sparsity (m);", "nnreg_importance (m, X, y);", "nnreg_metrics (1:2, 1:2);", ...
%!             "nnreg_fit (X, y, args{:});", "nnreg_info ();", ...
%!             'nnreg_gridsearch (X, y, {"Seed", 1:2}, args{:}, "Verbose", 1);', ...
%!             'nnreg_path (X, y, args{:}, "CV", 0, "NumLambda", 3);'}
%!   assert (evalc (call{1}), "");
%! end
%! for call = {'nnreg_gridsearch (X, y, {"Seed", 1:2}, args{:}, "Verbose", 1)', ...
%!             'nnreg_path (X, y, args{:}, "CV", 2, "NumLambda", 3)'}
%!   assert (numel (strfind (evalc (call{1}), "is optimistic")), 1);
%! end

%!test # disp, names of variables, a function's variables
%! m = nnreg_metrics ([1; 2], [1; 2]);
%! text = disp (m);
%! assert (strncmp (text, "Classification, 2 samples, 2 classes\n\n", 38));
%! assert (evalc ("disp (m)"), text);
%! assert (evalc ("fdisp (stdout, m)"), text);
%! assert (evalc ("m"), ["m =\n\n", text]);
%! assert (evalc ("display (m)"), ["m =\n\n", text]);
%! assert (evalc ("x.y = 1; x.y = m; x.y"), text);
%! assert (evalc ("cellfun (@display, {m});"), text);
%! assert (evalc ("display (m, \"other\")"), ["other =\n\n", text]);

%!test # results in cells and in fields of other structs are lines, not hundreds of them
%! [X, y, args] = responses ();
%! m = nnreg_fit (X, y, args{:});
%! p = nnreg_path (X, y, args{:}, "CV", 2, "NumLambda", 4);
%! of_model = "model: Regression, linear 14-1, 15 parameters";
%! c = {m, 7};
%! assert (evalc ("c"), sprintf ("c =\n{\n  [1,1] = %s\n  [1,2] = 7\n}\n\n", of_model));
%! assert (evalc ("{m, 7}"), ["ans", evalc("c")(2:end)]);
%! assert (evalc ("disp (c)"), disp (c));
%! assert (evalc ("fdisp (stdout, c)"), disp (c));
%! assert (disp (c), sprintf ("{\n  [1,1] = %s\n  [1,2] = 7\n}\n", of_model));
%! assert (numel (strfind (evalc ("p.Models"), of_model)), numel (p.Models));
%! s = struct ("first", p, "rest", {{m.History, {m}}});
%! text = evalc ("s");
%! assert (numel (strsplit (text, "\n")) <= 25, text);
%! of_others = {"first = path of ", "history of 1 epoch", of_model};
%! for line = of_others
%!   assert (! isempty (strfind (text, line{1})), text);
%! end
%! assert (evalc ("disp (s)"), disp (s));
%! assert (isstruct (c{1}) && isequal (c{1}, m));     # shown so, and not changed

%!test # a result that was changed is shown as any struct if the table cannot be made
%! m = nnreg_metrics ([1; 2], [1; 2]);
%! m.Task = {3};
%! assert (strncmp (evalc ("m"), "m =\n\n  scalar structure containing the fields:", 46));
%! m = nnreg_fit ((1:9).', (1:9).', "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! m.Weights = "none";
%! assert (strncmp (evalc ("m"), "m =\n\n  scalar structure containing the fields:", 46));
%! many = [nnreg_metrics(1:2, 1:2), nnreg_metrics(1:3, 1:3)];
%! assert (evalc ("many"), "many =\n\n1x2 struct of results:\n\n  (1)  metrics\n  (2)  metrics\n");
%! m = nnreg_fit ((1:9).', (1:9).', "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! text = evalc ("disp ([m; m])");
%! assert (! isempty (strfind (text, "\n  (2)  model: Regression, linear 1-1, 2 parameters\n")), text);
%! assert (numel (strsplit (evalc ("repmat (m, 30, 1)"), "\n")) <= 26);
%! m(2).Weights = "none";
%! assert (strncmp (disp (m), "  1x2 struct array containing the fields:", 41));

%!function text = in_octave (folders, program)
%!  # what an Octave without the package prints, with FOLDERS on its path
%!  file = [tempname(), ".m"];
%!  fid = fopen (file, "w");
%!  fprintf (fid, "%s", strcat ("addpath ('", folders, "');\n"){:}, program);
%!  fclose (fid);
%!  octave = fullfile (OCTAVE_EXEC_HOME (), "bin", "octave-cli");
%!  [~, text] = system (sprintf ('"%s" --norc --no-history --quiet "%s" 2>&1', octave, file));
%!  delete (file);
%!endfunction

%!test # other structs and cells are shown as without nnreg, to the last byte
%! program = strjoin ({
%!   "x.a = 1; x.b = {1, 'two'}; x.c.d.e.f = [1 2; 3 4];", ...
%!   "x", "x.c", "x.c.d;", "y = [x, x]", "x (2).a = 3", "e = struct ()", "n = struct ('a', {})", ...
%!   "struct ('a', 1)", "disp (x)", "disp (x(1).c)", "display (x)", "display (x(1).c)", ...
%!   "t = disp (x(1))", "c = {x}", "format long", "p = struct ('q', pi)", "format short", ...
%!   "struct_levels_to_print (1); x = x(1)", "struct_levels_to_print (2);", ...
%!   "print_empty_dimensions (false); x.g = []", "cellfun (@(v) display (v), {x, p, 1});", ...
%!   "cellfun (@disp, {x, p, 1});", "f = @() p;", "f ()", "Lambda = struct ('Lambda', 1)", ...
%!   "h = struct ('Epoch', 1, 'DataLoss', 2)", "fprintf ('%s', evalc ('x'));", ...
%!   "s = struct ('Weights', 1, 'Biases', 2)", ...
%!   "try, disp (x, 1, 2), catch err, disp (err.identifier), end", ...
%!   "try, display (x, 3), catch err, disp (err.message), end", ...
%!   "fdisp (stdout, p)", "try, fdisp (p), catch err, disp (err.message), end", ...
%!   "try, fdisp (p, 2), catch err, disp (err.message), end", ...
%!   "c = {}", "{}", "c = cell (0, 3)", "disp (c)", "c = {1, 'two'; {pi, {x}}, []}", "c", "c{2,1}", ...
%!   "c{2,1}{2};", "display (c)", "disp (c)", "t = disp (c)", "{1, 2}", "c(1)", "c{:}", ...
%!   "c{1} = @(x) x + 1", "c = cell (2, 2, 2)", "c = {int8([1 2; 3 4]), single(1), true, 1:0}", ...
%!   "c = {sparse(eye (2)), 1 + 2i, 'a':'c', ['ab'; 'cd'], containers.Map()}", "f = @() {3};", ...
%!   "f ()", "z.c = {x, 1}; z.c", "format long", "c = {pi, {single(pi)}}", "format short", ...
%!   "print_empty_dimensions (true); c = {[], zeros(3, 0), {}}", "cellfun (@disp, {c, {}});", ...
%!   "fprintf ('%s', evalc ('c'));", "x = {1}, y = {x};", "global g; g = {2}", "display ({4})", ...
%!   "fdisp (stdout, c)", "try, fdisp (c), catch err, disp (err.message), end", "try, disp (c, 1, 2), catch err, disp (err.identifier), end"}, "\n");
%! plain = in_octave ({}, program);
%! assert (numel (plain) > 2000);
%! assert (in_octave ({fileparts(which ("nnreg_fit"))}, program), plain);

%!test # a struct or cell that was shown before nnreg was there: Octave must look again
%! here = fileparts (which ("nnreg_fit"));
%! program = ["text = evalc ('%s');\nwarning ('off', 'nnreg:shown');\n", ...
%!            sprintf("addpath ('%s');\n", here), ...
%!            "before = nnr.show.missing ();\n", ...
%!            "clear functions\n", ...
%!            "printf ('%%d', isempty (before), isempty (nnr.show.missing ()));\n"];
%! assert (in_octave ({}, sprintf (program, "x.a = 1")), "01");
%! assert (in_octave ({}, sprintf (program, "x.a = 1; disp (x)")), "01");
%! assert (in_octave ({}, sprintf (program, "x = {1, 2}")), "01");
%! assert (in_octave ({}, sprintf (program, "disp ({1, 2})")), "01");
%! assert (in_octave ({}, sprintf (program, "x.a = 1; x = 2")), "11");

%!test # what else a struct does
%! [X, y, args] = responses ();
%! r = nnreg_gridsearch (X, y, {"Lambda", [1, 0.1, 1e-3]}, "Penalty", "l1", args{:});
%! m = r.Model;
%! assert (isstruct (m) && isstruct (r) && isa (m, "struct") && strcmp (class (m), "struct"));
%! assert (numel ([r.Results.Mean]), 3);
%! assert (all (isfield (m, {"Weights", "Biases"})));
%! v = m;
%! v(2) = m;
%! assert (size (v), [1, 2]);
%! assert (arrayfun (@(m) nnreg_predict (m, X)(1), v), repmat (nnreg_predict (m, X)(1), 1, 2));
%! assert (cellfun (@isstruct, {m, r}), [true, true]);
%! names = {};
%! for [value, name] = m
%!   names{end + 1} = name;
%! end
%! assert (names(:), fieldnames (m));
%! assert (isequal (orderfields (orderfields (m), m), m));
%! m.FeatureNames = {};
%! assert (isequal (setfield (m, "FeatureNames", {}), m) && ! isequal (m, r.Model));
%! assert (nnreg_predict (rmfield (m, "History"), X), nnreg_predict (r.Model, X));
%! validateattributes (m, {"struct"}, {"scalar"});

%!test # each kind of result works and shows itself after save and load, its fields in any order
%! [X, y, args] = responses ();
%! labels = {"low"; "high"}(1 + (y > 0));
%! m = nnreg_fit (X, labels, "LayerSizes", 3, "Epochs", 2, "Verbose", 0, "ValidationFraction", 0.2);
%! g = nnreg_gridsearch (X, y, {"Lambda", [0.1, 1]}, "Penalty", "l1", args{:}, "CV", 2);
%! p = nnreg_path (X, y, args{:}, "CV", 2, "NumLambda", 3);
%! s = nnreg_sparsify (X, y, args{:}, "NumWeights", 5, "Epochs", 5);
%! kinds = {m, g, p, s, m.History, m.Settings, nnreg_summary(m), nnreg_sparsity(m), ...
%!          nnreg_compact(m), nnreg_coef(p), nnreg_evaluate(m, X, labels), ...
%!          nnreg_evaluate(g, X, y), nnreg_metrics(labels, labels), ...
%!          nnreg_importance(m, X, labels, "NumRepeats", 1), nnreg_partialdependence(m, X, 1), ...
%!          nnreg_learningcurve(X, y, args{:}, "CV", 2, "NumRows", [9, 20]), ...
%!          nnreg_threshold(m, "Threshold", 0.3)};
%! shown = cellfun (@disp, kinds, "UniformOutput", false);
%! for k = 1:numel (kinds)
%!   names = fieldnames (kinds{k});
%!   assert (disp (orderfields (kinds{k}, names(end:-1:1))), shown{k});
%! end
%! file = tempname ();
%! unwind_protect
%!   for format = {"-hdf5", "-v7"}        # -hdf5 sorts the fields, nested ones too
%!     save (format{1}, file, "kinds");
%!     found = load (file).kinds;
%!     for k = 1:numel (kinds)
%!       assert (disp (found{k}), shown{k});
%!     end
%!     for k = [1:4, 9, 17]
%!       truth = merge (any (k == 2:4), y, labels);
%!       again = orderfields (found{k});
%!       assert (nnreg_predict (again, X), nnreg_predict (kinds{k}, X));
%!       assert (nnreg_evaluate (again, X, truth).Loss, nnreg_evaluate (kinds{k}, X, truth).Loss);
%!     end
%!   end
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect

%!test # save and load in each format: alone, nested, in cells and arrays; without nnreg too
%! [X, y, args] = responses ();
%! m = nnreg_fit (X, y, args{:});
%! r = nnreg_path (X, y, args{:}, "CV", 2, "NumLambda", 3);
%! [c, v, s.m] = deal ({m, r}, [m, m], m);
%! file = tempname ();
%! unwind_protect
%!   for format = {"-text", "-binary", "-hdf5", "-v7", "-v6", "-zip"}
%!     save (format{1}, file, "m", "r", "c", "v", "s");
%!     found = load (file);
%!     for model = {found.m, found.c{1}, found.v(2), found.s.m, found.c{2}.ModelMin, ...
%!                  found.r.Models{end}}
%!       check_table (model{1}, "Regression, linear 14-1");
%!       assert (size (nnreg_predict (model{1}, X)), size (y));
%!     end
%!     assert (nnreg_predict (found.m, X), nnreg_predict (m, X));
%!     check_table (found.r, "best:   point ");
%!     program = sprintf ("l = load ('%s'); disp (class (l.c{1})); disp (l.m.Task)", file);
%!     assert (in_octave ({}, program), "struct\nregression\n");
%!   end
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
