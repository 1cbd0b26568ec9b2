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
## @deftypefn {Private Function} {@var{rgb} =} signed_colours (@var{values}, @var{limit})
## Colours (M-by-N-by-3) of numbers from -@var{limit} (blue) over white to @var{limit}
## (orange); what is exactly 0 is grey, so that it can be told from what is nearly 0, and
## NaN, for no number at all, white.
## @seealso{share_colours, palette}
## @end deftypefn

function rgb = signed_colours (values, limit)
  c = palette ();
  ## The root shows small weights too.
  depth = sqrt (min (abs (values) / limit, 1));
  rgb = ones ([size(values), 3]);
  for k = 1:3
    end_colour = c.Blue(k) * (values < 0) + c.Orange(k) * (values > 0);
    layer = 1 - depth .* (1 - end_colour);
    layer(values == 0) = c.Grey(k);
    layer(isnan (values)) = 1;
    rgb(:,:,k) = layer;
  end
end

%!test
%! rgb = signed_colours ([-2, 0, 1e-300, 2, NaN], 2);
%! c = palette ();
%! assert (squeeze (rgb), [c.Blue; c.Grey; 1, 1, 1; c.Orange; 1, 1, 1], 1e-12);
