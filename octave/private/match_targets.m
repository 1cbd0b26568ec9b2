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
## @deftypefn {Private Function} {@var{t} =} match_targets (@var{caller}, @var{argument}, @var{y}, @var{weights}, @var{num_samples}, @var{t}, @var{s})
## Targets of other samples, by the classes, means and scales of the targets
## @var{t} that a training has.
## @seealso{make_targets}
## @end deftypefn

function t = match_targets (caller, argument, y, weights, num_samples, t, s)
  t.Weights = metric_weights (caller, weights, num_samples);
  if (strcmp (s.Task, "classification"))
    idx = class_indices (caller, argument, y, t.ClassNames, num_samples);
    t.Labels = int32 (idx - 1);
  else
    Y = double (response_matrix (caller, argument, y, [num_samples, t.NumOutputs]));
    t.Responses = standard_responses (Y, t, s.Precision);
  end
end
