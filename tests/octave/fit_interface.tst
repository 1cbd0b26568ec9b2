## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## The arguments and results of nnreg_fit and nnreg_predict: labels, validation, history, stopping,
## models, and errors. The functions oracle_*.m must be on the path.

%!shared quick
%! quick = {"LayerSizes", 6, "Epochs", 3, "BatchSize", 10, "Verbose", 0};

## Three classes and three responses, the same each time.
%!function [X, y, R] = problem ()
%!  X = 2 * oracle_data (90, 7, 1) - 1;
%!  y = 1 + (X(:,1) > 0.2) + (X(:,2) + X(:,3) > 0);
%!  R = [3 * X(:,1) .* X(:,2), sin(3 * X(:,3)), X(:,4) + 0.1 * X(:,5)];
%!endfunction

## Three classes far apart: after a few epochs every prediction is right.
%!function [X, y] = easy_classes ()
%!  y = 1 + mod ((1:60).', 3);
%!  X = [y == 1, y == 2, y == 3] + 0.2 * oracle_data (60, 3, 1);
%!endfunction

## Predicted labels have the type and values of the given ones.
%!function check_labels (labels, names)
%!  [X, y] = easy_classes ();
%!  args = {"LayerSizes", 8, "Epochs", 40, "BatchSize", 10, "LearnRate", 0.03, ...
%!          "Verbose", 0};
%!  model = nnreg_fit (X, labels, args{:});
%!  assert (model.ClassNames, names);
%!  [yhat, scores] = nnreg_predict (model, X);
%!  assert (class (yhat), class (labels));
%!  assert (yhat, labels);
%!  assert (nnreg_predict (model, X([2 1 7],:)), labels([2 1 7],:));
%!  assert (size (scores), [60, rows(names)]);
%!  assert (double (sum (scores, 2)), ones (60, 1), 1e-6);
%!  [~, guess] = max (scores, [], 2);
%!  assert (model.ClassNames(guess,:), labels);
%!endfunction

## The outputs computed from Weights and Biases alone.
%!function F = by_hand (model, X)
%!  opt = struct ("Task", model.Task, "Activations", {model.Activations});
%!  opt = oracle_options (opt, numel (model.Weights));
%!  Y = zeros (rows (X), rows (model.Weights{end}));
%!  asdouble = @(c) cellfun (@double, c, "UniformOutput", false);
%!  [~, ~, ~, F] = oracle_backprop (asdouble (model.Weights), asdouble (model.Biases), ...
%!                                  X, Y, ones (rows (X), 1), opt);
%!endfunction

## The objective of a model on some data.
%!function J = objective (model, X, y, opt)
%!  sizes = [columns(X), cellfun(@rows, model.Weights)(:).'];
%!  opt.Activations = model.Activations;
%!  J = oracle_cost (oracle_unroll (model.Weights, model.Biases), X, y, sizes, opt);
%!endfunction

## Calls a function that must fail with an error of nnreg which begins with the function's name and
## matches the pattern ABOUT. Returns '', or what was different.
%!function complaint = refusal (about, name, varargin)
%!  complaint = "";
%!  try
%!    feval (name, varargin{:});
%!    complaint = "was accepted";
%!  catch err
%!    if (! strncmp (err.identifier, "nnreg:", 6))
%!      complaint = sprintf ("has the identifier '%s' (%s)", err.identifier, err.message);
%!    elseif (! strncmp (err.message, [name ": "], numel (name) + 2))
%!      complaint = sprintf ("does not begin with the function: %s", err.message);
%!    elseif (! isempty (strfind (err.message, "__")))
%!      complaint = sprintf ("names what is hidden: %s", err.message);
%!    elseif (isempty (regexp (err.message, about, "once")))
%!      complaint = sprintf ("does not match '%s': %s", about, err.message);
%!    endif
%!  end_try_catch
%!endfunction

%!function text = brief (value)
%!  text = regexprep (strtrim (disp (value)), '\s+', " ");
%!  text = text(1:min (end, 40));
%!endfunction

## The option must be refused with each of these values, and the error must name it.
%!function refuses_option (option, values, varargin)
%!  [X, y] = problem ();
%!  complaints = "";
%!  for value = values
%!    complaint = refusal (option, "nnreg_fit", X, y, "LayerSizes", [6 5], "Epochs", ...
%!                         2, "Verbose", 0, varargin{:}, option, value{1});
%!    if (! isempty (complaint))
%!      complaints = sprintf ("%s\n%s = %s: %s", complaints, option, ...
%!                            brief (value{1}), complaint);
%!    endif
%!  endfor
%!  assert (complaints, "");
%!endfunction

## The arguments with other values for some options (each may be given once).
%!function args = but (args, varargin)
%!  for k = 1:2:numel (varargin)
%!    at = find (strcmpi (args(1:2:end), varargin{k}));
%!    args([2 * at - 1, 2 * at]) = [];
%!  endfor
%!  args = [args, varargin];
%!endfunction

## A rate that is good for five epochs and then far too large.
%!function rate = shaken_rate (epoch)
%!  rate = 0.02;
%!  if (epoch > 5)
%!    rate = 5;
%!  endif
%!endfunction

## ---- Labels

%!test
%! [~, y] = easy_classes ();
%! check_labels (y, [1; 2; 3]);
%! check_labels (y - 1, [0; 1; 2]);
%! check_labels (100 * y - 150.5, [-50.5; 49.5; 149.5]);
%! check_labels (-y, [-3; -2; -1]);
%! check_labels (uint8 (y + 250), uint8 ([251; 252; 253]));
%! check_labels (int32 (5 * y), int32 ([5; 10; 15]));
%! check_labels (single (y), single ([1; 2; 3]));
%! check_labels (y == 2, [false; true]);
%! check_labels (double (y == 2), [0; 1]);

%!test
%! [~, y] = easy_classes ();
%! names = {"cat"; "ant"; "a longer name"};
%! check_labels (names(y), {"a longer name"; "ant"; "cat"});
%! letters = ["c"; "a"; "b"];
%! check_labels (letters(y), ["a"; "b"; "c"]);
%! words = char (names);
%! check_labels (words(y,:), words([3 2 1],:));

%!test
%! ## ten digits, 0 to 9
%! y = mod ((0:99).', 10);
%! X = double (y == 0:9) + 0.1 * oracle_data (100, 10, 1);
%! model = nnreg_fit (X, y, "LayerSizes", 20, "Epochs", 60, "BatchSize", 10, ...
%!                    "LearnRate", 0.02, "Verbose", 0);
%! assert (model.ClassNames, (0:9).');
%! assert (nnreg_predict (model, X), y);

%!test
%! ## names do not change the training; one-hot columns are the classes 1 to K
%! [X, y] = easy_classes ();
%! names = {"ant"; "bee"; "cat"};
%! [~, scores] = nnreg_predict (nnreg_fit (X, y, quick{:}), X);
%! for labels = {y - 1, names(y), char(names)(y,:), y == 1:3, double(y == 1:3), ...
%!               uint8(y == 1:3)}
%!   model = nnreg_fit (X, labels{1}, quick{:});
%!   [~, other] = nnreg_predict (model, X);
%!   assert (isequal (other, scores));
%!   if (columns (labels{1}) == 3 && ! ischar (labels{1}))
%!     assert (model.ClassNames, [1; 2; 3]);
%!     [~, guess] = max (scores, [], 2);
%!     assert (nnreg_predict (model, X), guess);
%!   endif
%! endfor

%!test
%! ## labels may be a row
%! [X, y] = easy_classes ();
%! one = nnreg_fit (X, y.', quick{:});
%! two = nnreg_fit (X, y, quick{:});
%! assert (isequal (one.Weights, two.Weights));

## ---- Predictions

%!test
%! ## computed from Weights and Biases
%! [X, y, R] = problem ();
%! for activation = {"relu", "tanh", "sigmoid", "none"}
%!   for hidden = {[], 5, [8 4 3]}
%!     args = {"LayerSizes", hidden{1}, "Activations", activation{1}, "Solver", ...
%!             "adam", "Epochs", 4, "Verbose", 0, "BatchSize", 10, "Standardize", false};
%!     model = nnreg_fit (X, y, args{:}, "Precision", "double");
%!     [yhat, scores] = nnreg_predict (model, X);
%!     F = by_hand (model, X);
%!     assert (scores, F, 1e-13);
%!     [~, guess] = max (F, [], 2);
%!     assert (yhat, guess);
%!     model = nnreg_fit (X, y, args{:}, "Precision", "single");
%!     [~, scores] = nnreg_predict (model, X);
%!     assert (double (scores), by_hand (model, X), 1e-5);
%!     model = nnreg_fit (X, R, args{:}, "Precision", "double", "Task", ...
%!                        "regression", "StandardizeY", false);
%!     assert (nnreg_predict (model, X), by_hand (model, X), 1e-12);
%!   endfor
%! endfor

%!test
%! ## every class of X, and one row
%! [X, y] = problem ();
%! U = uint8 (max (0, 9 * X));
%! model = nnreg_fit (U, y, quick{:}, "Precision", "double");
%! [~, F] = nnreg_predict (model, double (U));
%! for other = {U, sparse(double (U)), single(U), int32(U), uint16(U)}
%!   [~, G] = nnreg_predict (model, other{1});
%!   assert (G, F, 1e-13);
%! endfor
%! [yhat, G] = nnreg_predict (model, U(4,:));
%! assert (G, F(4,:), 1e-13);
%! assert (size (yhat), [1 1]);

%!test
%! ## regression: the shapes for one response and for several
%! [X, ~, R] = problem ();
%! for k = [1 3]
%!   model = nnreg_fit (X, R(:,1:k), quick{:}, "Task", "regression");
%!   yhat = nnreg_predict (model, X);
%!   assert (size (yhat), [90, k]);
%!   assert (isempty (model.ClassNames));
%!   assert (model.Task, "regression");
%! endfor

%!test
%! ## a model is the same after save and load, in each format
%! [X, y] = problem ();
%! args = [quick, {"Standardize", true, "Penalty", "l1", "Lambda", 1e-3}];
%! names = {"ant"; "bee"; "cat"};
%! model = nnreg_fit (100 * X, names(y), args{:}, "ValidationFraction", 0.2);
%! [yhat, scores] = nnreg_predict (model, X);
%! for form = {"-text", "-binary", "-v7"}
%!   file = tempname ();
%!   unwind_protect
%!     save (form{1}, file, "model");
%!     loaded = load (file);
%!   unwind_protect_cleanup
%!     delete (file);
%!   end_unwind_protect
%!   [yhat2, scores2] = nnreg_predict (loaded.model, X);
%!   assert (yhat2, yhat);
%!   assert (scores2, scores);
%!   assert (loaded.model.History, model.History);
%!   again = nnreg_fit (100 * X, names(y), args{:}, "InitialModel", loaded.model);
%!   twin = nnreg_fit (100 * X, names(y), args{:}, "InitialModel", model);
%!   assert (isequal (again.Weights, twin.Weights));
%! endfor

## ---- The model

%!test
%! ## the fields of a model, and the defaults
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, "Verbose", 0);
%! assert (model.Task, "classification");
%! assert (model.LayerSizes, 100);
%! assert (model.Activations, {"relu"});
%! assert (size (model.Weights), [1 2]);
%! assert (size (model.Weights{1}), [100 7]);
%! assert (size (model.Weights{2}), [3 100]);
%! assert (size (model.Biases{1}), [100 1]);
%! assert (size (model.Biases{2}), [3 1]);
%! assert (class (model.Weights{1}), "single");
%! assert (rows (model.History.Epoch), 200);
%! s = model.Settings;
%! assert ({s.Penalty, s.Lambda}, {"l2", 1 / rows(X)});
%! assert ({s.Epochs, s.BatchSize, s.LearnRate, s.Seed}, {200, 32, 1e-3, 0});
%! assert ({s.Patience, s.Shuffle, s.Standardize}, {Inf, true, false});
%! assert ({s.Precision, s.L1Method}, {"single", "proximal"});

%!test
%! ## the settings are those used; names of options in any case
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, "layersizes", [5 4], "EPOCHS", 2, "penalty", "elasticnet", ...
%!                    "lambda", 0.01, "ALPHA", 0.25, "batchsize", 9, "seed", 5, ...
%!                    "precision", "double", "learnrate", 0.02, "verbose", 0, ...
%!                    "activations", {"tanh", "relu"});
%! s = model.Settings;
%! assert ({s.Epochs, s.BatchSize, s.Seed, s.Alpha}, {2, 9, 5, 0.25});
%! assert ({s.Penalty, s.LearnRate, s.Precision}, {"elasticnet", 0.02, "double"});
%! assert (s.LayerSizes, [5 4]);
%! assert (model.Activations, {"tanh", "relu"});
%! assert (class (model.Weights{1}), "double");
%! assert (rows (model.History.Epoch), 2);

%!test
%! ## Octave's random numbers are not touched, and Verbose 0 prints nothing
%! [X, y] = problem ();
%! rand ("state", 3);
%! expected = rand (1, 2);
%! rand ("state", 3);
%! text = evalc ("model = nnreg_fit (X, y, quick{:}, 'ValidationFraction', 0.2);");
%! assert (rand (1, 2), expected);
%! assert (text, "");
%! text = evalc ("nnreg_fit (X, y, but (quick, 'Verbose', 1){:});");
%! assert (! isempty (text));

## ---- History

%!test
%! [X, y] = problem ();
%! args = but (quick, "Penalty", "l1", "Lambda", 0.05, "LearnRate", 0.05, ...
%!             "Precision", "double", "Epochs", 7);
%! [model, h] = nnreg_fit (X(1:60,:), y(1:60), args{:}, ...
%!                         "ValidationData", {X(61:90,:), y(61:90)}, "Keep", "last");
%! assert (isstruct (h) && isscalar (h));
%! assert (model.History, h);
%! for field = {"Epoch", "Loss", "DataLoss", "Penalty", "Accuracy", "ValLoss", ...
%!              "ValDataLoss", "ValAccuracy", "Zeros", "Seconds"}
%!   assert (size (h.(field{1})), [7 1]);
%!   assert (class (h.(field{1})), "double");
%!   assert (all (isfinite (h.(field{1}))));
%! endfor
%! assert (h.Epoch, (1:7).');
%! assert (h.Loss, h.DataLoss + h.Penalty, 1e-15);
%! assert (h.ValLoss, h.ValDataLoss + h.Penalty, 1e-15);
%! assert (all (h.Seconds >= 0) && any (h.Seconds > 0));
%! ## the last row, computed from the model
%! w = [model.Weights{1}(:); model.Weights{2}(:)];
%! assert (h.Penalty(end), 0.05 * sum (abs (w)), 1e-13);
%! assert (h.Zeros(end), mean (w == 0));
%! assert (h.Zeros(end) > 0);
%! assert (h.ValDataLoss(end), objective (model, X(61:90,:), y(61:90), struct ()), 1e-13);
%! assert (h.ValAccuracy(end), mean (nnreg_predict (model, X(61:90,:)) == y(61:90)), eps);
%! assert (h.DataLoss(end) < h.DataLoss(1));

%!test
%! ## a regression has RMSE, over samples and responses, instead of Accuracy
%! [X, ~, R] = problem ();
%! [model, h] = nnreg_fit (X(1:60,:), R(1:60,:), quick{:}, "Task", "regression", ...
%!                         "Precision", "double", "StandardizeY", false, "Keep", ...
%!                         "last", "ValidationData", {X(61:90,:), R(61:90,:)});
%! assert (! isfield (h, "Accuracy") && ! isfield (h, "ValAccuracy"));
%! off = nnreg_predict (model, X(61:90,:)) - R(61:90,:);
%! assert (h.ValDataLoss(end), mean (off(:) .^ 2), 1e-13);
%! assert (h.ValRMSE(end), sqrt (mean (off(:) .^ 2)), 1e-13);
%! assert (h.RMSE, sqrt (h.DataLoss), 1e-13);

%!test
%! ## RMSE has the units of y when y is standardised
%! [X, y, R] = problem ();
%! [model, h] = nnreg_fit (X(1:60,:), 1e5 * R(1:60,1), quick{:}, "Task", ...
%!                         "regression", "Precision", "double", "Keep", "last", ...
%!                         "ValidationData", {X(61:90,:), 1e5 * R(61:90,1)});
%! off = nnreg_predict (model, X(61:90,:)) - 1e5 * R(61:90,1);
%! assert (h.ValRMSE(end), sqrt (mean (off .^ 2)), 1e-6);

%!test
%! ## without validation data its fields are missing
%! [X, y] = problem ();
%! [~, h] = nnreg_fit (X, y, "Penalty", "none", quick{:});
%! for field = {"ValLoss", "ValDataLoss", "ValAccuracy"}
%!   assert (! isfield (h, field{1}));
%! endfor
%! assert (h.Penalty, zeros (3, 1));
%! assert (h.Loss, h.DataLoss);

%!test
%! ## zeros are counted in the penalised layers
%! [X, y] = problem ();
%! [model, h] = nnreg_fit (X, y, quick{:}, "Penalty", "l1", "Lambda", 0.2, ...
%!                         "LearnRate", 0.05, "PenalizedLayers", "hidden");
%! assert (h.Zeros(end), mean (model.Weights{1}(:) == 0), eps);
%! assert (h.Zeros(end) > 0.05);
%! assert (nnz (model.Weights{2}), 18);

## ---- Validation

%!test
%! ## a fraction splits the rows in two, by the seed: with weights that hardly change, the mean of
%! ## the two losses is the loss of all
%! [X, y] = easy_classes ();
%! args = {"LayerSizes", 6, "Epochs", 1, "LearnRate", 1e-200, "Precision", ...
%!         "double", "Verbose", 0};
%! [model, h] = nnreg_fit (X, y, args{:}, "ValidationFraction", 0.2);
%! whole = objective (model, X, y, struct ());
%! assert (0.8 * h.DataLoss + 0.2 * h.ValDataLoss, whole, 1e-12);
%! assert (abs (h.ValDataLoss - whole) > 1e-9);
%! [~, again] = nnreg_fit (X, y, args{:}, "ValidationFraction", 0.2);
%! assert (isequal (again.ValLoss, h.ValLoss));
%! [~, third] = nnreg_fit (X, y, args{:}, "ValidationFraction", 1 / 3);
%! assert ((2 * third.DataLoss + third.ValDataLoss) / 3, whole, 1e-12);

%!test
%! ## validation does not change the training
%! [X, y] = problem ();
%! one = nnreg_fit (X(1:60,:), y(1:60), quick{:});
%! two = nnreg_fit (X(1:60,:), y(1:60), quick{:}, "Keep", "last", ...
%!                  "ValidationData", {X(61:90,:), y(61:90)});
%! assert (isequal (one.Weights, two.Weights));

%!test
%! ## the weights of the best epoch are returned, with "Keep", "last" the last ones
%! [X, y] = problem ();
%! rate = @shaken_rate;
%! V = {X(61:90,:), y(61:90)};
%! args = {"LayerSizes", 6, "BatchSize", 10, "LearnRate", rate, "Precision", ...
%!         "double", "Epochs", 9, "ValidationData", V, "Penalty", "l2", "Lambda", ...
%!         1e-3, "Verbose", 0};
%! opt = struct ("Penalty", "l2", "Lambda", 1e-3);
%! [best, h] = nnreg_fit (X(1:60,:), y(1:60), args{:});
%! [lowest, at] = min (h.ValLoss);
%! assert (at > 1 && at < 9);
%! assert (h.ValLoss(end) > 1.05 * lowest);
%! assert (objective (best, V{:}, opt), lowest, 1e-12);
%! [last, h2] = nnreg_fit (X(1:60,:), y(1:60), args{:}, "Keep", "last");
%! assert (h2.ValLoss, h.ValLoss);
%! assert (objective (last, V{:}, opt), h.ValLoss(end), 1e-12);
%! [asked, ~] = nnreg_fit (X(1:60,:), y(1:60), args{:}, "Keep", "best");
%! assert (isequal (asked.Weights, best.Weights));
%! ## they are those of a training that ends at the best epoch
%! short = nnreg_fit (X(1:60,:), y(1:60), but (args, "Epochs", at, ...
%!                   "Keep", "last"){:});
%! assert (isequal (short.Weights, best.Weights));

%!test
%! ## Patience: training ends after this number of epochs without a better one
%! [X, y] = problem ();
%! rate = @shaken_rate;
%! args = {"LayerSizes", 6, "BatchSize", 10, "LearnRate", rate, "Epochs", 60, ...
%!         "Verbose", 0, "ValidationData", {X(61:90,:), y(61:90)}};
%! for patience = [1 3]
%!   [model, h] = nnreg_fit (X(1:60,:), y(1:60), args{:}, "Patience", patience);
%!   [~, at] = min (h.ValLoss);
%!   assert (rows (h.ValLoss), at + patience);
%!   assert (rows (h.Epoch) < 60);
%! endfor

%!test
%! ## validation samples may have weights
%! [X, y, R] = problem ();
%! w = 1 + (1:30).';
%! V = {X(61:90,:), R(61:90,1), w};
%! [model, h] = nnreg_fit (X(1:60,:), R(1:60,1), quick{:}, "Task", "regression", ...
%!                         "StandardizeY", false, "Precision", "double", "Keep", ...
%!                         "last", "ValidationData", V);
%! off = nnreg_predict (model, V{1}) - V{2};
%! assert (h.ValDataLoss(end), sum (w .* off .^ 2) / sum (w), 1e-12);

%!test
%! ## "balanced" classes: N / (K count)
%! [X, y] = problem ();
%! one = nnreg_fit (X, y, quick{:}, "ClassWeights", "balanced");
%! two = nnreg_fit (X, y, quick{:}, "ClassWeights", 90 ./ (3 * accumarray (y, 1)));
%! plain = nnreg_fit (X, y, quick{:});
%! assert (one.Weights{1}, two.Weights{1}, 1e-6);
%! assert (norm (one.Weights{1} - plain.Weights{1}, Inf) > 1e-4);

## ---- OutputFcn

%!function stop = watch (h, limit)
%!  global nnreg_test_seen
%!  nnreg_test_seen(end+1) = rows (h.Loss);
%!  assert (h.Epoch, (1:rows (h.Loss)).');
%!  stop = rows (h.Loss) >= limit;
%!endfunction

%!test
%! [X, y] = problem ();
%! global nnreg_test_seen
%! unwind_protect
%!   nnreg_test_seen = [];
%!   [model, h] = nnreg_fit (X, y, but (quick, "Epochs", 9, "OutputFcn", ...
%!                                        @(h) watch (h, 4)){:});
%!   assert (nnreg_test_seen, 1:4);
%!   assert (rows (h.Epoch), 4);
%!   plain = nnreg_fit (X, y, but (quick, "Epochs", 4){:});
%!   assert (isequal (plain.Weights, model.Weights));
%!   nnreg_test_seen = [];
%!   nnreg_fit (X, y, quick{:}, "OutputFcn", @(h) watch (h, Inf));
%!   assert (nnreg_test_seen, 1:3);
%! unwind_protect_cleanup
%!   clear -global nnreg_test_seen
%! end_unwind_protect

%!test
%! ## after an error in OutputFcn the training ends with its last epoch, and a warning
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, quick{:}, "OutputFcn", @(h) error ("my own trouble"));
%! [text, id] = lastwarn ();
%! assert (id, "nnreg:outputFcn");
%! assert (! isempty (strfind (text, "my own trouble")));
%! assert (numel (model.History.Epoch), 1);
%!test
%! ## printf returns a number of characters: no reason to end a training without a warning
%! [X, y] = problem ();
%! for value = {9, -1.5, Inf}
%!   lastwarn ("", "");
%!   nnreg_fit (X, y, quick{:}, "OutputFcn", @(h) value{1});
%!   [text, id] = lastwarn ();
%!   assert (id, "nnreg:outputFcn");
%!   said = sprintf ("must return true to stop or false, got %g", value{1});
%!   assert (! isempty (strfind (text, said)));
%! end
%! lastwarn ("", "");
%! assert (numel (nnreg_fit (X, y, quick{:}, "OutputFcn", @(h) 1).History.Epoch), 1);
%! assert (numel (nnreg_fit (X, y, quick{:}, "OutputFcn", @(h) 0).History.Epoch) > 1);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));

%!test
%! ## weights count in the metric as in the loss
%! [X, y] = problem ();
%! w = ones (rows (X), 1);
%! w(1:2:end) = 0;
%! wrong = y;
%! wrong(1:2:end) = 1 + mod (y(1:2:end), 2);
%! V = {X, wrong, w};
%! model = nnreg_fit (X, y, quick{:}, "ValidationData", V, "Keep", "last");
%! m = nnreg_evaluate (model, X, wrong, "Weights", w);
%! assert (model.History.ValAccuracy(end), m.Accuracy, 1e-12);

%!test
%! ## weights of any numeric class, with a validation fraction and in a search
%! [X, y] = problem ();
%! one = nnreg_fit (X, y, quick{:}, "Weights", X(:,1) > 0, "ValidationFraction", 0.3);
%! two = nnreg_fit (X, y, quick{:}, "Weights", double (X(:,1) > 0), "ValidationFraction", 0.3);
%! assert (isequal (one.Weights, two.Weights));
%! r = nnreg_gridsearch (X, y, {"Lambda", 1e-3}, "Penalty", "l1", quick{:}, ...
%!                       "Weights", single (X(:,1) > 0));
%! assert (isfinite (r.BestScore));

%!test
%! ## if no validation loss is finite, a warning says so and the last weights are returned
%! [X, y] = problem ();
%! start = nnreg_fit (X, y, quick{:}, "LearnRate", 1e-30);
%! model = nnreg_fit (X, y, quick{:}, "ValidationData", {3e38 * sign(X), y});
%! [~, id] = lastwarn ();
%! assert (id, "nnreg:validation");
%! assert (! isequal (model.Weights, start.Weights));

%!test
%! ## a grid may have penalties while Lambda is an option; an error says when all candidates diverge
%! [X, y] = problem ();
%! r = nnreg_gridsearch (X, y, {"Penalty", {"none", "l1"}}, "Lambda", 1e-3, quick{:});
%! assert (numel (r.Results), 2);
%!error <nnreg_gridsearch: every candidate diverged>
%! [X, y] = problem ();
%! nnreg_gridsearch (X, y, {"LearnRate", [1e30 1e31]}, quick{:});
%!error <nnreg_fit: PenalizedLayers is "hidden", but there is no hidden layer>
%! nnreg_fit ([1 2; 3 4], [1; 2], "LayerSizes", [], "Penalty", "l1", "Lambda", 1, ...
%!            "PenalizedLayers", "hidden", "Verbose", 0);
%!error <nnreg_fit: InitialModel has the Activations tanh, this training relu>
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, quick{:}, "Activations", "tanh");
%! nnreg_fit (X, y, quick{:}, "Activations", "relu", "InitialModel", model);
%!test
%! # Activations that are not given are those of the model
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, quick{:}, "Activations", "tanh");
%! assert (nnreg_fit (X, y, quick{:}, "InitialModel", model).Activations, {"tanh"});

