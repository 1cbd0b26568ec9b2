## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## counts = nnr.path.elimination_counts (num_inputs, max_features)
##
## The numbers of inputs that a path by elimination visits, from all to one. Each step drops at most
## a fifth (measured: larger steps choose worse, smaller ones no better). MAX_FEATURES and 1, 2, 5,
## 10, 20, 50, ... are always among them.

function counts = elimination_counts (num_inputs, max_features)
  marks = [1; 2; 5] * 10 .^ (0:9);
  marks = [marks(:).', max_features];
  counts = num_inputs;
  while (counts(end) > 1)
    last = counts(end);
    next = last - max (1, floor (last / 5));
    between = marks(marks < last & marks > next);
    counts(end + 1) = max ([next, between]);
  end
end

%!assert (nnr.path.elimination_counts (12, Inf), [12, 10, 8, 7, 6, 5, 4, 3, 2, 1])
%!assert (nnr.path.elimination_counts (1, Inf), 1)
%!test
%! counts = nnr.path.elimination_counts (784, 33);
%! assert (all (ismember ([500, 200, 100, 50, 33, 20, 10, 5], counts)));
%! assert (all (diff (counts) < 0 & -diff (counts) <= max (1, counts(1:end - 1) / 5)));
