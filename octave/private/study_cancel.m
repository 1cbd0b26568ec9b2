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
## @deftypefn {Private Function} {@var{status} =} study_cancel (@var{caller}, @var{study}, @var{plan})
## Ends a search: its tasks in SLURM, and by a file all other processes, which look for it
## before they start another training.  What is finished is kept; one that is complete stays
## as it is.  @var{status} is that of @code{study_status} when it is over, and
## @code{CancelledJobs}, the arrays of SLURM that were ended.
## @seealso{study_is_cancelled, print_cancelled}
## @end deftypefn

function status = study_cancel (caller, study, plan)
  status = study_status (caller, study, plan);
  ended = [];
  if (! status.Complete)
    mark_cancelled (caller, study_cancel_file (study));
  end
  for id = slurm_jobs (study)
    if (any (slurm_tasks (id)))
      [failed, text] = system (sprintf ('scancel %d 2>&1', id));
      if (failed)
        error ('nnreg:executor', '%s: scancel failed: %s', caller, strtrim (text));
      end
      ended(end + 1) = id;
    end
  end
  status = study_status (caller, study_read (study), plan);
  status.CancelledJobs = ended;
end

## The file counts by being there, also where a full disk has no room for its text.
function mark_cancelled (caller, file)
  try
    __nnreg_file_append__ (file, "cancelled\n");
  catch err
    if (exist (file, 'file') != 2)
      pass_error (caller, err);
    end
  end
end
