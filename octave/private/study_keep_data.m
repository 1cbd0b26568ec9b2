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
## @deftypefn {Private Function} {} study_keep_data (@var{caller}, @var{study}, @var{X}, @var{y})
## Writes the data to the study's folder, for other processes, unless they are there.
## @seealso{study_candidates}
## @end deftypefn

function study_keep_data (caller, study, X, y)
  file = fullfile (study.Folder, 'data.bin');
  if (isempty (load_whole (file, caller)))
    store_whole (caller, file, struct ('X', {X}, 'y', {y}));
  end
end