## ---- Problems in a training

## Trains without showing warnings; returns the last one of nnreg. (In Octave 11 lastwarn also has
## warnings of Octave that are switched off.)
%!function [model, h, text, id] = quietly (varargin)
%!  lastwarn ("", "");
%!  evalc ("[model, h] = nnreg_fit (varargin{:});");
%!  [text, id] = lastwarn ();
%!  if (! strncmp (id, "nnreg:", 6))
%!    [text, id] = deal ("");
%!  end
%!endfunction

%!test
%! ## a warning if the scales of columns differ by orders of magnitude
%! [X, y] = problem ();
%! [~, ~, text] = quietly (X, y, quick{:});
%! assert (text, "");
%! Z = [1e6 * X(:,1), X(:,2:7)];
%! [~, ~, text] = quietly (Z, y, quick{:}, "Standardize", true);
%! assert (text, "");
%! [~, ~, text] = quietly (Z, y, quick{:});
%! assert (text, "");
%! [~, ~, text, id] = quietly (Z, y, quick{:}, "Standardize", false);
%! assert (! isempty (strfind (text, "Standardize")));
%! assert (strncmp (text, "nnreg_fit: ", 11));
%! assert (strncmp (id, "nnreg:", 6));

%!test
%! ## divergence: a warning that says what to try, and the last finite weights
%! [X, y] = problem ();
%! rate = @(epoch) [0.01 0.01 0.01 1e300 1](epoch);
%! args = but (quick, "Precision", "double", "Epochs", 5, "LearnRate", rate);
%! [model, h, text, id] = quietly (X, y, args{:});
%! assert (id, "nnreg:diverged");
%! assert (strncmp (text, "nnreg_fit: ", 11));
%! assert (! isempty (strfind (text, "LearnRate")));
%! assert (rows (h.Loss), 3);
%! before = nnreg_fit (X, y, but (args, "Epochs", 3){:});
%! assert (isequal (model.Weights, before.Weights));
%! assert (isequal (model.Biases, before.Biases));

