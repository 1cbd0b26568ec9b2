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
## @deftypefn {Private Function} {} add_colour_bar (@var{sheet}, @var{box}, @var{range}, @var{colours_of}, @var{label})
## A bar beside an image: what the colours of the numbers from @var{range}(1) to
## @var{range}(2) are; @var{colours_of} makes them from a column.
## @seealso{add_image, signed_colours, share_colours}
## @end deftypefn

function add_colour_bar (sheet, box, range, colours_of, label)
  steps = 101;
  values = linspace (range(1), range(2), steps).';
  values(abs (values) < 1e-9 * diff (range)) = 0;
  ax = add_image (sheet, box, colours_of (values));
  at = linspace (1, steps, 5);
  texts = arrayfun (@(v) sprintf ('%.4g', v), linspace (range(1), range(2), 5), ...
                    'UniformOutput', false);
  set (ax, 'ydir', 'normal', 'ytick', at, 'yticklabel', texts, 'yaxislocation', 'right', ...
       'tag', 'colourbar');
  ylabel (ax, label);
end
