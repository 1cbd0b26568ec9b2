## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_checkgrad; the short ones and the errors are in its own file.

%!test
%! # the first wrong entry, not only the worst
%! f = @(t) deal (sum (t .^ 3), 3 * t .^ 2 .* [1; 1.5; 1; 3]);
%! text = evalc ("nnreg_checkgrad (f, [1; -2; 0.5; 3])");
%! assert (! isempty (strfind (text, "largest difference: entry 4")));
%! assert (! isempty (strfind (text, ...
%!                             "first wrong entry is 2: differences say 12, the function 18\n")));
%! assert (isempty (strfind (evalc ("nnreg_checkgrad (@(t) deal (sum (t), 1 + 0 * t), [1; 2])"), ...
%!                           "wrong")));
%!test
%! X = [1 2; 3 4; 5 7; 0 1];
%! theta = [0.5; -0.25; 2; 0.1; 0.3; -0.2];
%! err = nnreg_checkgrad (theta, X, [1; 2; 2; 1], "LayerSizes", [], "Penalty", "l2", ...
%!                        "Lambda", 0.1);
%! assert (err < 1e-8);
%!warning <the gradient is zero everywhere> nnreg_checkgrad (@(t) deal (1, 0 * t), [1; 2]);
%!error <^nnreg_checkgrad: theta must be a vector of 6 numbers> # its own name, as the caller's
%! nnreg_checkgrad ([1; 2], [1, 2; 3, 4], [1; 2], "LayerSizes", []);
