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
## @deftypefn {Private Function} {@var{data} =} pack_rows (@var{X}, @var{first}, @var{count}, @var{found}, @var{precision}, @var{threads})
## Rows @var{first}, @dots{} of X, @var{count} of them, packed as one block.
## @seealso{pack_data}
## @end deftypefn

function data = pack_rows (X, first, count, found, precision, threads)
  [values, starts, indices] = __nnreg_pack__ (X, first - 1, count, found.Mean, ...
                                              found.Scale, precision, ...
                                              double (found.Compressed), threads);
  data = struct ("NumSamples", count, "NumInputs", columns (X), ...
                 "BlockSamples", count, "Values", {{values}}, "Starts", {{}}, ...
                 "Indices", {{}}, "Shift", []);
  if (found.Compressed)
    data.Starts = {starts};
    data.Indices = {indices};
    if (! isempty (found.Mean))
      ## x / scale is packed; that the mean is taken off too, the products know.
      data.Shift = found.Mean ./ found.Scale;
    end
  end
end