%!test
%! ## ... also in the very last step, after the last loss was computed
%! [X, y] = problem ();
%! args = but (quick, "Precision", "single", "BatchSize", 90, "Epochs", 3, ...
%!             "LearnRate", @(epoch) [0.01 0.01 1e100](epoch));
%! model = quietly (X, y, args{:});
%! for l = 1:2
%!   assert (all (isfinite (model.Weights{l}(:))));
%!   assert (all (isfinite (model.Biases{l})));
%! endfor

%!error id=nnreg:diverged
%! [X, ~, R] = problem ();
%! nnreg_fit (X, 1e200 * R, quick{:}, "Task", "regression", "StandardizeY", false);

%!test
%! ## more memory than there is: an error of nnreg
%! [X, y] = problem ();
%! complaint = refusal ("memory", "nnreg_fit", X, y, "LayerSizes", [1e7 1e7]);
%! assert (complaint, "");

## ---- Errors about data

%!function refuses_data (cases, varargin)
%!  complaints = "";
%!  for k = 1:rows (cases)
%!    complaint = refusal (cases{k,3}, "nnreg_fit", cases{k,1:2}, "LayerSizes", 5, ...
%!                         "Epochs", 2, "Verbose", 0, varargin{:});
%!    if (! isempty (complaint))
%!      complaints = sprintf ("%s\ncase %d: %s", complaints, k, complaint);
%!    endif
%!  endfor
%!  assert (complaints, "");
%!endfunction

