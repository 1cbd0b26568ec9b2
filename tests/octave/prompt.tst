## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## What people type at the prompt: a search or a path where a model is, options that override
## earlier ones, names of other programs, and warnings of one line.

%!shared X, y, r, p, net
%! X = [sin(1:60).', cos(2 * (1:60)).', sin(5 * (1:60)).'];
%! y = 3 * X(:,1) - X(:,2) + 0.3 * cos (9 * (1:60)).';
%! args = {"Task", "regression", "CV", 3, "Verbose", 0};
%! r = nnreg_gridsearch (X, y, {"Lambda", [1, 1e-3]}, "Penalty", "l1", "LayerSizes", [], args{:});
%! p = nnreg_path (X, y, "LayerSizes", [], "NumLambda", 10, args{:});
%! assert (p.IndexMin != p.Index1SE);
%! net = nnreg_gridsearch (X, y, {"Epochs", [2, 3]}, "LayerSizes", 4, args{:});

%!function text = printed (fcn, varargin)
%!  text = evalc ("fcn (varargin{:})");
%!endfunction
%!function first = first_line (text)
%!  first = strtok (text, "\n");
%!endfunction
%!function [model, line] = of_result (x)
%!  # what a call is about, and the line that says so
%!  if (isfield (x, "ModelMin"))
%!    [model, line] = deal (x.ModelMin, "^ModelMin of the path: lambda [0-9.e-]+, [123] inputs?; ");
%!  else
%!    [model, line] = deal (x.Model, "^Model of the search: (Lambda 0.001|Epochs [23])$");
%!  end
%!endfunction

%!function result = without_origin (result)
%!  # what a function returns of a search or path says where the model is from
%!  assert (ischar (result.Origin));
%!  result = rmfield (result, "Origin");
%!endfunction

%!test # the same outputs as of the model; the table begins with a line that says which it is
%! for x = {r, p, net}
%!   [model, line] = of_result (x{1});
%!   assert (nnreg_predict (x{1}, X), nnreg_predict (model, X));
%!   assert (nnreg_compact (x{1}), nnreg_compact (model));
%!   for fcn = {@nnreg_sparsity, @(m) nnreg_evaluate(m, X, y), ...
%!              @(m) nnreg_importance(m, X, y)}
%!     out = evalc ("same = isequaln (without_origin (fcn{1} (x{1})), fcn{1} (model));");
%!     assert ({same, out}, {true, ""});
%!     text = printed (fcn{1}, x{1});
%!     assert (! isempty (regexp (first_line (text), line, "once")), first_line (text));
%!     assert (strcmp (text(numel (first_line (text)) + 2:end), printed (fcn{1}, model)));
%!   end
%!   text = printed (@nnreg_summary, x{1});        # it says more of a result than of its model
%!   assert (! isempty (regexp (first_line (text), line, "once")), first_line (text));
%!   [of_x, of_model] = deal (without_origin (nnreg_summary (x{1})), nnreg_summary (model));
%!   assert (rmfield (of_x, "Sentences"), rmfield (of_model, "Sentences"));
%!   assert (all (ismember (of_model.Sentences, of_x.Sentences)));
%!   assert (numel (of_x.Sentences), numel (of_model.Sentences) + 1);
%! end
%!test # the file of a search is that of its model
%! files = {[tempname(), ".json"], [tempname(), ".json"]};
%! guard = onCleanup (@() cellfun (@delete, files));
%! for x = {r, p, net}
%!   nnreg_export (x{1}, files{1});
%!   nnreg_export (of_result (x{1}), files{2});
%!   assert (fileread (files{1}), fileread (files{2}));
%! end
%!test # coefficients: of a path all, of a search those of its model
%! assert (numel (nnreg_coef (p).Lambda), numel (p.Lambda));
%! assert (without_origin (nnreg_coef (r)), nnreg_coef (r.Model));
%! assert (first_line (printed (@nnreg_coef, r)), "Model of the search: Lambda 0.001");
%! fail ("nnreg_coef (net)", "^nnreg_coef: MODEL has hidden layers");
%!test # pictures of several models: searches are theirs, but one alone is drawn as a search
%! [kind, x] = nnr.plot.kind ({r, net.Model}, struct ("Kind", ""));
%! assert ({kind, x}, {"histogram", {r.Model, net.Model}});
%! assert (nnr.plot.kind (r, struct ("Kind", "")), "grid");
%! assert (nnr.plot.kind (p, struct ("Kind", "")), "path");
%!test # a training goes on from a search's model, and so does another search
%! args = {"Task", "regression", "Epochs", 2, "Verbose", 0};
%! more = nnreg_fit (X, y, args{:}, "InitialModel", net);
%! assert (more.Weights, nnreg_fit (X, y, args{:}, "InitialModel", net.Model).Weights);
%! assert (more.LayerSizes, 4);
%! again = nnreg_gridsearch (X, y, {"LearnRate", [1e-3, 1e-2]}, args{:}, "InitialModel", net);
%! assert (again.Model.LayerSizes, 4);
%!test # the recipe of a search on a table
%! T = struct ("a", X(:,1), "b", X(:,2), "y", y);
%! s = nnreg_gridsearch (T, "y", {"Lambda", [0.1, 0.01]}, "Penalty", "l1", "LayerSizes", [], ...
%!                       "Task", "regression", "CV", 2, "Verbose", 0);
%! assert (nnreg_prepare (s, T), nnreg_prepare (s.Model, T));
%! assert (without_origin (nnreg_evaluate (s, T)), nnreg_evaluate (s.Model, T));
%!test # and that of a sparsified network
%! T = struct ("a", X(:,1), "b", X(:,2), "y", y);
%! s = nnreg_sparsify (T, "y", "Task", "regression", "LayerSizes", 3, "Epochs", 2, "Zeros", 0.5, ...
%!                     "Verbose", 0);
%! assert (nnreg_prepare (s, T), nnreg_prepare (s.Model, T));
%!test # without a choice
%! none = rmfield (r, "Model");
%! fail ("nnreg_predict (none, X)", ["^nnreg_predict: MODEL is a search without a Model, since ", ...
%!                                   "Refit was false: train one with its BestParams, or ", ...
%!                                   "search with Refit$"]);
%! none = nnreg_path (X, y, "Task", "regression", "LayerSizes", [], "NumLambda", 3, "CV", 0, ...
%!                    "Verbose", 0);
%! fail ("nnreg_evaluate (none, X, y)", ["^nnreg_evaluate: MODEL is a path that chooses no ", ...
%!                                       "model, since it has no folds: give one of its Models$"]);
%!error <^nnreg_fit: InitialModel is a search without a Model, since Refit was false>
%! nnreg_fit (X, y, "Task", "regression", "InitialModel", rmfield (r, "Model"))
%!error <^nnreg_metrics: ytrue must be the truth, got a struct; .* nnreg_evaluate \(MODEL, X, y\)>
%! nnreg_metrics (r, X, y)

%!test # the last one of options with the same name counts, in every function
%! args = {"Task", "regression", "LayerSizes", [], "Epochs", 3, "Solver", "adam", "Verbose", 0};
%! assert (numel (nnreg_fit (X, y, args{:}, "epochs", 5).History.Epoch), 5);
%! s = nnreg_gridsearch (X, y, {"Lambda", [1, 0.1]}, "Penalty", "l1", args{:}, "CV", 2, ...
%!                       "Refit", true, "EPOCHS", 4, "CV", 5, "Refit", false);
%! assert ({columns(s.Results(1).FoldScores), isfield(s, "Model")}, {5, false});
%! q = nnreg_path (X, y, "Task", "regression", "LayerSizes", [], "NumLambda", 3, "CV", 2, ...
%!                 "Verbose", 1, "NumLambda", 4, "CV", 0, "Verbose", 0);
%! assert ({numel(q.Lambda), isfield(q, "ModelMin")}, {4, false});
%! m = nnreg_evaluate (r, [X; NaN, 1, 1], [y; 1], "MissingRows", "error", "MissingRows", "keep");
%! assert (m.NumMissing, 1);
%! imp = nnreg_importance (r, X, y, "Seed", 1, "NumRepeats", 0, "NumRepeats", 2, "Seed", 2);
%! assert (imp, nnreg_importance (r, X, y, "NumRepeats", 2, "Seed", 2));
%!error <^nnreg_fit: unknown option "hidden_layer_sizes"; here it is "LayerSizes"$>
%! nnreg_fit (X, y, "hidden_layer_sizes", 5)
%!error <^nnreg_gridsearch: unknown option "MaxIter" in the grid; here it is "Epochs"$>
%! nnreg_gridsearch (X, y, {"MaxIter", [10, 20]})
%!error <^nnreg_path: unknown option "nfolds"; here it is "CV"$> nnreg_path (X, y, "nfolds", 5)
%!error <^nnreg_predict: unknown option "Lambda"; the options are\n  Coverage, [^\n]*Threads$>
%! nnreg_predict (r, X, "Lambda", 5)
%!test # the list of a search has no option that only other functions take
%! try
%!   nnreg_gridsearch (X, y, {"Lambda", [1, 2]}, "Colour", 0.5);
%! catch err
%! end
%! listed = regexp (err.message(find (err.message == "\n", 1):end), '\w+', "match");
%! assert (sort (listed), sort (nnr.options.names ("search")));
%! assert (max (cellfun (@numel, strsplit (err.message, "\n"))) < 80);
%!test # a warning is one line, whatever the user's state of the backtrace
%! before = warning ("query", "backtrace").state;
%! guard = onCleanup (@() warning (before, "backtrace"));
%! for state = {"on", "off"}
%!   warning (state{1}, "backtrace");
%!   text = evalc (['nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], "Alpha", 0.1, ' ...
%!                  '"Verbose", 0);']);
%!   assert (text, ["warning: nnreg_fit: Alpha does nothing here: it belongs to the Penalty ", ...
%!                  "\"elasticnet\" or \"group\" (the alpha of scikit-learn is Lambda here)\n"]);
%!   assert (warning ("query", "backtrace").state, state{1});
%! end
