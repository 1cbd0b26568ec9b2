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
## @deftypefn {Private Function} {@var{limits} =} axis_limits (@var{values}, @var{share})
## The least and the greatest finite one of @var{values}, with @var{share} of the distance as a margin
## on each side; so far apart, too, that Octave takes them for limits where all are the same.
## @seealso{draw_history, draw_path, draw_grid}
## @end deftypefn

function limits = axis_limits (values, share)
  values = values(isfinite (values));
  if (isempty (values))
    limits = [0, 1];
    return;
  end
  [low, high] = deal (min (values(:)), max (values(:)));
  margin = share * (high - low);
  if (high - low <= 1e-9 * max (max (abs ([low, high])), 1e-90))
    margin = 0.1 * max (abs (high), 1);
  end
  limits = [low - margin, high + margin];
end

%!assert (axis_limits ([3; 1; NaN; 2], 0.5), [0, 4])
%!assert (axis_limits ([Inf, 2, -2], 0), [-2, 2])
%!assert (axis_limits ([5, 5], 0.1), [4.5, 5.5])
%!assert (axis_limits ([0, 1e-320], 0.1), [-0.1, 0.1], eps)
%!assert (diff (axis_limits ([1e17, 1e17 + 32], 0.1)) > 1e16)
%!assert (axis_limits ([NaN, -Inf], 0.1), [0, 1])
