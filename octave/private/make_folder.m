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
## @deftypefn {Private Function} {@var{folder} =} make_folder (@var{caller}, @var{folder})
## Makes a folder unless it is there, and returns its whole name.  "~" at its start is the
## user's home.
## @end deftypefn

function folder = make_folder (caller, folder)
  folder = tilde_expand (folder);
  [~, message] = mkdir (folder);
  if (! isfolder (folder))      # another process may have been faster, which is fine
    error ('nnreg:badFile', '%s: the folder "%s" cannot be made: %s', caller, folder, message);
  end
  folder = canonicalize_file_name (folder);
end
