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
## @deftypefn {Private Function} {} print_cancelled (@var{status})
## Prints what @code{study_cancel} did, and how to go on.
## @end deftypefn

function print_cancelled (status)
  trainings = count_text (status.Jobs, 'training');
  printf ("%s\n", status.Folder);
  if (status.Complete)
    printf ("  nothing to cancel: it is complete, %s done\n", trainings);
  else
    printf ("  cancelled: %d of %s done, which are kept\n", status.Done, trainings);
    for id = status.CancelledJobs
      printf ("  SLURM job %d is ended\n", id);
    end
    printf ("  processes that are at work on it end after their training at hand\n");
    printf ("  to go on, call the same search with the same StudyDir again\n");
  end
  fflush (stdout);
end
