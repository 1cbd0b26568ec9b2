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
## @deftypefn {Private Function} {[@dots{}] =} call_core (@var{gateway}, @dots{})
## Calls a gateway whose last output is 0-by-0 where a signal has stopped it: again, unless the
## signal, to which Octave responds first, is Ctrl-C.
## @end deftypefn

function varargout = call_core (gateway, varargin)
  varargout = cell (1, max (nargout, 1));
  while (isequal (size (varargout{end}), [0, 0]))
    [varargout{:}] = gateway (varargin{:});
  end
end
