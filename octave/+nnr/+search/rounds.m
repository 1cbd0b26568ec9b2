## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## rounds = nnr.search.rounds (count, factor)
##
## The rounds of a search over COUNT candidates with this FACTOR of halving (0: none, so one round),
## a struct array: Count is the number of candidates that take part, Share how much of their epochs
## they have trained when the round ends.

function rounds = rounds (count, factor)
  rounds = struct ('Count', count, 'Share', 1);
  if (factor == 0)
    return;
  end
  num_rounds = 1 + floor (log (count) / log (factor) + 1e-9);
  for k = 1:num_rounds
    rounds(k).Count = ceil (count / factor ^ (k - 1) - 1e-9);
    rounds(k).Share = factor ^ (k - num_rounds);
  end
end

%!assert (nnr.search.rounds (18, 0), struct ("Count", 18, "Share", 1))
%!test
%! r = nnr.search.rounds (18, 3);
%! assert ([r.Count], [18, 6, 2]);
%! assert ([r.Share], [1, 3, 9] / 9, eps);
%!test
%! counts = @(varargin) arrayfun (@(r) r.Count, nnr.search.rounds (varargin{:}));
%! assert (counts (27, 3), [27, 9, 3, 1]);
%! assert (counts (8, 2), [8, 4, 2, 1]);
%! assert (counts (2, 3), 2);