%!function A = spoiled (A, row, column, value)
%!  A(row,column) = value;
%!endfunction

%!test
%! [X, y] = problem ();
%! refuses_data ({"abc", y, '\<X\>'
%!                {1}, y, '\<X\>'
%!                struct(), y, '\<X\>'
%!                @sin, y, '\<X\>'
%!                [], y, '\<X\>'
%!                zeros(0, 7), zeros(0, 1), '\<X\>'
%!                zeros(90, 0), y, '\<X\>'
%!                1i * X, y, '\<X\>.*(complex|real)'
%!                sparse(1i * X), y, '\<X\>.*(complex|real)'
%!                reshape(X, 90, 7, 1)(:,:,[1 1]), y, '\<X\>'
%!                spoiled(spoiled (X, 80, 2, NaN), 31, 5, Inf), y, '\<X\>.*80.*2'
%!                spoiled(X, 80, 5, NaN), y, '\<X\>.*(80.*5.*NaN|NaN.*80.*5)'
%!                spoiled(single (X), 80, 5, NaN), y, '\<X\>.*(80.*5.*NaN|NaN.*80.*5)'
%!                spoiled(sparse (X), 80, 5, NaN), y, '\<X\>.*(80.*5.*NaN|NaN.*80.*5)'
%!                spoiled(X, 3, 7, -Inf), y, '\<X\>.*(3.*7.*Inf|Inf.*3.*7)'});

