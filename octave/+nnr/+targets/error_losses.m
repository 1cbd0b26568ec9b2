## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## losses = nnr.targets.error_losses (errors, thresholds)
##
## The loss of each of the ERRORS (R-by-N), which are in the units of the standardised responses. As
## in the core (nnreg_targets in nnreg.h), with the THRESHOLDS of the R responses it is e^2 up to
## the threshold t and t (2 |e| - t) beyond; for t = 0 it is |e|, and for THRESHOLDS [] it is e^2.

function losses = error_losses (errors, thresholds)
  if (isempty (thresholds))
    losses = errors .^ 2;
    return
  end
  t = thresholds(:);
  sizes = abs (errors);
  inside = min (sizes, t);
  losses = inside .^ 2 + 2 * t .* (sizes - inside);
  absolute = t == 0;
  losses(absolute,:) = sizes(absolute,:);
end

%!assert (nnr.targets.error_losses ([1, -3], []), [1, 9])
%!assert (nnr.targets.error_losses ([1, -3; 1, -3; 0.5, 2], [2; 0; 1]), [1, 8; 1, 3; 0.25, 3])
