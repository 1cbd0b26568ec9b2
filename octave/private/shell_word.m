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
## @deftypefn {Private Function} {@var{text} =} shell_word (@var{text})
## Quoted for a POSIX shell.
## @seealso{worker_command}
## @end deftypefn

function text = shell_word (text)
  text = ['''', strrep(text, '''', '''\'''''), ''''];
end

%!assert (shell_word ("a b"), "'a b'")
%!test
%! text = "it's \"$HOME\" `x` \\";
%! [~, out] = system (["printf %s ", shell_word(text)]);
%! assert (out, text);