%!test
%! [X, y] = problem ();
%! refuses_data ({X, y(1:89), '\<y\>.*89.*90|90.*89'
%!                X, [y; 1], '91.*90|90.*91'
%!                X, [], '\<y\>'
%!                X, ones(90, 1), '\<y\>.*class'
%!                X, repmat({"a"}, 90, 1), '\<y\>.*class'
%!                X, 1i * y, '\<y\>.*(complex|real)'
%!                X, spoiled(y, 12, 1, NaN), '\<y\>.*(12.*NaN|NaN.*12)'
%!                X, spoiled(y, 12, 1, Inf), '\<y\>.*(12.*Inf|Inf.*12)'
%!                X, num2cell(y), '\<y\>'
%!                X, struct("a", 1), '\<y\>'
%!                X, @sin, '\<y\>'
%!                X, ones(90, 3), '\<y\>'
%!                X, zeros(90, 3), '\<y\>'
%!                X, 0.5 * (y == 1:3), '\<y\>'
%!                X, spoiled(y == 1:3, 4, 1:3, true), '\<y\>.*4'});

%!test
%! [X, y, R] = problem ();
%! refuses_data ({X, R(1:89,:), '\<y\>.*89.*90|90.*89'
%!                X, [], '\<y\>'
%!                X, zeros(90, 0), '\<y\>'
%!                X, num2cell(R), '\<y\>'
%!                X, repmat("a", 90, 1), '\<y\>'
%!                X, 1i * R, '\<y\>.*(complex|real)'
%!                X, spoiled(R, 12, 2, NaN), '\<y\>.*(12.*2.*NaN|NaN.*12.*2)'
%!                X, spoiled(R, 12, 3, -Inf), '\<y\>.*(12.*3.*Inf|Inf.*12.*3)'
%!                X, cat(3, R, R), '\<y\>'}, "Task", "regression");

