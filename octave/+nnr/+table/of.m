## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## table = nnr.table.of (s)
##
## The table that a training by the settings S reads (nnr.train.open_data), [] for a matrix.

function table = of (s)
  table = [];
  if (isfield (s, 'Table'))
    table = s.Table;
  end
end

%!assert (nnr.table.of (struct ("Seed", 0)), [])
%!assert (nnr.table.of (struct ("Table", 3)), 3)
