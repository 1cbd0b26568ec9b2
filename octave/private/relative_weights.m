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
## @deftypefn {Private Function} {[@var{w}, @var{rows}] =} relative_weights (@var{t}, @var{weights}, @var{rows})
## What the samples @var{rows} (empty: all) of the targets @var{t} weigh, a column whose sum is
## 1, by the @var{weights} of all samples (empty: they weigh the same).
## @seealso{null_biases, null_point}
## @end deftypefn

function [w, rows] = relative_weights (t, weights, rows)
  num_samples = max (numel (t.Labels), columns (t.Responses));
  if (isempty (rows))
    rows = (1:num_samples).';
  end
  w = ones (num_samples, 1);
  if (! isempty (weights))
    w = double (weights(:));
  end
  w = w(rows) / sum (w(rows));
end

%!shared t
%! t = struct ("Labels", [], "Responses", [5 6 7 8]);
%!test
%! [w, rows] = relative_weights (t, [], []);
%! assert (w, ones (4, 1) / 4);
%! assert (rows, (1:4).');
%!test
%! [w, rows] = relative_weights (t, single ([1 2 3 4]), [2; 4]);
%! assert (w, [1; 2] / 3, eps);
%! assert (rows, [2; 4]);
