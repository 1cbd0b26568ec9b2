## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.targets.warn_of_weights (weights, kept)
## nnr.targets.warn_of_weights (weights, kept, of)
##
## Warns where one row has so large a weight that a model learns from it alone, or a metric is that
## of this row. KEPT has the numbers of the rows to which the WEIGHTS belong ([]: all), OF is the
## name of what has these rows (X).

function warn_of_weights (weights, kept, of)
  if (isempty (weights))
    return
  end
  [most, row] = max (weights);
  rest = weights;
  rest(row) = 0;
  if (any (rest) && most / 1000 > sum (rest))
    if (! isempty (kept))
      row = kept(row);
    end
    if (nargin < 3)
      of = 'X';
    end
    nnr.words.warn ('nnreg:weights', ['row %d of %s has the weight %.3g, all others together ' ...
                                      '%.3g: they hardly count; correct Weights'], row, of, ...
                    most, sum (rest));
  end
end

%!warning <row 2 of X has the weight 1e\+15, all others together 4: they hardly count; correct>
%! nnr.targets.warn_of_weights ([1; 1e15; 3], []);
%!warning <row 7 of X has the weight 1e\+06, all others together 4: they hardly count; correct>
%! nnr.targets.warn_of_weights ([1; 1e6; 3], [2; 7; 9]);
%!warning <row 1 of ytrue has the weight 1e\+06, all others together 1: they hardly count;>
%! nnr.targets.warn_of_weights ([1e6; 1], [], "ytrue");
%!test
%! lastwarn ("");
%! nnr.targets.warn_of_weights ([1; 900; 3], []);
%! nnr.targets.warn_of_weights (5, []);
%! nnr.targets.warn_of_weights ([], []);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
