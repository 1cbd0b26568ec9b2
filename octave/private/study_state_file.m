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
## @deftypefn {Private Function} {@var{file} =} study_state_file (@var{study}, @var{round}, @var{number})
## Where the state is kept that a job ended with.  The name is also of the plan: processes that
## began other searches in the same folder at the same moment read no state of each other.
## @seealso{study_save_state, study_load_state, study_drop_state}
## @end deftypefn

function file = study_state_file (study, round, number)
  file = fullfile (study.Folder, 'states', sprintf ('%d-%d-%s.bin', round, number, ...
                                                    hash ('md5', study.Digest)(1:8)));
end

%!test
%! study = struct ("Folder", "f", "Digest", "one plan");
%! file = study_state_file (study, 1, 2);
%! assert (study_state_file (study, 1, 2), file);
%! study.Digest = "another plan";
%! assert (! strcmp (study_state_file (study, 1, 2), file));
