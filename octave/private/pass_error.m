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
## @deftypefn {Private Function} {} pass_error (@var{caller}, @var{err})
## Raises a gateway's error again in the name of the function that the user called.
##
## Memory that Octave itself could not find becomes @code{nnreg:outOfMemory}; errors that
## are not of the package pass unchanged.
## @end deftypefn

function pass_error (caller, err)
  memory = ! isempty (regexp (err.message, 'out of memory|failed to allocate', 'once'));
  if (memory)
    error ('nnreg:outOfMemory', '%s: not enough memory', caller);
  elseif (strncmp (err.identifier, 'nnreg:', 6))
    error (err.identifier, '%s: %s', caller, gateway_words (err));
  end
  rethrow (err);
end
