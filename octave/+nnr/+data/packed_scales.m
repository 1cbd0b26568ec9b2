## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [average, scale] = nnr.data.packed_scales (d)
##
## The means and scales of the inputs (D-by-1 each) by which the data D (nnr.train.scale_data) are
## packed; [] if X is packed as it is.

function [average, scale] = packed_scales (d)
  [average, scale] = deal (d.Mean, d.Scale);
  if (! isempty (d.Data.Offset))
    [average, scale] = deal (d.Data.Offset, ones (size (d.Data.Offset)));
  end
end

%!test
%! d = struct ("Mean", 1, "Scale", 2, "Data", struct ("Offset", []));
%! [average, scale] = nnr.data.packed_scales (d);
%! assert ([average, scale], [1, 2]);
%! [d.Mean, d.Scale, d.Data.Offset] = deal ([], [], [3; 4]);
%! [average, scale] = nnr.data.packed_scales (d);
%! assert ([average, scale], [3, 1; 4, 1]);
