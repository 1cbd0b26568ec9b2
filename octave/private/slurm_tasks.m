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
## @deftypefn {Private Function} {@var{counts} =} slurm_tasks (@var{id})
## How many tasks of a job array are running, and how many are waiting.
## @seealso{slurm_engine, study_status}
## @end deftypefn

function counts = slurm_tasks (id)
  for attempt = 1:5
    [status, text] = system (sprintf ('squeue --noheader --array --jobs=%d --format=%%T 2>&1', id));
    if (status == 0)
      states = strsplit (strtrim (text), "\n");
      states = states(! cellfun ('isempty', states));
      running = ismember (states, {'RUNNING', 'COMPLETING', 'SUSPENDED', 'STOPPED'});
      counts = [nnz(running), nnz(! running)];
      return;
    elseif (! isempty (strfind (text, 'Invalid job id')) || status == 127)
      counts = [0, 0];          # long over and forgotten; or there is no SLURM here
      return;
    end
    pause (attempt);            # a controller that is busy or restarts
  end
  error ('nnreg:executor', 'squeue failed: %s; the search goes on, come back to it later', ...
         strtrim (text));
end
