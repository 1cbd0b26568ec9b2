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
