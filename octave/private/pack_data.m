## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{data} =} pack_data (@var{X}, @var{found}, @var{precision}, @var{threads})
## The samples (rows) of X one after the other, as the core reads them: a struct
## with the blocks of values, compressed or not as @var{found} (of
## @code{scan_data}) says, standardised where that has a mean and scale.
##
## A block at a time goes through the gateway, so that memory never holds X twice
## beyond what is packed.
## @seealso{scan_data, pack_rows}
## @end deftypefn

function data = pack_data (X, found, precision, threads)
  size_of_block = block_rows (X, precision);
  starts = 1:size_of_block:rows (X);
  data = pack_rows (X, starts(1), min (size_of_block, rows (X)), found, ...
                    precision, threads);
  data.NumSamples = rows (X);
  data.BlockSamples = size_of_block;
  for b = 2:numel (starts)
    count = min (size_of_block, rows (X) - starts(b) + 1);
    part = pack_rows (X, starts(b), count, found, precision, threads);
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
  if (strcmp (precision, "double"))
    bytes = 8;
  end
  width = columns (X);
  if (issparse (X))
    width = 2 * (1 + nnz (X) / rows (X));
  end
  count = max (64, 64 * floor (2^22 / (bytes * width) / 64));
end
