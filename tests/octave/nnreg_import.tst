## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!function again = through_file (model)
%!  file = [tempname(), ".json"];
%!  unwind_protect
%!    nnreg_export (model, file);
%!    again = nnreg_import (file);
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction
%!function check (model, X, y)
%!  # the same bits: predictions, metrics, sparsity, and what is exported again
%!  again = through_file (model);
%!  [yhat, scores] = nnreg_predict (model, X);
%!  [yhat2, scores2] = nnreg_predict (again, X);
%!  assert (yhat2, yhat);
%!  assert (class (yhat2), class (yhat));
%!  assert (scores2, scores);
%!  [a, b] = deal (nnreg_evaluate (model, X, y), nnreg_evaluate (again, X, y));
%!  assert (struct2cell (b), struct2cell (a));
%!  assert (nnreg_sparsity (again), nnreg_sparsity (model));
%!  assert (nnr.model.json (again), nnr.model.json (model));
%!  for name = {"Weights", "Biases", "InputMean", "InputScale", "ResponseMean", "ResponseScale", ...
%!              "ClassNames", "FeatureNames", "Lambda1", "Lambda2", "LambdaGroup", "Activations"}
%!    assert (isequal (again.(name{1}), model.(name{1})), "%s", name{1});
%!  end
%!  assert (isfield (again, "Inputs"), isfield (model, "Inputs"));
%!endfunction

