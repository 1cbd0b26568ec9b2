## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_sparsify; the errors are in its own file.

%!shared X, y, args, quick
%! [X, y] = nnreg_digits ();
%! args = {"LayerSizes", [24, 12], "Verbose", 0};
%! quick = {"LayerSizes", 6, "Epochs", 15, "Verbose", 0};

%!function n = weights (model)
%!  n = sum (cellfun (@nnz, model.Weights));
%!endfunction
%!function check (r)
%!  ## what must hold of each result
%!  n = numel (r.NumWeights);
%!  assert (all (diff (r.NumWeights) <= 0));
%!  assert (r.Zeros, 1 - r.NumWeights / r.DenseWeights, eps);
%!  assert ([numel(r.Score), numel(r.RoundLambda), numel(r.NumInputs)], [n, n, n]);
%!  assert (r.Score(r.RoundLambda == 0 & r.NumWeights == r.NumWeights(1))(1), r.DenseScore);
%!  assert (weights (r.Model) <= r.NumWeights(r.Index));
%!  assert (isfield (r.Model, "Inputs"));
%!  assert (isempty (nnr.model.result_fault ("sparsified network", r)));
%!endfunction
%!test
%! # the fewest weights within the limit, by the rows held out
%! r = nnreg_sparsify (X, y, args{:}, "MaxLoss", 0.01, "NumWeights", []);
%! check (r);
%! assert (r.Limit, r.DenseScore - 0.01, 1e-8);
%! allowed = r.Score >= r.Limit;
%! assert (allowed(r.Index));
%! assert (r.NumWeights(r.Index), min (r.NumWeights(allowed)));
%! assert (any (! allowed));
%! assert (r.NumWeights(r.Index) < 0.3 * r.DenseWeights);
%! assert (nnreg_evaluate (r, X, y).Accuracy > 0.95);
%! assert ({r.ScoreName, r.LargerIsBetter, r.Refitted}, {"Accuracy", true, true});
%! assert (nnreg_predict (r, X), nnreg_predict (r.Model, X));
%!test
%! # a number of weights, and a share of zeros
%! r = nnreg_sparsify (X, y, args{:}, "NumWeights", 250);
%! check (r);
%! allowed = r.NumWeights <= 250;
%! assert (allowed(r.Index));
%! assert (r.Score(r.Index), max (r.Score(allowed)));
%! assert (any (r.NumWeights == 250));
%! assert (r.Score(r.Index) > 0.85);
%! share = 1 - 250 / r.DenseWeights;
%! again = nnreg_sparsify (X, y, args{:}, "Zeros", share);
%! assert (again.Model.Weights, r.Model.Weights);
%! assert (again.Target, sprintf ("at least %.4g%% zeros", 100 * share));
%!test
%! # of a regression only the inputs that matter are left; the limit is a share of the RMSE
%! Z = oracle_data (400, 20, 1) - 0.5;
%! z = 9 + 5 * Z(:,1) - 4 * Z(:,2) .* (Z(:,2) > 0) + 3 * abs (Z(:,3)) ...
%!     + 0.2 * (oracle_data (400, 1, 5) - 0.5);
%! r = nnreg_sparsify (Z, z, "Task", "regression", "LayerSizes", 16, "MaxLoss", 0.1, "Verbose", 0);
%! check (r);
%! assert (r.Limit, 1.1 * r.DenseScore, 1e-6);
%! assert (r.Score(r.Index) <= r.Limit);
%! assert (all (ismember (1:3, r.Model.Inputs)) && numel (r.Model.Inputs) <= 8);
%! assert ({r.ScoreName, r.LargerIsBetter}, {"RMSE", false});
%!test
%! # the dense score is that of a training by hand; given rows are held out, and never trained on
%! [first, later] = deal (1:300, 301:600);
%! held = {X(later,:), y(later)};
%! r = nnreg_sparsify (X(first,:), y(first), quick{:}, "ValidationData", held, "NumWeights", 100);
%! check (r);
%! rate = @(k) 1e-3 * (1 + cos (pi * (k - 1) / 15));
%! m = nnreg_fit (X(first,:), y(first), quick{:}, "ValidationData", held, "LearnRate", rate, ...
%!                "Keep", "last");
%! assert (r.DenseScore, m.History.ValAccuracy(end));
%! assert ({r.Refitted, r.Model.Training.NumRows}, {false, 300});
%! r = nnreg_sparsify (X(first,:), y(first), quick{:}, "NumWeights", 100);
%! assert ({r.Refitted, r.Model.Training.NumRows}, {true, 300});
%!test
%! # tables, weights, names of classes
%! k = (1:200).';
%! T = struct ("a", sin (k), "b", {{"u", "v", "w"}(1 + mod (k, 3)).'}, "c", cos (5 * k));
%! T.y = {"no"; "yes"}(1 + (T.a + 0.3 * strcmp (T.b, "u") > 0.2));
%! r = nnreg_sparsify (T, "y", quick{:}, "NumWeights", 20, "Weights", 1 + mod (k, 2));
%! check (r);
%! assert (weights (r.Model) <= 20);
%! assert (nnreg_evaluate (r, T).Accuracy > 0.7);
%! assert (unique (nnreg_predict (r, T)), {"no"; "yes"});
%!test
%! # of networks with equally few weights the best one
%! Z = 3 * (oracle_data (300, 6, 3) - 0.5);
%! for limit = [0.05, 5]
%!   r = nnreg_sparsify (Z, [Z(:,1), 1000 * Z(:,2) + 1e4], "Task", "regression", ...
%!                       "LayerSizes", 8, "MaxLoss", limit, "Verbose", 0);
%!   check (r);
%!   few = r.NumWeights == min (r.NumWeights(r.Score <= r.Limit));
%!   assert (few(r.Index));
%!   assert (r.Score(r.Index), min (r.Score(few)));
%! end
%!test
%! # which is chosen of equal ones: fewest weights, then the score; or the other way round
%! t = struct ("Sign", 1, "MostWeights", Inf);
%! assert (nnr.sparsify.choose (t, [9, 4, 4, 2], [0.9, 0.8, 0.85, 0.5], 0.7), 3);
%! t.MostWeights = 8;
%! assert (nnr.sparsify.choose (t, [9, 6, 4, 2], [0.9, 0.8, 0.8, 0.5], -Inf), 3);
%! t.Sign = -1;
%! assert (nnr.sparsify.choose (t, [9, 6, 4, 2], [0.1, 0.2, 0.3, 0.2], Inf), 4);
%!test
%! # a warning, and no ring, if no weight is left
%! lastwarn ("", "");
%! r = nnreg_sparsify (X(1:80,:), y(1:80) > 8, quick{:}, "MaxLoss", 1);
%! assert (nthargout (2, @lastwarn), "nnreg:allZero");
%! assert (! isempty (strfind (lastwarn (), "give ClassWeights, a smaller MaxLoss or NumWeights")));
%! assert (r.NumWeights(r.Index), 0);
%! file = [tempname() ".png"];
%! p = nnreg_plot (r, "File", file);
%! texts = get (findall (p.Figure, "type", "text"), "string");
%! assert (any (strcmp (texts, "Chosen: 0 weights of 396")), strjoin (texts.', "|"));
%! close (p.Figure);
%! [~, ~] = unlink (file);
%!test
%! # a gap of the response is one warning; classes that separate are none
%! k = (1:120).';
%! T = struct ("a", sin (k), "b", cos (5 * k));
%! T.y = {"no"; "yes"}(1 + (T.a > 0));
%! T.y{3} = "";
%! text = evalc ('nnreg_sparsify (T, "y", quick{:}, "NumWeights", 5);');
%! assert (numel (strfind (text, "the response has a gap")), 1, text);
%! text = evalc ('nnreg_sparsify ([T.a, T.b], T.a > 0, "LayerSizes", [], "Verbose", 0);');
%! assert (isempty (strfind (text, "separate")), text);
%!test
%! # a linear model
%! r = nnreg_sparsify (X(1:500,:), y(1:500) > 4, "LayerSizes", [], "Epochs", 15, "Verbose", 0, ...
%!                     "NumWeights", 30);
%! check (r);
%! assert (weights (r.Model) <= 30);
%! assert (numel (r.Model.Weights), 1);
%!test
%! # the same bits with any number of threads, others with another seed
%! one = nnreg_sparsify (X(1:300,:), y(1:300), quick{:}, "NumWeights", 100, "Threads", 1);
%! two = nnreg_sparsify (X(1:300,:), y(1:300), quick{:}, "NumWeights", 100, "Threads", 2);
%! assert (one.Model.Weights, two.Model.Weights);
%! assert (one.Score, two.Score);
%! other = nnreg_sparsify (X(1:300,:), y(1:300), quick{:}, "NumWeights", 100, "Seed", 1);
%! assert (! isequal (one.Score, other.Score));
%!test
%! # what is printed and drawn
%! r = nnreg_sparsify (X(1:300,:), y(1:300), quick{:}, "NumWeights", 100);
%! text = evalc ("r");
%! assert (! isempty (strfind (text, "* chosen: at most 100 weights")), text);
%! assert (numel (strsplit (text, "\n")) <= 26);
%! again = 'nnreg_sparsify (X(1:300,:), y(1:300), quick{1:4}, "NumWeights", 100, "Verbose", 1);';
%! lines = evalc (again);
%! assert (numel (strfind (lines, "\n")), numel (r.Score) + 1);     # the table is for r itself
%! s = nnreg_summary (r);
%! assert (s.Origin, sprintf ("Model of nnreg_sparsify (at most 100 weights): %d of 444 weights", ...
%!                            r.NumWeights(r.Index)));
%! assert (any (strncmp (s.Sentences, "On the rows held out its Accuracy was ", 38)));
%! file = [tempname() ".png"];
%! p = nnreg_plot (r, "File", file);
%! points = findall (p.Axes(1), "type", "line", "markerfacecolor", [0, 114, 178] / 255);
%! assert (get (points, "xdata"), r.NumWeights);
%! assert (get (points, "ydata"), 100 * r.Score);
%! close (p.Figure);
%! [~, ~] = unlink (file);
%!error <nnreg_plot: X does not hold together: Index must be a place in NumWeights>
%! r = nnreg_sparsify (X(1:100,:), y(1:100), quick{:}, "Epochs", 3, "NumWeights", 100);
%! r.Index = 99;
%! nnreg_plot (r, "File", [tempname() ".png"]);
%!test
%! # the file formats that cannot keep function handles keep the result
%! r = nnreg_sparsify (X(1:100,:), y(1:100), quick{:}, "Zeros", 0.5, "LearnRate", 0.01);
%! assert (r.Model.Settings.LearnRate, 0.01);
%! file = tempname ();
%! unwind_protect
%!   save ("-v7", file, "r");
%!   assert (isequaln (load (file).r, r));
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!test
%! # a robust loss is scored by MeanMAE, as in searches; of given rows and of a fraction
%! k = (1:300).';
%! Z = oracle_data (300, 4, 7) - 0.5;
%! z = 3 * Z(:,1) - 2 * Z(:,2) + 0.3 * (oracle_data (300, 1, 9) - 0.5);
%! z(7:40:300) += 20;
%! robust = {"Task", "regression", "Loss", "huber", "LayerSizes", 6, "Epochs", 60, "Verbose", 0};
%! held = {Z(201:300,:), z(201:300)};
%! r = nnreg_sparsify (Z(1:200,:), z(1:200), robust{:}, "NumWeights", 12, "ValidationData", held);
%! check (r);
%! assert ({r.ScoreName, r.LargerIsBetter, r.Refitted}, {"MeanMAE", false, false});
%! assert (nnreg_evaluate (r.Model, held{:}).MeanMAE, r.Score(r.Index), -0.2);
%! assert (r.Score(r.Index) < 1);
%! r = nnreg_sparsify (Z, z, robust{:}, "MaxLoss", 0.2);
%! check (r);
%! assert (r.Limit, 1.2 * r.DenseScore, 1e-6);
%! assert (r.Target, "MeanMAE at most 20% above the dense network's");
%!test
%! # the score is that of the predictions on the rows held out
%! t = nnr.sparsify.settings (X(1:300,:), y(1:300), ...
%!                            {quick{:}, "ValidationData", {X(301:500,:), y(301:500)}});
%! t = nnr.sparsify.open (t);
%! m = nnr.sparsify.train (t, "dense", [], 0);
%! assert (nnr.sparsify.score (t, m), mean (nnreg_predict (m, X(301:500,:)) == y(301:500)), 1e-12);
%! Z = oracle_data (200, 4, 7);
%! z = Z * [1, 2; 0, 50; 3, 4; 1, 1];
%! held = {Z(101:200,:), z(101:200,:)};
%! t = nnr.sparsify.settings (Z(1:100,:), z(1:100,:), {"Task", "regression", "Loss", "mae", ...
%!                            quick{:}, "ValidationData", held});
%! t = nnr.sparsify.open (t);
%! [m, d] = nnr.sparsify.train (t, "dense", [], 0);
%! assert (nnr.sparsify.score (t, m, d), nnreg_evaluate (m, held{:}).MeanMAE, 1e-5);
%!test
%! # soft labels: the formula of the help by hand; rows held out keep theirs
%! t = nnr.sparsify.open (nnr.sparsify.settings (X(1:300,:), y(1:300), quick));
%! m = nnr.sparsify.train (t, "dense", [], 0);
%! other = nnr.sparsify.train (t, "round", m, 1e-3);
%! t = nnr.sparsify.teach (t, {m, other});
%! [~, p] = nnreg_predict (m, X(1:300,:));
%! [~, q] = nnreg_predict (other, X(1:300,:));
%! soft = sqrt (double (p) .* double (q)) .^ (1 / 5);
%! hot = y(1:300) == 0:9;
%! want = 0.75 * soft ./ sum (soft, 2) + 0.25 * hot;
%! assert (double (t.Soft), want.', 1e-5);
%! held = t.Data.ValidationRows;
%! assert (numel (held), 60);
%! assert (t.Data.Targets.Responses(:,held), single (hot(held,:).'));
%! assert (t.Data.Targets.Responses(:,t.Data.TrainRows), t.Soft(:,t.Data.TrainRows));
%! # the network that learned from them is sure enough at the end
%! r = nnreg_sparsify (X(1:1300,:), y(1:1300), "LayerSizes", 24, "NumWeights", 300, "Verbose", 0);
%! e = nnreg_evaluate (r.Model, X(1301:end,:), y(1301:end));
%! assert (e.Accuracy > 0.88 && e.LogLoss < 0.45, sprintf ("%g %g", e.Accuracy, e.LogLoss));
%!test
%! # few rows are learned from their labels alone, as a regression's responses: the loss falls to 0
%! r = nnreg_sparsify (X(1:300,:), y(1:300), "LayerSizes", 24, "NumWeights", 600, "Verbose", 0);
%! assert (r.Model.History.DataLoss(end) < 0.05);
%!test
%! # a network without its dead parts trains to the same end
%! t = nnr.sparsify.open (nnr.sparsify.settings (X(1:300,:), y(1:300), quick));
%! m = nnr.sparsify.cut (nnr.sparsify.train (t, "dense", [], 0), 60);
%! small = nnr.sparsify.shrink (m);
%! assert (isfield (small, "Inputs"));
%! a = nnr.sparsify.train (t, "round", m, 1e-4);
%! s = t.Settings;
%! [s.Penalty, s.KeepZeros, s.InitialModel, s.Epochs] = deal ("l1", true, m, 15);
%! s.Lambda = @(k) 1e-4 * sin (pi * min (1, (k - 0.5) / 12));
%! s.LearnRate = @(k) 1e-3 * (1 + cos (pi * (k - 1) / 15));
%! b = nnr.train.fit_packed (t.Data, s, false);
%! assert (nnreg_predict (a, X(1:300,:)), nnreg_predict (b, X(1:300,:)));
%! assert (double (nthargout (2, @nnreg_predict, a, X(1:300,:))), ...
%!         double (nthargout (2, @nnreg_predict, b, X(1:300,:))), 1e-3);
