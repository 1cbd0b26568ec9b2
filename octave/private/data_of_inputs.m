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
## @deftypefn {Private Function} {@var{data} =} data_of_inputs (@var{caller}, @var{X}, @var{inputs}, @var{d}, @var{s})
## The columns @var{inputs} of X packed as @var{d} (of fit_data) packs all of them.
## @seealso{fit_data, pack_data}
## @end deftypefn

function data = data_of_inputs (caller, X, inputs, d, s)
  if (numel (inputs) == columns (X))
    data = d.Data;
    return
  end
  part = X(:,inputs);
  found = scan_data (caller, 'X', part, false, s.Precision, s.Threads);
  if (s.Standardize)
    [found.Mean, found.Scale] = deal (d.Mean(inputs), d.Scale(inputs));
  end
  data = pack_data (part, found, s.Precision, s.Threads);
end
