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
## @deftypefn {Private Function} {@var{Y} =} response_rows (@var{caller}, @var{y}, @var{num_samples})
## The responses y as a double matrix with a row for each sample.
## @seealso{response_matrix}
## @end deftypefn

function Y = response_rows (caller, y, num_samples)
  wanted = [];
  if (isrow (y) && numel (y) == num_samples)
    wanted = [num_samples, 1];
  end
  Y = double (response_matrix (caller, "y", y, wanted));
  if (rows (Y) != num_samples)
    error ("nnreg:badData", "%s: y must have a row for each of the %s of X, got %s", ...
           caller, count_text (num_samples, "row"), show_value (y));
  end
end
