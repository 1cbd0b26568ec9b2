## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.folds.of_kept (value, num_samples, kept)
##
## A list with an entry for each row, without the rows that have no weight, as the NUM_SAMPLES
## others are (KEPT has their numbers, [] for all rows). A list of the kept rows passes.

function value = of_kept (value, num_samples, kept)
  count = nnr.data.count_rows (value);
  if (! isempty (kept) && count > num_samples && count >= kept(end))
    value = nnr.targets.pick_rows (value, count, kept);
  end
end

%!assert (nnr.folds.of_kept ({"a", "b", "c"}, 2, [1; 3]), {"a", "c"})
%!assert (nnr.folds.of_kept ([5; 6], 2, [1; 3]), [5; 6])
%!assert (nnr.folds.of_kept ([5; 6], 2, []), [5; 6])
