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
## @deftypefn {Private Function} {} study_cancel (@var{caller}, @var{study})
## Ends a search: its tasks in SLURM, and by a file all other processes, which look for it
## before they start another training.  What is finished is kept.
## @seealso{study_is_cancelled}
## @end deftypefn

function study_cancel (caller, study)
  __nnreg_append__ (study_cancel_file (study), "cancelled\n");
  for id = slurm_jobs (study)
    if (any (slurm_tasks (id)))
      [status, text] = system (sprintf ('scancel %d 2>&1', id));
      if (status != 0)
        error ('nnreg:executor', '%s: scancel failed: %s', caller, strtrim (text));
      end
    end
  end
end