## ---- Errors about options

%!error <^nnreg_fit: .*BatchSize must be a positive integer, got -3>
%! [X, y] = problem ();
%! nnreg_fit (X, y, "BatchSize", -3)
%!error <^nnreg_fit: .*Epoch\W.*Epochs>
%! [X, y] = problem ();
%! nnreg_fit (X, y, "Epoch", 3)
%!error <^nnreg_fit: .*LearningRate\W.*LearnRate>
%! [X, y] = problem ();
%! nnreg_fit (X, y, "LearningRate", 3)
%!error <^nnreg_fit: .*lamda\W.*Lambda>
%! [X, y] = problem ();
%! nnreg_fit (X, y, "lamda", 3)
%!error <^nnreg_fit: .*Layers\W.*Layer>
%! [X, y] = problem ();
%! nnreg_fit (X, y, "Layers", 3)
%!error <^nnreg_fit: .*Penalty.*l1.*lasso>
%! [X, y] = problem ();
%! nnreg_fit (X, y, "Penalty", "lasso")
%!error <^nnreg_fit: .*Lambda>
%! [X, y] = problem ();
%! nnreg_fit (X, y, "Penalty", "l1")
%!error <^nnreg_fit: .*Lambda>
%! [X, y] = problem ();
%! nnreg_fit (X, y, "Penalty", "elasticnet", "Alpha", 1)
%!error id=nnreg:badArgument
%! [X, y] = problem ();
%! nnreg_fit (X, y, "Penalty", "lasso")
%!error id=nnreg:badArgument
%! [X, y] = problem ();
%! nnreg_fit (X, y, "Epoch", 3)
%!error id=nnreg:badData
%! [~, y] = problem ();
%! nnreg_fit (NaN (90, 2), y)
%!error <^nnreg_fit: >
%! [X, y] = problem ();
%! nnreg_fit (X, y, "Epochs")
%!error <^nnreg_fit: >
%! [X, y] = problem ();
%! nnreg_fit (X, y, 3, 4)
%!error <^nnreg_fit: >
%! [X, y] = problem ();
%! nnreg_fit (X, y, {"Epochs"}, 4)
%!error <Invalid call to nnreg_fit> nnreg_fit ()
%!error <Invalid call to nnreg_fit> nnreg_fit (1)

