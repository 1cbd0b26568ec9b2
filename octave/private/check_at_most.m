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
## @deftypefn {Private Function} {} check_at_most (@var{caller}, @var{name}, @var{value}, @var{most})
## A count that only a slip makes larger than @var{most}, or memory would not do.
## @seealso{check_scalar}
## @end deftypefn

function check_at_most (caller, name, value, most)
  if (value > most)
    error ('nnreg:badArgument', '%s: %s must be at most %g, got %g', caller, name, most, value);
  end
end

%!test check_at_most ("f", "Epochs", 1e7, 1e7);
%!error <f: Epochs must be at most 1e\+07, got 1e\+08> check_at_most ("f", "Epochs", 1e8, 1e7)
