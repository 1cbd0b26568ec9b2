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
## @deftypefn {Private Function} {@var{biases} =} null_biases (@var{t}, @var{rows}, @var{s})
## The outputs, the same for all samples, that have the least data loss on the samples
## @var{rows} (empty: all) of the targets @var{t}: logarithms of the class shares, or mean
## responses.
## @seealso{null_theta, null_point}
## @end deftypefn

function biases = null_biases (t, rows, s)
  [w, rows] = relative_weights (t, t.Weights, rows);
  if (strcmp (s.Task, 'classification'))
    shares = accumarray (double (t.Labels(rows))(:) + 1, w, [t.NumOutputs, 1]);
    biases = log (max (shares, realmin (s.Precision)));
  else
    biases = double (t.Responses(:,rows)) * w;
  end
end
