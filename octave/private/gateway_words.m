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
## @deftypefn {Private Function} {@var{text} =} gateway_words (@var{err})
## What a gateway's error says, without the gateway's name, which no user knows.
## @seealso{pass_error}
## @end deftypefn

function text = gateway_words (err)
  text = regexprep (err.message, '^(__nnreg_\w+__: )?(nnreg: )?', '');
end

%!assert (gateway_words (struct ("message", "__nnreg_train__: nnreg: Sizes: x")), "Sizes: x")
%!assert (gateway_words (struct ("message", "nnreg: a")), "a")
%!assert (gateway_words (struct ("message", "out of memory")), "out of memory")
