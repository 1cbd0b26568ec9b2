## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## rgb = nnr.plot.signed_colours (values, limit)
##
## Colours (M-by-N-by-3) of numbers from -LIMIT (blue) over white to LIMIT (orange). Exact zeros
## are grey, so that they differ from small numbers. NaN, for no number, is white.

function rgb = signed_colours (values, limit)
  c = nnr.plot.palette ();
  ## The root shows small weights too.
  depth = sqrt (min (abs (values) / limit, 1));
  rgb = ones ([size(values), 3]);
  for k = 1:3
    end_colour = c.Blue(k) * (values < 0) + c.Orange(k) * (values > 0);
    layer = 1 - depth .* (1 - end_colour);
    layer(values == 0) = c.Grey(k);
    layer(isnan (values)) = 1;
    rgb(:,:,k) = layer;
  end
end

%!test
%! rgb = nnr.plot.signed_colours ([-2, 0, 1e-300, 2, NaN], 2);
%! c = nnr.plot.palette ();
%! assert (squeeze (rgb), [c.Blue; c.Grey; 1, 1, 1; c.Orange; 1, 1, 1], 1e-12);