%!test
%! refuses_option ("Task", {"cluster", 3, {"a"}, "", []});
%!test
%! refuses_option ("LayerSizes", {-1, 0, 2.5, "a", NaN, Inf, {3}, [3 0], 1i, ...
%!                                    ones(2, 2), 1e10, true});
%!test
%! refuses_option ("Activations", {"softplus", 3, {"relu"; 3}, {"tanh", "relu", ...
%!                                     "relu"}, {}, "", {"tanh", "foo"}});
%!test
%! refuses_option ("Penalty", {"lasso", 1, {"lasso"}, "", []});
%!test
%! refuses_option ("Lambda", {-1, NaN, Inf, "a", [1 2], [1 2 3 4], [], 1i, {-1}, ...
%!                                [1 -1 1]}, "Penalty", "l1");
%!test
%! refuses_option ("PenalizedLayers", {"first", 0, 4, 1.5, [], {}, -1, [1 4], ...
%!                                         NaN}, "Penalty", "l1", "Lambda", 0.1);
%!test
%! refuses_option ("Alpha", {-0.1, 1.1, NaN, "a", [0.1 0.2], [], {}, {"auto", "a"}, 1i}, ...
%!                     "Penalty", "elasticnet", "Lambda", 0.1);
%!test
%! refuses_option ("L1Method", {"soft", 1, "", {}});
%!test
%! refuses_option ("Solver", {"sgd", 1, "", {}});
%!test
%! refuses_option ("Epochs", {-1, 1.5, NaN, Inf, "a", [1 2], 1i, {3}});
%!test
%! refuses_option ("BatchSize", {0, -3, 2.5, NaN, "a", [1 2], 1i, {3}});
%!test
%! refuses_option ("LearnRate", {0, -1, NaN, Inf, "a", [], [1 2], 1i, {1}, ...
%!                                   @(e) -1, @(e) "a", @(e) NaN, @(e) [1 2], ...
%!                                   @(e) []});
%!test
%! [X, y] = problem ();
%! refuses_option ("ValidationData", {X, {X}, {X(:,1:3), y}, {X, y(1:3)}, ...
%!                                        {X, y + 1}, {NaN(90, 7), y}, {1, 2, 3}, ...
%!                                        {zeros(0, 7), zeros(0, 1)}, 3});
%!test
%! refuses_option ("ValidationFraction", {1, -0.1, NaN, "a", [0.1 0.2], 1.5, 1i, ...
%!                                            {0.1}, 1e-9});
%!test
%! [X, y] = problem ();
%! refuses_option ("ValidationFraction", {0.5}, "ValidationData", {X, y});
%!test
%! refuses_option ("Patience", {-1, NaN, "a", [], [1 2], 1.5}, ...
%!                     "ValidationFraction", 0.2);
%!test
%! refuses_option ("Keep", {"first", 1, "", {}});
%!test
%! refuses_option ("Weights", {-ones(90, 1), NaN(90, 1), ones(89, 1), zeros(90, 1), ...
%!                                 "a", Inf(90, 1), 1i * ones(90, 1), {1}, ...
%!                                 ones(90, 2)});
%!test
%! refuses_option ("ClassWeights", {[1 2], -[1 2 3], [1 NaN 1], "abc", [1 Inf 1], ...
%!                                      [1i 1 1], {1, 2, 3}, [0 0 0]});
%!test
%! refuses_option ("Standardize", {"yes", 2, [], NaN, {}, [true true], "a", char(1)});
%!error <nnreg_fit: Standardize must be true, false, "auto" or "range", got "true">
%! nnreg_fit (1:2, 1, "Standardize", "true")
%!error <nnreg_fit: Standardize must be true, .* got "rang"; did you mean "range"\?>
%! nnreg_fit (1:2, 1, "Standardize", "rang")
%!test
%! refuses_option ("StandardizeY", {"yes", 2, [], NaN, {}});
%!test
%! refuses_option ("Shuffle", {"yes", 2, [], NaN, {}});
%!test
%! refuses_option ("Seed", {-1, 1.5, NaN, "a", [], Inf, [1 2], 1i, 2^60});
%!test
%! [X, y] = problem ();
%! refuses_option ("InitialModel", {3, struct(), "a", ...
%!                                      nnreg_fit(X, y, quick{:}), ...
%!                                      nnreg_fit(X(:,1:3), y, but (quick, ...
%!                                                "LayerSizes", [6 5]){:})});
%!test
%! refuses_option ("Precision", {"half", 1, "", {}});
%!test
%! refuses_option ("Threads", {0, -1, 1.5, NaN, "a", [1 2]});
%!test
%! refuses_option ("Verbose", {"a", NaN, -1, {}});
%!test
%! refuses_option ("OutputFcn", {3, {}, [1 2]});
%!test
%! refuses_option ("CheckpointFile", {3, {}, true});

