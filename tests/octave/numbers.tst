## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Unusual data and settings: one sample, constant columns, batches larger than the data, lambdas
## and scales far from 1. The result is sensible, or an error says what is wrong; weights are
## always finite. The functions oracle_*.m must be on the path.

%!function [X, y, R] = some_data ()
%!  X = oracle_data (20, 3, 1);
%!  y = 1 + (X(:,1) > 0.5);
%!  R = X * [1; 2; 3];
%!endfunction

%!function assert_finite (model)
%!  for l = 1:numel (model.Weights)
%!    assert (all (isfinite ([model.Weights{l}(:); model.Biases{l}])));
%!  end
%!endfunction

## A regression by the exact solver and one by Adam, a row cell.
%!function models = both_solvers (X, R, varargin)
%!  args = {"Task", "regression", "Verbose", 0, varargin{:}};
%!  models = {nnreg_fit(X, R, "LayerSizes", [], args{:}), ...
%!            nnreg_fit(X, R, "LayerSizes", 6, "LearnRate", 0.01, args{:})};
%!  cellfun (@assert_finite, models);
%!endfunction

%!function text = failure (id, varargin)
%!  text = "";
%!  try
%!    nnreg_fit (varargin{:}, "Verbose", 0);
%!  catch err
%!    assert (err.identifier, id);
%!    text = err.message;
%!  end
%!endfunction

