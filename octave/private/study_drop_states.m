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
## @deftypefn {Private Function} {} study_drop_states (@var{study})
## Removes all states, and what killed processes have left of such, once a search is
## complete; no study (empty) has none.
## @seealso{study_save_state}
## @end deftypefn

function study_drop_states (study)
  if (isempty (study))
    return;
  end
  folder = fullfile (study.Folder, 'states');
  for name = files_in (folder, '')
    remove_file (fullfile (folder, name{1}));
  end
end

%!test # a folder's name is no pattern: states of other studies stay
%! place = tempname ();
%! files = {fullfile(place, "a*", "states", "1-1.bin"), fullfile(place, "ab", "states", "1-1.bin")};
%! mkdir (place);
%! for file = files
%!   mkdir (fileparts (fileparts (file{1})));
%!   mkdir (fileparts (file{1}));
%!   fclose (fopen (file{1}, "w"));
%! end
%! study_drop_states (struct ("Folder", fullfile (place, "a*")));
%! left = cellfun (@(file) exist (file, "file") == 2, files);
%! confirm_recursive_rmdir (false, "local");
%! rmdir (place, "s");
%! assert (left, [false, true]);
