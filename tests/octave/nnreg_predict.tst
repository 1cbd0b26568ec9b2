## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_predict; the short ones and the errors are in its own file.

%!test
%! # regression in the user's units
%! X = (1:100).' / 100;
%! model = nnreg_fit (X, 1e6 * X + 5, "Task", "regression", "LayerSizes", [], ...
%!                    "Epochs", 300, "LearnRate", 0.02, "BatchSize", 20, "Verbose", 0);
%! assert (nnreg_predict (model, X), 1e6 * X + 5, 2e3);
%!test
%! # a spread that is small beside the mean is not lost in single precision
%! X = linspace (0, 1, 400).';
%! y = 1.7e9 + 100 * X;
%! model = nnreg_fit (X, y, "Task", "regression", "LayerSizes", [], "Epochs", 400, ...
%!                    "LearnRate", 0.05, "BatchSize", 50, "Verbose", 0);
%! assert (nnreg_predict (model, X), y, 1);
%!test
%! # X read where it is, packed, and sparse
%! [X, y] = nnreg_digits ();
%! X = X + 1;
%! for precision = {"single", "double"}
%!   model = nnreg_fit (X, y, "Epochs", 2, "Verbose", 0, "Precision", precision{1});
%!   [a, sa] = nnreg_predict (model, single (X));
%!   [b, sb] = nnreg_predict (model, X);
%!   [c, sc] = nnreg_predict (model, sparse (X));
%!   assert (double (sa), double (sb), 2e-6);
%!   assert (double (sa), double (sc), 2e-6);
%!   assert (mean (a != b | a != c) < 0.005); # two classes may be as likely
%! end

%!function [X, idx] = data ()
%!  k = (1:40).';
%!  X = [sin(k), cos(2 * k), sin(3 * k) .^ 2];
%!  idx = 1 + (X(:,1) > 0);
%!endfunction
%!function model = fitted (y, varargin)
%!  model = nnreg_fit (data (), y, "Epochs", 3, "Verbose", 0, "LayerSizes", varargin{:});
%!endfunction

%!function refuse_gaps (y, yhat)
%!  try
%!    nnreg_metrics (y, yhat);
%!    got = "";
%!  catch err
%!    got = err.message;
%!  end
%!  assert (strncmp (got, "nnreg_metrics: ypred has no label in 2 rows, the first is ", 58), got);
%!endfunction

%!test
%! # the rows with NaN have no label and no scores; the others are what they were
%! [X, idx] = data ();
%! names = {"no"; "maybe"};
%! [Z, gone] = deal (X, [2, 40]);
%! Z(gone,:) = [NaN, 1, NaN; 0, 0, NaN];
%! kinds = {idx, NaN; single(idx), single(NaN); int8(idx), NaN; idx == 2, NaN; ...
%!          names(idx), {''}; char(names(idx)), blanks(5)};
%! for kind = kinds.'
%!   model = fitted (kind{1}, 5);
%!   [expected, all_scores] = nnreg_predict (model, X);
%!   if (! (iscell (expected) || ischar (expected) || isfloat (expected)))
%!     expected = double (expected);
%!   endif
%!   [whole, whole_scores] = nnreg_predict (model, X, "MissingRows", "keep");
%!   assert ({whole, whole_scores}, {expected, all_scores});  # also if no row has NaN
%!   expected(gone,:) = repmat (kind{2}, 2, 1);
%!   all_scores(gone,:) = NaN;
%!   [yhat, scores] = nnreg_predict (model, Z, "missingrows", "Keep");
%!   assert ({class(yhat), class(scores)}, {class(expected), "single"});
%!   assert (yhat, expected);
%!   assert (scores, all_scores, 1e-6);
%!   assert (nnreg_predict (model, Z(gone,:), "MissingRows", "keep"), expected(gone,:));
%!   assert (nnreg_predict (model, sparse (Z), "MissingRows", "keep"), expected);
%!   refuse_gaps (kind{1}, yhat);       # nnreg_metrics does not count them as a class
%!   m = nnreg_metrics (kind{1}, yhat, "Weights", ! isnan (scores(:,1)));
%!   assert (m.NumSamples, 38);
%! end

