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
## @deftypefn {Private Function} {@var{rgb} =} share_colours (@var{values})
## Colours (M-by-N-by-3) of numbers from 0 (white) to 1 (dark blue); grey for NaN.
## @seealso{signed_colours, palette}
## @end deftypefn

function rgb = share_colours (values)
  c = palette ();
  rgb = ones ([size(values), 3]);
  for k = 1:3
    layer = 1 - max (min (values, 1), 0) * (1 - 0.8 * c.Blue(k));
    layer(isnan (values)) = c.Grey(k);
    rgb(:,:,k) = layer;
  end
end

%!assert (squeeze (share_colours ([0, NaN])), [1, 1, 1; palette().Grey])
