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
## Writes the data to the study's folder, once, for other processes.
## @seealso{study_candidates}
## @end deftypefn

function study_keep_data (caller, study, X, y)
  file = fullfile (study.Folder, 'data.bin');
  mark = [file, '.ok'];         # beside a file that is whole, with its size
  size_of = @() sprintf ('%d', stat (file).size);
  if (exist (file, 'file') == 2 && exist (mark, 'file') == 2 ...
      && strcmp (fileread (mark), size_of ()))
    return;
  end
  temporary = sprintf ('%s.%s.%d', file, gethostname (), getpid ());
  try
    save ('-binary', temporary, 'X', 'y');
    __nnreg_replace__ (temporary, file);
    remove_file (mark);
    __nnreg_append__ (mark, size_of ());
  catch err
    remove_file (temporary);
    error ('nnreg:badFile', '%s: %s cannot be written: %s', caller, file, err.message);
  end
end
