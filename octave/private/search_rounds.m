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
## @deftypefn {Private Function} {@var{rounds} =} search_rounds (@var{count}, @var{factor})
## The rounds of a search over so many candidates, as a struct array: how many candidates
## take part (@code{Count}), and which share of its epochs each has had at the end
## (@code{Share}).  Without halving (@var{factor} 0) there is one round of all.
## @seealso{run_search}
## @end deftypefn

function rounds = search_rounds (count, factor)
  rounds = struct ('Count', count, 'Share', 1);
  if (factor == 0)
    return;
  end
  num_rounds = 1 + floor (log (count) / log (factor) + 1e-9);
  for k = 1:num_rounds
    rounds(k).Count = ceil (count / factor ^ (k - 1) - 1e-9);
    rounds(k).Share = factor ^ (k - num_rounds);
  end
end

%!assert (search_rounds (18, 0), struct ("Count", 18, "Share", 1))
%!test
%! r = search_rounds (18, 3);
%! assert ([r.Count], [18, 6, 2]);
%! assert ([r.Share], [1, 3, 9] / 9, eps);
%!test
%! assert ([search_rounds(27, 3).Count], [27, 9, 3, 1]);
%! assert ([search_rounds(8, 2).Count], [8, 4, 2, 1]);
%! assert ([search_rounds(2, 3).Count], 2);
