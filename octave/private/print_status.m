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
## @deftypefn {Private Function} {} print_status (@var{status})
## Prints what @code{study_status} found.
## @end deftypefn

function print_status (status)
  printf ("%s\n", status.Folder);
  printf ("  %s, %s\n", count_text (status.Candidates, 'candidate'), ...
          count_text (status.Folds, 'fold'));
  printf ("  %d of %s done", status.Done, count_text (status.Jobs, 'training'));
  if (status.Rounds > 1)
    printf (', round %d of %d', status.Round, status.Rounds);
  end
  if (status.Cancelled)
    printf (', cancelled');
  end
  printf ("\n");
  if (! isempty (status.SlurmJobs))
    printf ("  SLURM job %s: %s running, %d waiting\n", ...
            sprintf ('%d', status.SlurmJobs(end)), count_text (status.Running, 'shard'), ...
            status.Waiting);
  end
  fflush (stdout);
end
