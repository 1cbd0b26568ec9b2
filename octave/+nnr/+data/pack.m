## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## data = nnr.data.pack (X, found, precision, threads)
##
## The samples (rows) of X one after the other, as the core reads them: a struct with the blocks of
## values, compressed or not as found (of nnr.data.scan) says, standardised where that has a mean and
## scale.
##
## A block at a time goes through the gateway, so that memory never holds X twice beyond what is
## packed.

function data = pack (X, found, precision, threads)
  size_of_block = block_rows (X, precision);
  starts = 1:size_of_block:rows (X);
  data = nnr.data.pack_rows (X, starts(1), min (size_of_block, rows (X)), found, ...
                             precision, threads);
  data.NumSamples = rows (X);
  data.BlockSamples = size_of_block;
  for b = 2:numel (starts)
    count = min (size_of_block, rows (X) - starts(b) + 1);
    part = nnr.data.pack_rows (X, starts(b), count, found, precision, threads);
    data.Values(b) = part.Values;
    if (found.Compressed)
      data.Starts(b) = part.Starts;
      data.Indices(b) = part.Indices;
    end
  end
end

## Rows in a block of about 4 MiB.
function count = block_rows (X, precision)
  bytes = 4;
  if (strcmp (precision, 'double'))
    bytes = 8;
  end
  width = columns (X);
  if (issparse (X))
    width = 2 * (1 + nnz (X) / rows (X));
  end
  count = max (64, 64 * floor (2^22 / (bytes * width) / 64));
end
