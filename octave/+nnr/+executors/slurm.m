## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## engine = nnr.executors.slurm (study, options, threads)
##
## Shards as the tasks of a job array of SLURM, for nnr.search.run_shards.  SLURM schedules, requeues what
## a failing node had, and counts; here they are only submitted and looked at.  threads is the
## number for each task, or empty: what SLURM gives it.

function engine = slurm (study, options, threads)
  [status, ~] = system ('command -v sbatch');
  if (status != 0)
    error ('nnreg:executor', ['Executor "slurm" needs sbatch, which is not found here; ' ...
                              'run Octave on a machine that submits to your cluster, or ' ...
                              'use the Executor "processes"']);
  end
  logs = nnr.files.make_folder (fullfile (study.Folder, 'slurm'));
  engine = struct ('Start', @(list, shards) start (study, logs, list, shards, ...
                                                   options, threads), ...
                   'Poll', @poll, 'Stop', @() [], 'Note', @note, 'Pause', 1, ...
                   'LastWords', @() nnr.files.newest_text (logs));
end

function text = note (run)
  text = sprintf (['SLURM job %d is at work; Ctrl-C leaves it there, and the same call waits ' ...
                   'for it again'], run(end));
end

function run = start (study, logs, list, shards, options, threads)
  [ids, name] = nnr.executors.slurm_jobs (study);
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
  command = nnr.executors.worker_command (study.Folder, ...
                                          'str2double (getenv ("SLURM_ARRAY_TASK_ID"))', ...
                                          shards, threads_code);
  write_script (script, command);
  submit = sprintf (['sbatch --parsable --job-name=%s --requeue --array=%s ' ...
                     '--output=%s %s %s %s 2>&1'], name, array_text (list), ...
                    nnr.files.shell_word (fullfile (strrep (logs, '%', '%%'), ...
                                                    '%A_%a.log')), cpus, options, ...
                    nnr.files.shell_word (script));
  [status, text] = system (submit);
  if (status != 0)
    error ('nnreg:executor', 'sbatch refused: %s', strtrim (text));
  end
  run = submitted_job (study, ids, text);
  __nnreg_file_append__ (fullfile (logs, 'jobs.txt'), sprintf ("%d\n", run));
end

## The number that sbatch tells; where a site's own sbatch tells something else, that of the job
## which squeue knows by its name and did not before.
function id = submitted_job (study, before, text)
  words = regexp (text, '^(\d+)(;\S*)?\s*$', 'tokens', 'once', 'lineanchors');
  if (! isempty (words))
    id = str2double (words{1});
    return;
  end
  id = setdiff (nnr.executors.slurm_jobs (study), before);
  if (isempty (id))
    error ('nnreg:executor', ['sbatch told no job''s number, and squeue knows no job of this ' ...
                              'search: %s'], strtrim (text));
  end
  id = max (id);
end

function write_script (file, command)
  [fid, message] = fopen (file, 'w');
  if (fid < 0)
    error ('nnreg:badFile', '"%s" cannot be written: %s', file, message);
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
      if (any (nnr.executors.slurm_tasks (id)))
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
    now = nnr.executors.slurm_tasks (id);
    if (! any (now))
      run(run == id) = [];
    end
    counts = counts + now;
  end
  words = sprintf ('%s running, %d waiting', nnr.words.count_text (counts(1), 'shard'), counts(2));
end
