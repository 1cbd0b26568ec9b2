## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Y = nnr.targets.response_matrix (argument, y, wanted)
##
## The responses y of a regression as a full, finite matrix of floats of the size wanted, N-by-R
## ([]: any size). A row of N numbers passes as N-by-1. ARGUMENT is the name of y in errors.

function Y = response_matrix (argument, y, wanted)
  if (! ((isnumeric (y) || islogical (y)) && isreal (y) && ndims (y) == 2 && ! isempty (y)))
    error ('nnreg:badData', '%s must be a matrix of real numbers, got %s', argument, ...
           nnr.words.show_value (y));
  end
  Y = full (y);
  if (! isfloat (Y))
    Y = double (Y);
  end
  if (isrow (Y) && isequal (wanted, [numel(Y), 1]))
    Y = Y.';
  end
  if (! isempty (wanted) && ! isequal (size (Y), wanted))
    error ('nnreg:badData', '%s must be %dx%d, got %s', argument, wanted, nnr.words.show_value (y));
  end
  bad = find (! isfinite (Y.'), 1);
  if (! isempty (bad))
    [j, i] = ind2sub (size (Y.'), bad);
    error ('nnreg:badData', '%s must be finite, entry (%d, %d) is %g', argument, i, j, Y(i,j));
  end
end

%!assert (nnr.targets.response_matrix ("y", uint8 ([1; 2]), []), [1; 2])
%!assert (nnr.targets.response_matrix ("y", sparse ([1, 2]), [2, 1]), [1; 2])
%!assert (nnr.targets.response_matrix ("y", [1, 2], [1, 2]), [1, 2])
%!error <y must be a matrix of real numbers, got \[\]> nnr.targets.response_matrix ("y", [], [])
%!error <y must be a matrix of real numbers, got "a"> nnr.targets.response_matrix ("y", "a", [])
%!error <y must be a matrix of real numbers, got> nnr.targets.response_matrix ("y", 1i, [])
%!error <y must be 2x1, got \[1; 2; 3\]> nnr.targets.response_matrix ("y", [1; 2; 3], [2, 1])
%!error <y must be finite, entry \(1, 2\) is Inf>
%! nnr.targets.response_matrix ("y", [1, Inf; NaN, 1], [])
