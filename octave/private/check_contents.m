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
## @deftypefn {Private Function} {} check_contents (@var{caller}, @var{file}, @var{ok})
## Refuses the checkpoint @var{file}, whole as it is, unless what it holds is @var{ok}.
## @seealso{open_checkpoint, path_journal}
## @end deftypefn

function check_contents (caller, file, ok)
  if (! ok)
    error ('nnreg:badFile', ['%s: "%s" is a checkpoint with contents that nnreg does not ' ...
                             'know'], caller, file);
  end
end

%!error <f: "a" is a checkpoint with contents that nnreg does not know> check_contents ("f", "a", false)