%!test # letters beyond ASCII in columns, levels, gaps' names and classes; a line end in a name
%! T = struct (["gr", char([195, 182, 195, 159]), "e"], (1:40).', "city", ...
%!             {repmat({["K", char([195, 182]), "ln"]; char([228, 186, 172]); ""; "Rome"}, 10, 1)}, ...
%!             "a\nb", mod (1:40, 7).');
%! y = {["S", char([195, 163]), "o"]; "no"}(1 + mod (floor (0:0.5:19.5), 2))(:);
%! check (nnreg_fit (T, y, "Epochs", 3, "Verbose", 0), T, y);

%!test # networks of all kinds, labels of all kinds
%! k = (1:70).';
%! X = [sin(k), 1e5 + 30 * cos(2 * k), sin(3 * k), cos(5 * k), 1e-3 * k];
%! y = 1 + (X(:,1) > 0) + (X(:,3) > 0.3);
%! brief = {"Epochs", 3, "BatchSize", 16, "Verbose", 0};
%! names = {"ant"; "bee \"b\""; "c\\o\tw"};
%! check (nnreg_fit (X, y, brief{:}), X, y);
%! check (nnreg_fit (X, names(y), brief{:}, "FeatureNames", {"a b", "\\", "\"", "d", "e"}), X, ...
%!        names(y));
%! labels = [char({"ox"; "cow"; "bee"})(y,:), repmat(" ", 70, 2)];
%! check (nnreg_fit (X, labels, brief{:}), X, labels);
%! check (nnreg_fit (X, y > 1, brief{:}), X, y > 1);
%! for kind = {"int8", "uint16", "single"}
%!   check (nnreg_fit (X, cast (y, kind{1}), brief{:}), X, cast (y, kind{1}));
%! end
%! long = int64 (2) ^ 60 + int64 (y);
%! check (nnreg_fit (X, long, brief{:}), X, long);
%! check (nnreg_fit (X, -long, brief{:}), X, -long);
%! check (nnreg_fit (X, y / 3, brief{:}), X, y / 3);
%! deep = {"LayerSizes", [6, 5, 4], "Activations", {"tanh", "sigmoid", "none"}};
%! check (nnreg_fit (X, y, brief{:}, deep{:}, "Precision", "double"), X, y);
%! check (nnreg_fit (X, X(:,2), brief{:}, "Task", "regression"), X, X(:,2));
%! check (nnreg_fit (X, X(:,2:3), brief{:}, "Task", "regression", "LayerSizes", []), X, X(:,2:3));
%! l1 = nnreg_fit (X, y, "LayerSizes", [], "Penalty", "l1", "Lambda", 0.05, "Verbose", 0);
%! check (l1, X, y);
%! check (nnreg_compact (l1), X, y);
%! check (nnreg_fit (X, y, brief{:}, "Penalty", "group", "Lambda", 0.01, "Groups", [1 1 2 2 3], ...
%!                   "PenaltyFactor", [1 1 Inf Inf 2], "Intercept", false), X, y);

%!test # the preparation of a table goes along
%! k = (1:120).';
%! T = struct ("age", 20 + 30 * sin (k), "city", {{"Rome"; "Z\"\\rich"; "Bonn"}(1 + mod (k, 3))}, ...
%!             "ok", cos (3 * k) > 0, "y", {{"no"; "yes"}(1 + (sin (k) > 0.1))});
%! T.age(1:9) = NaN;
%! T.city(10:15) = {""};
%! T.city(20:21) = {"rare1", "rare2"};
%! model = nnreg_fit (T, "y", "Epochs", 3, "Verbose", 0, "Penalty", "group", "Lambda", 0.01);
%! check (model, T, "y");
%! again = through_file (model);
%! assert (again.Preparation, model.Preparation);
%! X = sin ([k, k .^ 1.1]);
%! X(5,2) = NaN;
%! check (nnreg_fit (X, T.y, "Epochs", 2, "Verbose", 0, "Missing", "median"), X, T.y);
%! # one may go on with it
%! more = nnreg_fit (T, "y", "InitialModel", again, "Epochs", 1, "Verbose", 0);
%! same = nnreg_fit (T, "y", "InitialModel", model, "Epochs", 1, "Verbose", 0);
%! assert (more.Weights, same.Weights);

%!test # what nnreg_summary says of the training goes along
%! k = (1:90).';
%! T = struct ("age", 20 + 30 * sin (k), "id", {num2cell(char (64 + k * [1, 2]), 2)}, ...
%!             "y", {{"no"; "yes"}(1 + (sin (k) > 0.3))});
%! warning ("on", "nnreg:leftOut", "local");
%! evalc ('model = nnreg_fit (T, "y", "Epochs", 2, "Verbose", 0);');
%! assert (numel (model.Training.Warnings) >= 1);
%! again = through_file (model);
%! assert (again.Training, model.Training);
%! assert (nnr.show.sentences (again, again), nnr.show.sentences (model, model));
%! model = nnreg_fit (k, [k, sin(k)], "Task", "regression", "Epochs", 2, "Verbose", 0);
%! assert (through_file (model).Training, model.Training);
%! model = nnreg_threshold (nnreg_fit (k, T.y, "Epochs", 2, "Verbose", 0), "Threshold", 0.4);
%! assert (through_file (model).ThresholdRule, model.ThresholdRule);
%! text = nnr.model.json (model);
%! bad = regexprep (text, '"shares": \[', '"shares": [1,');
%! fail ("nnr.model.from_json (bad)", "it does not hold together: Training.Shares must have 2");
%! bad = strrep (text, '"threshold_rule": "', '"threshold_rule": {"a": 1}, "more": "');
%! fail ("nnr.model.from_json (bad)", "ThresholdRule must be a text of one line");
%! bad = strrep (text, '"threshold_rule": "', '"threshold_rule": "a\nb');
%! fail ("nnr.model.from_json (bad)", "ThresholdRule must be a text of one line");
%! bad = strrep (text, '"num_rows": 90', '"num_rows": 2.5');
%! assert (! strcmp (bad, text));
%! fail ("nnr.model.from_json (bad)", "Training.NumRows must be a whole number");
%! bad = regexprep (text, '"training".*', '"old": 1}');    # a file of before
%! assert (! isfield (nnr.model.from_json (bad), "Training"));

%!test # temperatures, thresholds and residuals
%! k = (1:70).';
%! X = [sin(k), cos(2 * k)];
%! y = {"no"; "yes"}(1 + (X(:,1) + 0.3 * cos (9 * k) > 0));
%! model = nnreg_calibrate (nnreg_fit (X, y, "Epochs", 3, "Verbose", 0), X, y);
%! check (model, X, y);
%! for cut = [0.3, 1, Inf]
%!   cut_model = model;
%!   [cut_model.Threshold, cut_model.PositiveClass] = deal (cut, 2);
%!   check (cut_model, X, y);
%!   again = through_file (cut_model);
%!   assert ([again.Threshold, again.PositiveClass, again.Temperature], ...
%!           [cut, 2, model.Temperature]);
%! end
%! for Y = {X(:,1) + X(:,2) .^ 2, [X(:,1) .^ 2, k]}
%!   model = nnreg_fit (X, Y{1}, "Epochs", 3, "Verbose", 0, "Task", "regression");
%!   model = nnreg_conformal (model, X, Y{1});
%!   check (model, X, Y{1});
%!   assert (through_file (model).Residuals, model.Residuals);
%! end
%! bad = strrep (nnr.model.json (cut_model), '"positive_class": 1', '"positive_class": 5');
%! fail ("nnr.model.from_json (bad)", "PositiveClass 1 or 2");

%!test # what does not hold together is named
%! model = nnreg_fit (sin ((1:40).' * (1:3)), 1 + mod ((1:40).', 2), "LayerSizes", 2, ...
%!                    "Epochs", 1, "Verbose", 0);
%! good = nnr.model.json (model);
%! nnr.model.from_json (good);
%! changes = {'"nnreg model"', '"other"', "it is no model of nnreg"; ...
%!            '"version": 1', '"version": 2', "its version is 2, and this nnreg reads 1"; ...
%!            '"task": "classification"', '"task": "system"', '"task" must be "classification" or'; ...
%!            '"num_inputs": 3', '"num_inputs": 2', "it does not hold together: "; ...
%!            '"num_inputs": 3', '"num_inputs": [3, 3]', '"num_inputs" must be a number'; ...
%!            '"num_inputs": 3', '"num_inputs": 3e99', ""; ...
%!            '"layers"', '"leyers"', 'it has no member "layers"'; ...
%!            '"activation": "relu"', '"activation": "system"', "Activations must be among relu"; ...
%!            '"activation": "relu"', '"activation": 3', ""; ...
%!            '"class_names": [1,2]', '"class_names": [1,"2"]', '"class_names" must be'; ...
%!            '"class_names": [1,2]', '"class_names": [1,2,3]', "ClassNames must have a row for"; ...
%!            '"class_type": "double"', '"class_type": "inline"', '"class_type" must be '; ...
%!            '"lambda1": [0,0]', '"lambda1": [0,1e999]', '"lambda1" must be a list of numbers'; ...
%!            '"lambda1": [0,0]', '"lambda1": {}', '"lambda1" must be a list of numbers'; ...
%!            '"groups": []', '"groups": [1, 3, 1]', "Settings.Groups and "; ...
%!            '"factors": []', '"factors": [1, 3]', "Settings.Groups and "; ...
%!            '"feature_names": []', '"feature_names": ["a"]', "FeatureNames must be"; ...
%!            '"biases": [', '"biases": [7,', "has the wrong size"};
%! for change = changes.'
%!   bad = strrep (good, change{1}, change{2});
%!   assert (! strcmp (bad, good), "%s", change{1});
%!   try
%!     nnr.model.from_json (bad);
%!     got = struct ("identifier", "none", "message", "");
%!   catch got
%!   end
%!   assert (strcmp (got.identifier, "nnreg:badFile"), "%s: %s", change{2}, got.message);
%!   assert (! isempty (strfind (got.message, change{3})) || isempty (change{3}), "%s", got.message);
%! end
%! # of every beginning of the file none is a model
%! for count = [0:40, 50:61:numel(good) - 2]
%!   fail ("nnr.model.from_json (good(1:count))");
%! end

%!error <nnreg_import: ".*" cannot be imported: it is no JSON$>
%! file = tempname ();
%! fid = fopen (file, "w");
%! fputs (fid, "x = system ('ls')");
%! fclose (fid);
%! unwind_protect
%!   nnreg_import (file);
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
