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
## @deftypefn {Private Function} {@var{names} =} files_in (@var{folder}, @var{ending})
## The names of the files in a folder that end so, a row cell.  Unlike @code{dir} and
## @code{glob} it takes no folder's name for a pattern.
## @end deftypefn

function names = files_in (folder, ending)
  names = reshape (readdir (folder), 1, []);
  count = numel (ending);
  fits = cellfun (@(name) numel (name) >= count && all (name(end - count + 1:end) == ending), names);
  names = names(fits & ! ismember (names, {'.', '..'}));
end

%!test # a folder whose name is a pattern that another one's fits
%! place = tempname ();
%! folders = fullfile (place, {"a[1]", "a1", "a\\1"});
%! mkdir (place);
%! for k = 1:3
%!   mkdir (folders{k});
%!   fclose (fopen (fullfile (folders{k}, sprintf ("%d.txt", k)), "w"));
%!   fclose (fopen (fullfile (folders{k}, "x.log"), "w"));
%! end
%! found = cellfun (@(folder) files_in (folder, ".txt"), folders);
%! all_of_it = sort (files_in (folders{1}, ""));
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (found, {"1.txt", "2.txt", "3.txt"});
%! assert (all_of_it, {"1.txt", "x.log"});
%!assert (files_in (tempname (), ".txt"), cell (1, 0))
