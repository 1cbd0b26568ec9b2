## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## rgb = nnr.plot.share_colours (values)
##
## Colours (M-by-N-by-3) of numbers from 0 (white) to 1 (dark blue). NaN is grey.

function rgb = share_colours (values)
  c = nnr.plot.palette ();
  rgb = ones ([size(values), 3]);
  for k = 1:3
    layer = 1 - max (min (values, 1), 0) * (1 - 0.8 * c.Blue(k));
    layer(isnan (values)) = c.Grey(k);
    rgb(:,:,k) = layer;
  end
end

%!assert (squeeze (nnr.plot.share_colours ([0, NaN])), ...
%!        [1, 1, 1; getfield(nnr.plot.palette (), "Grey")])
