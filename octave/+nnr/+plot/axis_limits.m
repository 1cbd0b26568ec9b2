## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## limits = nnr.plot.axis_limits (values, share)
##
## Limits of an axis that shows all finite values, with share of their range as a margin on each
## side. If the values are all the same, the limits are still different for Octave.

function limits = axis_limits (values, share)
  values = values(isfinite (values));
  if (isempty (values))
    limits = [0, 1];
    return;
  end
  [low, high] = deal (min (values(:)), max (values(:)));
  margin = share * (high - low);
  if (high - low <= 1e-9 * max (max (abs ([low, high])), 1e-90))
    margin = 0.1 * max (abs (high), 1);
  end
  limits = [low - margin, high + margin];
end

%!assert (nnr.plot.axis_limits ([3; 1; NaN; 2], 0.5), [0, 4])
%!assert (nnr.plot.axis_limits ([Inf, 2, -2], 0), [-2, 2])
%!assert (nnr.plot.axis_limits ([5, 5], 0.1), [4.5, 5.5])
%!assert (nnr.plot.axis_limits ([0, 1e-320], 0.1), [-0.1, 0.1], eps)
%!assert (diff (nnr.plot.axis_limits ([1e17, 1e17 + 32], 0.1)) > 1e16)
%!assert (nnr.plot.axis_limits ([NaN, -Inf], 0.1), [0, 1])