%!test
%! ## a damaged model is refused
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, but (quick, "LayerSizes", [6 5]){:});
%! nan = model;
%! nan.Weights{1}(2) = NaN;
%! cut = model;
%! cut.Weights{2} = cut.Weights{2}(:,1:3);
%! short = model;
%! short.Biases(3) = [];
%! text = model;
%! text.Weights{1} = "abc";
%! refuses_option ("InitialModel", {nan, cut, short, text});

## ---- Errors of nnreg_predict

%!test
%! [X, y] = problem ();
%! model = nnreg_fit (X, y, quick{:});
%! cut = model;
%! cut.Weights{2} = cut.Weights{2}(:,1:3);
%! cases = {3, X, "(?i)model"
%!          struct(), X, "(?i)model"
%!          rmfield(model, "Weights"), X, "(?i)model"
%!          cut, X, "(?i)model"
%!          "abc", X, "(?i)model"
%!          repmat(model, 2, 1), X, "(?i)model"
%!          model, X(:,1:3), '\<X\>.*3.*7|7.*3'
%!          model, "abcdefg", '\<X\>'
%!          model, {1}, '\<X\>'
%!          model, 1i * X, '\<X\>.*(complex|real)'
%!          model, cat(3, X, X), '\<X\>'
%!          model, spoiled(X, 5, 3, NaN), '\<X\>.*(5.*3.*NaN|NaN.*5.*3)'
%!          model, spoiled(X, 5, 3, Inf), '\<X\>.*(5.*3.*Inf|Inf.*5.*3)'};
%! complaints = "";
%! for k = 1:rows (cases)
%!   complaint = refusal (cases{k,3}, "nnreg_predict", cases{k,1:2});
%!   if (! isempty (complaint))
%!     complaints = sprintf ("%s\ncase %d: %s", complaints, k, complaint);
%!   endif
%! endfor
%! assert (complaints, "");

%!error <Invalid call to nnreg_predict> nnreg_predict ()

## ---- Errors of nnreg_cost

%!test
%! [X, y] = problem ();
%! theta = (1:24).' / 10;
%! args = {"LayerSizes", []};
%! cases = {theta(1:23), X, y, args, "theta.*24.*23|theta.*23.*24"
%!          [], X, y, args, "theta"
%!          "abc", X, y, args, "theta"
%!          1i * theta, X, y, args, "theta"
%!          spoiled(theta, 4, 1, NaN), X, y, args, "theta"
%!          {theta}, X, y, args, "theta"
%!          theta, "abc", y, args, '\<X\>'
%!          theta, spoiled(X, 5, 3, NaN), y, args, '\<X\>.*(5.*3.*NaN|NaN.*5.*3)'
%!          theta, X, y(1:9), args, '\<y\>'
%!          theta, X, spoiled(y, 9, 1, NaN), args, '\<y\>.*9'
%!          theta, X, ones(90, 1), args, '\<y\>'
%!          theta, X, y, [args, {"Penalty", "l1"}], "Lambda"
%!          theta, X, y, [args, {"Penalty", "foo"}], "Penalty"
%!          theta, X, y, [args, {"Lamda", 1}], "Lambda"
%!          theta, X, y, [args, {"Weights", 1}], "Weights"
%!          theta, X, y, {"LayerSizes", -2}, "LayerSizes"
%!          theta, X, y, {"LayerSizes"}, "LayerSizes"};
%! complaints = "";
%! for k = 1:rows (cases)
%!   complaint = refusal (cases{k,5}, "nnreg_cost", cases{k,1:3}, cases{k,4}{:});
%!   if (! isempty (complaint))
%!     complaints = sprintf ("%s\ncase %d: %s", complaints, k, complaint);
%!   endif
%! endfor
%! assert (complaints, "");
