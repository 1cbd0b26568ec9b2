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
## @deftypefn {Private Function} {@var{shape} =} image_shape (@var{caller}, @var{opts}, @var{num_inputs}, @var{named})
## Rows and columns of the images that the inputs are pixels of, or [].
##
## That is @var{opts}.ImageSize, where it is given; else inputs without names (@var{named} is
## false) are taken for a square image if their number is the square of 4 or more.
## @seealso{draw_weights, draw_inputs}
## @end deftypefn

function shape = image_shape (caller, opts, num_inputs, named)
  shape = opts.ImageSize;
  if (! isempty (shape))
    if (prod (shape) != num_inputs)
      error ('nnreg:badArgument', ['%s: ImageSize must be rows and columns of an image of ' ...
                                   'the %s, got %s'], caller, ...
             count_text (num_inputs, 'input'), show_value (shape));
    end
    return
  end
  side = round (sqrt (num_inputs));
  if (! named && side ^ 2 == num_inputs && side >= 4)
    shape = [side, side];
  end
end

%!shared opts
%! opts.ImageSize = [];
%!assert (image_shape ('f', opts, 784, false), [28, 28])
%!assert (image_shape ('f', opts, 784, true), [])
%!assert (image_shape ('f', opts, 9, false), [])
%!assert (image_shape ('f', struct ('ImageSize', [2, 6]), 12, true), [2, 6])
%!error <f: ImageSize must be rows and columns of an image of the 9 inputs, got \[2 5\]>
%! image_shape ('f', struct ('ImageSize', [2, 5]), 9, true);
