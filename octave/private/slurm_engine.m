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
## @deftypefn {Private Function} {@var{engine} =} slurm_engine (@var{caller}, @var{study}, @var{options}, @var{threads})
## Shards as the tasks of a job array of SLURM, for @code{study_execute}.  SLURM schedules,
## requeues what a failing node had, and counts; here they are only submitted and looked
## at.  @var{threads} is the number for each task, or empty: what SLURM gives it.
## @seealso{process_engine, worker_command}
## @end deftypefn

function engine = slurm_engine (caller, study, options, threads)
  [status, ~] = system ('command -v sbatch');
  if (status != 0)
    error ('nnreg:executor', ['%s: Executor "slurm" needs sbatch, which is not found here; ' ...
                              'run Octave on a machine that submits to your cluster, or ' ...
                              'use the Executor "processes"'], caller);
  end
  logs = make_folder (caller, fullfile (study.Folder, 'slurm'));
  engine = struct ('Start', @(list, shards) start (caller, study, logs, list, shards, ...
                                                   options, threads), ...
                   'Poll', @poll, 'Stop', @() [], 'Note', @note, 'Pause', 1, ...
                   'LastWords', @() newest_text (logs));
end

function text = note (run)
  text = sprintf (['SLURM job %d is at work; Ctrl-C leaves it there, and the same call waits ' ...
                   'for it again'], run(end));
end

function run = start (caller, study, logs, list, shards, options, threads)
  [ids, name] = slurm_jobs (study);
  run = active_jobs (ids);
  if (! isempty (run))
    return;                     # an earlier call's, which was left
  end
  script = fullfile (logs, 'shard.sh');
  [threads_code, cpus] = deal ('max (1, str2double (getenv ("SLURM_CPUS_PER_TASK")))', '');
  if (! isempty (threads))
    [threads_code, cpus] = deal (sprintf ('%d', threads), ...
                                 sprintf ('--cpus-per-task=%d', threads));
  end
  command = worker_command (study.Folder, 'str2double (getenv ("SLURM_ARRAY_TASK_ID"))', ...
                            shards, threads_code);
  write_script (caller, script, command);
  submit = sprintf (['sbatch --parsable --job-name=%s --requeue --array=%s ' ...
                     '--output=%s %s %s %s 2>&1'], name, array_text (list), ...
                    shell_word (fullfile (strrep (logs, '%', '%%'), '%A_%a.log')), cpus, options, ...
                    shell_word (script));
  [status, text] = system (submit);
  if (status != 0)
    error ('nnreg:executor', '%s: sbatch refused: %s', caller, strtrim (text));
  end
  run = submitted_job (caller, study, ids, text);
  try
    __nnreg_file_append__ (fullfile (logs, 'jobs.txt'), sprintf ("%d\n", run));
  catch err
    pass_error (caller, err);
  end
end

## The number that sbatch tells; where a site's own sbatch tells something else, that of the job
## which squeue knows by its name and did not before.
function id = submitted_job (caller, study, before, text)
  words = regexp (text, '^(\d+)(;\S*)?\s*$', 'tokens', 'once', 'lineanchors');
  if (! isempty (words))
    id = str2double (words{1});
    return;
  end
  id = setdiff (slurm_jobs (study), before);
  if (isempty (id))
    error ('nnreg:executor', ['%s: sbatch told no job''s number, and squeue knows no job of this ' ...
                              'search: %s'], caller, strtrim (text));
  end
  id = max (id);
end

function write_script (caller, file, command)
  [fid, message] = fopen (file, 'w');
  if (fid < 0)
    error ('nnreg:badFile', '%s: "%s" cannot be written: %s', caller, file, message);
  end
  fprintf (fid, "#!/bin/sh\nexec %s\n", command);
  fclose (fid);
end

## "1-4,7": consecutive numbers as ranges.
function text = array_text (list)
  list = sort (list);
  first = list([true, diff(list) > 1]);
  last = list([diff(list) > 1, true]);
  parts = arrayfun (@(a, b) sprintf ('%d-%d', a, b), first, last, 'UniformOutput', false);
  text = strjoin (parts, ',');
end

## Arrays with tasks that are not over.  That there are none is believed when squeue says so twice:
## after one empty answer, of a controller that has just begun, the work would be done twice.
function run = active_jobs (ids)
  run = [];
  for look = 1:2
    for id = ids
      if (any (slurm_tasks (id)))
        run(end + 1) = id;
      end
    end
    if (! isempty (run) || isempty (ids))
      return;
    end
    pause (1);
  end
end

function [run, words] = poll (run)
  counts = zeros (1, 2);
  for id = run
    now = slurm_tasks (id);
    if (! any (now))
      run(run == id) = [];
    end
    counts = counts + now;
  end
  words = sprintf ('%s running, %d waiting', count_text (counts(1), 'shard'), counts(2));
end