%!test # a regression learns from one sample, a classification needs two classes
%! for model = both_solvers ([1, 2, 3], 7, "Epochs", 200)
%!   assert (nnreg_predict (model{1}, [1, 2, 3]), 7, 0.02);
%! end
%!error <nnreg_fit: y has only one class \(1\); a classification needs two at least>
%! nnreg_fit ([1, 2, 3], 1)
%!warning <nnreg_fit: y has 30 different numbers in 30 rows, .* give "Task", "regression">
%! nnreg_fit ((1:30).', 1000 * (1:30).', "Epochs", 1, "Verbose", 0);
%!error <nnreg_fit: y has 30 different numbers in 30 rows, .* give "Task", "regression">
%! nnreg_fit (ones (30, 2), (1:30)' / 7)
%!test # halves can be classes, and so can many whole numbers
%! m = nnreg_fit ([1:30; 1:30]', repmat ([0.5; 1; 1.5], 10, 1), "Epochs", 1, "Verbose", 0);
%! assert (m.ClassNames, [0.5; 1; 1.5]);
%! m = nnreg_fit ([1:30; 1:30]', (1:30)', "Epochs", 1, "Verbose", 0);
%! assert (m.ClassNames, (1:30)');

%!test # constant responses are predicted exactly, by the biases alone
%! X = some_data ();
%! for model = both_solvers (X, repmat ([5e6, -3], 20, 1), "Epochs", 200)
%!   assert (nnreg_predict (model{1}, X), repmat ([5e6, -3], 20, 1), 0.05);
%! end
%! model = both_solvers (X, 5 * ones (20, 1), "Penalty", "l1", "Lambda", 0.01, "Epochs", 200){1};
%! assert (! any (model.Weights{1}));
%! assert (nnreg_predict (model, X), 5 * ones (20, 1), 1e-6);

%!test # zero and constant columns have no effect with "Standardize", and do no harm without
%! [X, ~, R] = some_data ();
%! Z = [zeros(20, 2), X, 3 * ones(20, 1)];
%! both_solvers (Z, R);
%! a = both_solvers (Z, R, "Standardize", true, "Penalty", "l1", "Lambda", 0.01){1};
%! b = both_solvers (X, R, "Standardize", true, "Penalty", "l1", "Lambda", 0.01){1};
%! assert (a.Weights{1}(3:5), b.Weights{1}, 1e-6);
%! assert (a.Weights{1}([1, 2, 6]), [0, 0, 0]);

%!test # an X of zeros, full or sparse, predicts the mean or the shares of the classes
%! for X = {zeros(20, 3), sparse(20, 3)}
%!   R = (1:20).' / 10;
%!   assert (nnreg_predict (both_solvers (X{1}, R){1}, X{1}), repmat (mean (R), 20, 1), 1e-6);
%!   y = 1 + ((1:20).' > 15);
%!   model = nnreg_fit (X{1}, y, "LayerSizes", [], "Verbose", 0);
%!   [~, p] = nnreg_predict (model, X{1});
%!   assert (p, repmat ([0.75, 0.25], 20, 1), 1e-6);
%! end

%!test # a batch larger than the data has all rows
%! [X, y] = some_data ();
%! a = nnreg_fit (X, y, "BatchSize", 20, "Verbose", 0);
%! for size = [21, 1e9, 2 ^ 53]
%!   b = nnreg_fit (X, y, "BatchSize", size, "Verbose", 0);
%!   assert (b.Weights, a.Weights);
%! end

%!test # huge lambdas leave the best constant; tiny ones have no effect
%! [X, ~, R] = some_data ();
%! none = both_solvers (X, R){1};
%! for penalty = {"l1", "elasticnet", "group", "l2"}
%!   for lambda = [1e10, 1e100, 1e300]
%!     model = both_solvers (X, R, "Penalty", penalty{1}, "Lambda", lambda, "Solver", "fista"){1};
%!     assert (max (abs (model.Weights{1})) < 1e-9);
%!     assert (strcmp (penalty{1}, "l2") || ! any (model.Weights{1}));
%!     assert (nnreg_predict (model, X), repmat (mean (R), 20, 1), 1e-6);
%!   end
%!   for lambda = [1e-30, 1e-300, 1e-320]
%!     model = both_solvers (X, R, "Penalty", penalty{1}, "Lambda", lambda){1};
%!     assert (model.Weights, none.Weights, 1e-6);
%!   end
%! end

%!test # Adam with a huge lambda: L1 leaves no weight, L2 diverges and the error says what to try
%! [X, y, R] = some_data ();
%! for lambda = [1e10, 1e100, 1e300]
%!   model = nnreg_fit (X, y, "Penalty", "l1", "Lambda", lambda, "Verbose", 0);
%!   assert (! any ([model.Weights{1}(:); model.Weights{2}(:)]));
%! end
%! text = failure ("nnreg:diverged", X, y, "Penalty", "l2", "Lambda", 1e100);
%! assert (! isempty (strfind (text, ["; try a smaller LearnRate, or a smaller Lambda, or " ...
%!                                    '"Standardize", true, or "Precision", "double"'])));
%! text = failure ("nnreg:diverged", 1e200 * X, y, "Precision", "double", "Standardize", false);
%! assert (! isempty (regexp (text, '; try a smaller LearnRate, or "Standardize", true$')));
%! text = failure ("nnreg:diverged", 1e200 * X, R, "Task", "regression", "LayerSizes", [], ...
%!                "Standardize", false);
%! assert (! isempty (regexp (text, '; try "Standardize", true$')));

%!test # X and y of any scale that the precision can hold are accepted, others are refused
%! [X, y, R] = some_data ();
%! for scale = [1e-300, 1e-30, 1e30, 1e38]
%!   assert_finite (nnreg_fit (scale * X, y, "Precision", "double", "Verbose", 0, "Epochs", 2));
%!   assert_finite (nnreg_fit (X, scale * R, "Task", "regression", "Verbose", 0, "Epochs", 2));
%! end
%! for scale = [1e-20, 1e15, 1e38]
%!   assert_finite (nnreg_fit (scale * X, y, "Standardize", true, "Verbose", 0, "Epochs", 2));
%!   model = nnreg_fit (scale * X, R, "Task", "regression", "LayerSizes", [], "Verbose", 0);
%!   assert (nnreg_predict (model, scale * X), R, 1e-5);
%! end
%! text = failure ("nnreg:badData", 1e200 * X, y);
%! assert (! isempty (strfind (text, "single precision cannot hold")));
%! text = failure ("nnreg:badData", X, 1e200 * R, "Task", "regression");
%! assert (! isempty (strfind (text, "y is too large to be standardised")));

%!test # tiny columns and responses are standardised, although their squares underflow
%! [X, y, R] = some_data ();
%! args = {"Task", "regression", "LayerSizes", [], "Standardize", true, "Verbose", 0};
%! plain = nnreg_fit (X, R, args{:});
%! for scale = 2 .^ [-520, -600, -1000]
%!   for Z = {scale * X, sparse(scale * X)}
%!     model = nnreg_fit (Z{1}, R, args{:});
%!     assert (model.InputScale, scale * plain.InputScale, -1e-12);
%!     assert (model.Weights, plain.Weights, 1e-9);
%!     assert (nnreg_predict (model, Z{1}), R, 1e-5);
%!   end
%!   model = nnreg_fit (X, scale * R, args{:});
%!   assert (model.ResponseScale, scale * plain.ResponseScale);
%!   assert (nnreg_predict (model, X) / scale, R, 1e-5);
%! end

%!test # only the ratios of ClassWeights count
%! [X, y] = some_data ();
%! args = {"ClassWeights", [1, 3], "Verbose", 0, "Epochs", 2};
%! plain = nnreg_fit (X, y, args{:});
%! for scale = 2 .^ [-1060, -600, 1020]
%!   args{2} = scale * [1, 3];
%!   assert (nnreg_fit (X, y, args{:}).Weights, plain.Weights, 1e-6);
%! end

%!test # for large responses the advice is to standardise them
%! [X, ~, R] = some_data ();
%! text = failure ("nnreg:diverged", X, 1e40 * R, "Task", "regression", "StandardizeY", false);
%! assert (! isempty (strfind (text, '"Standardize", true, or "StandardizeY", true, or ')));

%!function text = warned (id, varargin)
%!  lastwarn ("", "");
%!  model = nnreg_fit (varargin{1:2}, "Epochs", 20, "BatchSize", 128, "Penalty", "none", ...
%!                     varargin{3:end}, "Verbose", 0);
%!  [text, got] = lastwarn ();
%!  if (! strncmp (got, "nnreg:", 6))   # in Octave 11 a warning of its own that is switched off
%!    got = "";
%!  end
%!  assert (got, id);
%!  assert_finite (model);
%!endfunction

%!test # a far too large LearnRate, all numbers finite: a warning with advice
%! [X, y] = nnreg_digits ();
%! X /= 16;
%! for rate = [1, 10, 1e10]
%!   for activation = {"relu", "tanh"}
%!     text = warned ("nnreg:diverged", X, y, "LearnRate", rate, "Activations", activation{1});
%!     said = ['^nnreg_fit: the training diverged: the data loss rose from 2\.\d+ to \S+ and ' ...
%!             'ended at \S+, a constant prediction has 2\.3; the weights of epoch 20 are ' ...
%!             'returned; try a smaller LearnRate'];
%!     assert (! isempty (regexp (text, said)));
%!   end
%! end
%! warned ("nnreg:diverged", X, X(:,4), "Task", "regression", "LearnRate", 30);
%! warned ("nnreg:diverged", X, y, "LearnRate", 1e10, "ValidationFraction", 0.2);

%!test # the warning comes after two bad epochs; the training continues, and here recovers
%! X = nnreg_digits () / 16;
%! args = {X, X(:,4), "Task", "regression", "LearnRate", 1.5, "LayerSizes", 16, "Verbose", 0, ...
%!         "Epochs", 20, "BatchSize", 128, "Penalty", "none"};
%! not_warned = @() ! strcmp (nthargout (2, @lastwarn), "nnreg:diverged");
%! for more = {{}, {"OutputFcn", @(h) numel (h.Epoch) > 1 && not_warned()}}
%!   lastwarn ("", "");
%!   [~, h] = nnreg_fit (args{:}, more{1}{:});
%!   [text, id] = lastwarn ();
%!   assert (id, "nnreg:diverged");
%!   said = ['^nnreg_fit: the training diverges: the data loss of epoch 2 is \S+, at the start ' ...
%!           'it was 1\.\d+, a constant prediction has 1; it goes on and may recover, ' ...
%!           'but the steps are too long; try a smaller LearnRate'];
%!   assert (! isempty (regexp (text, said)));
%!   assert (rows (h.Epoch), 20);
%!   assert (all (h.DataLoss(1:2) > 20) && h.DataLoss(end) < 1.02);
%! end

%!function not_diverged (varargin)
%!  warning ("error", "nnreg:diverged", "local");
%!  warning ("off", "nnreg:allZero", "local");
%!  assert_finite (nnreg_fit (varargin{1:2}, "Epochs", 20, "BatchSize", 128, varargin{3:end}, ...
%!                            "Verbose", 0));
%!endfunction

%!test # no such warning: one epoch, raw units, nothing to learn, a penalty that holds all weights
%! [X, y] = nnreg_digits ();
%! for args = {{"Epochs", 1, "LearnRate", 1e-5}, {"LearnRate", 0.05}, ...
%!             {"Penalty", "l1", "Lambda", 10}, {"Weights", 1 + (y == 3), "Epochs", 2}}
%!   not_diverged (X, y, args{1}{:});
%!   not_diverged (X, 1e3 * y, "Task", "regression", args{1}{:});
%!   not_diverged (X, 1e3 * y, "Task", "regression", "StandardizeY", false, args{1}{:});
%! end
%! not_diverged (X, mod ((1:rows (X)).' * 7, 3), "Epochs", 3);

%!test # the processor's mode is restored, after errors too: denormal numbers are not zero
%! [X, y] = some_data ();
%! tiny = realmin;
%! nnreg_fit (X, y, "Verbose", 0, "Threads", 2);
%! assert (tiny / 4 > 0);
%! failure ("nnreg:diverged", X, y, "Penalty", "l2", "Lambda", 1e100);
%! assert (tiny / 4 > 0);
%! failure ("nnreg:badData", [X; NaN(1, 3)], [y; 1]);
%! assert (tiny / 4 > 0);

%!test # a saturated softmax gives probabilities of 0 and 1 and finite losses
%! [X, y] = some_data ();
%! model = nnreg_fit (X, y, "Verbose", 0, "Epochs", 1);
%! model.Weights{2} *= 1e30;
%! [yhat, p] = nnreg_predict (model, X);
%! assert (all (isfinite (p(:))));
%! assert (sum (p, 2), ones (20, 1), 1e-6);
%! m = nnreg_evaluate (model, X, y);
%! assert (isfinite (m.LogLoss) || m.Accuracy < 1);
%! failure ("nnreg:diverged", X, y, "InitialModel", model);   # squares of its gradient overflow
%! model.Weights{2} /= 1e20;
%! assert_finite (nnreg_fit (X, y, "Verbose", 0, "Epochs", 2, "InitialModel", model));
