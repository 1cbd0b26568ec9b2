## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## y = nnr.targets.pick_rows (y, num_samples, kept)
##
## The samples KEPT of y, which has a row for each of NUM_SAMPLES samples, or is a vector of them.
## Anything else, such as [], stays as it is.

function y = pick_rows (y, num_samples, kept)
  if (rows (y) == num_samples)
    y = y(kept,:);
  elseif (isvector (y) && numel (y) == num_samples)
    y = y(kept);
  end
end

%!assert (nnr.targets.pick_rows ([1; 2; 3], 3, [1; 3]), [1; 3])
%!assert (nnr.targets.pick_rows ({"a", "b"}, 2, 2), {"b"})
%!assert (nnr.targets.pick_rows (["no "; "yes"], 2, 2), "yes")
%!assert (nnr.targets.pick_rows (sparse (eye (3)), 3, [1; 3]), sparse ([1, 0, 0; 0, 0, 1]))
%!assert (nnr.targets.pick_rows ([], 2, 1), [])
