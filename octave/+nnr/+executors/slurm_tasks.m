## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## counts = nnr.executors.slurm_tasks (id)
##
## How many tasks of a job array are running, and how many are waiting.

function counts = slurm_tasks (id)
  command = sprintf ('squeue --noheader --array --states=all --jobs=%d --format=%%T 2>&1', id);
  for attempt = 1:5
    [status, text] = system (command);
    [counts, understood] = count_states (text);
    if (status == 0 && understood)
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

## Of a line for each task; lines that are no states are warnings.
function [counts, understood] = count_states (text)
  lines = strtrim (strsplit (text, "\n"));
  lines = lines(! cellfun ('isempty', lines));
  states = lines(! cellfun ('isempty', regexp (lines, '^[A-Z_]+$')));
  understood = isempty (lines) || ! isempty (states);
  over = {'BOOT_FAIL', 'CANCELLED', 'COMPLETED', 'DEADLINE', 'FAILED', 'NODE_FAIL', ...
          'OUT_OF_MEMORY', 'PREEMPTED', 'REVOKED', 'TIMEOUT'};
  states = states(! ismember (states, over));
  running = ismember (states, {'RUNNING', 'COMPLETING', 'SUSPENDED', 'STOPPED'});
  counts = [nnz(running), nnz(! running)];
end
