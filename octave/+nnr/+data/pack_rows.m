## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## data = nnr.data.pack_rows (X, first, count, found, precision, threads)
##
## Packs COUNT rows of X, from row FIRST on, as one block.

function data = pack_rows (X, first, count, found, precision, threads)
  [values, starts, indices] = __nnreg_pack__ (X, first - 1, count, found.Mean, ...
                                              found.Scale, precision, ...
                                              double (found.Compressed), threads);
  data = struct ('NumSamples', count, 'NumInputs', columns (X), ...
                 'BlockSamples', count, 'Values', {{values}}, 'Starts', {{}}, ...
                 'Indices', {{}}, 'Shift', [], 'Divisor', found.Divisor);
  if (found.Compressed)
    data.Starts = {starts};
    data.Indices = {indices};
    if (any (found.Mean))
      ## Packed is x / scale. The core's products subtract mean / scale, so that zeros stay free.
      data.Shift = found.Mean ./ found.Scale;
    end
  end
end