%!test
%! # responses
%! X = data ();
%! model = fitted (100 * X(:,1:2), 5, "Task", "regression", "Precision", "double");
%! expected = nnreg_predict (model, X);
%! X(3,2) = NaN;
%! expected(3,:) = NaN;
%! [yhat, scores] = nnreg_predict (model, X, "MissingRows", "keep");
%! assert ({yhat, scores}, {expected, expected}, 1e-12);
%! assert (nnreg_predict (model, X(3,:), "MissingRows", "keep"), [NaN, NaN]);

%!test
%! # a compacted model reads its inputs alone: NaN elsewhere is not missing
%! [X, idx] = data ();
%! model = fitted (idx, 5, "FeatureNames", {"a", "b", "c"});
%! model.Weights{1}(:,2) = 0;
%! small = nnreg_compact (model);
%! [~, expected] = nnreg_predict (small, X);
%! X(4,2) = NaN;
%! X(6,3) = NaN;
%! [~, scores] = nnreg_predict (small, X, "MissingRows", "keep");
%! assert (find (isnan (scores(:,1))), 6);
%! assert (scores([1:5, 7:40],:), expected([1:5, 7:40],:), 1e-6);
%! [~, same] = nnreg_predict (small, X(:,[3, 1]), "MissingRows", "keep", ...
%!                            "FeatureNames", {"c", "a"});
%! assert (same, scores, 1e-6);
%! [~, scores] = nnreg_predict (model, X, "MissingRows", "keep");
%! assert (find (isnan (scores(:,1))), [4; 6]);

%!test
%! # columns by name, in any order, with others between them
%! [X, idx] = data ();
%! for extra = {{5}, {5, "Standardize", true}, {[]}}
%!   model = fitted (idx, extra{1}{:}, "FeatureNames", {"a", "b", "c"});
%!   [yhat, scores] = nnreg_predict (model, X);
%!   Z = [X(:,3), Inf(40, 1), X(:,1:2)];
%!   for convert = {@double, @sparse}
%!     [y, s] = nnreg_predict (model, convert{1}(Z), "FeatureNames", {"c"; "other"; "a"; "b"});
%!     assert (y, yhat);
%!     assert (s, scores, 1e-6);
%!   end
%!   [y, s] = nnreg_predict (model, X, "FeatureNames", {"a", "b", "c"}, "Threads", 1);
%!   assert ({y, s}, {yhat, scores});
%! end

%!shared X, model
%! [X, idx] = data ();
%! model = fitted (idx, 5, "FeatureNames", {"a", "b", "c"});
%!error <nnreg_predict: X lacks 2 columns that MODEL was fitted on: "a", "c">
%! nnreg_predict (model, X, "FeatureNames", {"A", "b", "C"});
%!error <nnreg_predict: X lacks 1 column that MODEL was fitted on: "c"; did you mean "cc"\?>
%! nnreg_predict (model, X, "FeatureNames", {"a", "b", "cc"});
%!error <nnreg_predict: FeatureNames must differ, "b" is there twice>
%! nnreg_predict (model, X, "FeatureNames", {"a", "b", "b"});
%!error <nnreg_predict: FeatureNames must have a name for each of the 3 columns of X, got 4>
%! nnreg_predict (model, X, "FeatureNames", {"a", "b", "c", "d"});
%!error <nnreg_predict: MODEL has no FeatureNames to find the columns by: fit it with>
%! nnreg_predict (fitted (X(:,1) > 0, 5), X, "FeatureNames", {"a", "b", "c"});
%!error <nnreg_predict: X has NaN in 3 of 40 rows, the first is X\(2,3\); to go on without such>
%! X(2:4,3) = NaN;
%! nnreg_predict (model, X);
%!error <nnreg_predict: X\(4,2\) is -Inf>
%! X(3,:) = NaN;
%! X(4,2) = -Inf;
%! nnreg_predict (model, X, "MissingRows", "keep");
%!error <nnreg_predict: X\(3,1\) is Inf>
%! X(3,:) = [Inf, NaN, 0];
%! nnreg_predict (model, sparse (X), "MissingRows", "keep");
%!error <nnreg_predict: MissingRows must be "error" or "keep", got "omit">
%! nnreg_predict (model, X, "MissingRows", "omit");
%!error <nnreg_predict: "MissingRows", "keep" returns labels as doubles, which cannot hold all Cl>
%! big = int64 (9007199254740993) - int64 (X(:,1) > 0);
%! nnreg_predict (fitted (big, 5), X, "MissingRows", "keep");
