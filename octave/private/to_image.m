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
## @deftypefn {Private Function} {@var{image} =} to_image (@var{values}, @var{shape}, @var{order})
## A row of values as an image of @var{shape}, filled row by row (@var{order} is
## @qcode{"rows"}) or column by column.
## @seealso{image_shape}
## @end deftypefn

function image = to_image (values, shape, order)
  if (strcmp (order, 'rows'))
    image = reshape (values, shape([2, 1])).';
  else
    image = reshape (values, shape);
  end
end

%!assert (to_image (1:6, [2, 3], 'rows'), [1, 2, 3; 4, 5, 6])
%!assert (to_image (1:6, [2, 3], 'columns'), [1, 3, 5; 2, 4, 6])
