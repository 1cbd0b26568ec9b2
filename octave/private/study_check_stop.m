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
## @deftypefn {Private Function} {} study_check_stop (@var{caller}, @var{study})
## Ends this process's work on a study that has been cancelled.
## @seealso{study_cancel}
## @end deftypefn

function study_check_stop (caller, study)
  if (study_is_cancelled (study))
    error ('nnreg:cancelled', ['%s: the search in "%s" was cancelled; what is finished is ' ...
                               'kept, call it again to go on'], caller, study.Folder);
  end
end
