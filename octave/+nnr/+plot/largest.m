## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## top = nnr.plot.largest (values)
##
## The largest size of VALUES, for the limit of an axis or of colours. It is 1 if all are zero or so
## small that gnuplot takes them for zero.

function top = largest (values)
  top = max ([0; abs(values(:))]);
  if (top < 1e-30)
    top = 1;
  end
end

%!assert (nnr.plot.largest ([-3, 2]), 3)
%!assert (nnr.plot.largest ([]), 1)
%!assert (nnr.plot.largest (1e-300), 1)
