## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## data = nnr.data.pack (X, found, precision, threads)
##
## Packs X as the core reads it, sample after sample: a struct with blocks of values, compressed and
## standardised as FOUND (nnr.data.scan) says. The gateway packs one block at a time, so memory
## holds X only once besides the packed data.

function data = pack (X, found, precision, threads)
  size_of_block = block_rows (X, precision);
  starts = 1:size_of_block:rows (X);
  for b = 1:numel (starts)
    nnr.words.progress ();
    count = min (size_of_block, rows (X) - starts(b) + 1);
    part = nnr.data.pack_rows (X, starts(b), count, found, precision, threads);
    if (b == 1)
      data = part;
      [data.NumSamples, data.BlockSamples] = deal (rows (X), size_of_block);
      continue
    end
    data.Values(b) = part.Values;
    if (found.Compressed)
      data.Starts(b) = part.Starts;
      data.Indices(b) = part.Indices;
    end
  end
end

## Rows in a block of about 4 MiB.
function count = block_rows (X, precision)
  bytes = merge (strcmp (precision, 'double'), 8, 4);
  width = columns (X);
  if (issparse (X))
    width = 2 * (1 + nnz (X) / rows (X));
  end
  count = max (64, 64 * floor (2^22 / (bytes * width) / 64));
end
