## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## at = nnr.plot.spread_labels (wanted, gap, limits)
##
## Places for labels as near as possible to the ones WANTED (ascending, in the sense of least
## squares), with at least GAP between neighbours, within LIMITS. If these have no room for all, the
## gap becomes smaller.

function at = spread_labels (wanted, gap, limits)
  count = numel (wanted);
  if (count == 0)                # repelem does not take it
    at = zeros (1, 0);
    return
  end
  gap = min (gap, diff (limits) / max (1, count - 1));
  steps = gap * (0:count - 1);
  ## Without the gaps the places must only ascend: neighbours that do not become one group, at its
  ## mean.
  [means, sizes] = deal (zeros (1, 0));
  for value = wanted(:).' - steps
    means(end + 1) = value;
    sizes(end + 1) = 1;
    while (numel (means) > 1 && means(end) <= means(end - 1))
      total = sizes(end) + sizes(end - 1);
      means(end - 1) = means(end - 1:end) * sizes(end - 1:end).' / total;
      sizes(end - 1) = total;
      [means(end), sizes(end)] = deal ([]);
    end
  end
  at = repelem (means, sizes);
  at = min (max (at, limits(1)), limits(2) - gap * (count - 1)) + steps;
end

%!assert (nnr.plot.spread_labels ([1, 5, 9], 2, [0, 10]), [1, 5, 9])
%!assert (nnr.plot.spread_labels ([5, 5, 5], 2, [0, 10]), [3, 5, 7])
%!assert (nnr.plot.spread_labels ([5, 5.5, 6, 9], 1, [0, 10]), [4.5, 5.5, 6.5, 9], 1e-12)
%!assert (nnr.plot.spread_labels ([9, 10, 10], 2, [0, 10]), [6, 8, 10])
%!assert (nnr.plot.spread_labels ([0, 0], 1, [0, 10]), [0, 1])
%!assert (nnr.plot.spread_labels ([0, 0, 0], 4, [0, 6]), [0, 3, 6])
%!assert (nnr.plot.spread_labels ([], 1, [0, 1]), zeros (1, 0))
%!assert (nnr.plot.spread_labels (3, 1, [0, 2]), 2)
