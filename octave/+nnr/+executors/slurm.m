## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## engine = nnr.executors.slurm (study, folder)
##
## Runs shards as tasks of a SLURM job array. SLURM schedules the tasks and requeues them if a node
## fails; this file only submits, watches and cancels them. If no number of threads is given, each
## task uses the CPUs that SLURM assigns to it.

function engine = slurm (study, folder)
  run = @(list, shards, threads, options) start (study, folder, list, shards, threads, ...
                                                 options.SlurmOptions);
  engine = struct ('Begin', @find_sbatch, 'Start', run, 'Poll', @poll, 'Note', @note, ...
                   'Shards', 32, 'MostShards', @most_tasks, 'Threads', @(shards) [], ...
                   'LastWords', @() last_words (study, folder), 'Pause', 1, ...
                   'Tasks', @() tasks (study, folder), 'Cancel', @() cancel (study, folder), ...
                   'Files', {{'shard.sh'}});
end

function find_sbatch ()
  nnr.executors.check_system ('slurm');
  [status, ~] = system ('command -v sbatch');
  if (status != 0)
    error ('nnreg:executor', ['Executor "slurm" needs sbatch, which is not found here; run ' ...
                              'Octave on a machine that submits to your cluster, or use the ' ...
                              'Executor "processes"']);
  end
end

function text = note (run)
  text = sprintf (['SLURM job %d is at work; Ctrl-C leaves it there, and the same call waits ' ...
                   'for it again'], run(end));
end

function run = start (study, folder, list, shards, threads, options)
  ids = submitted (study, folder);
  run = active (ids);
  if (! isempty (run))
    return;                     # the jobs of an earlier call are still at work
  end
  script = write_script (study, folder, shards, threads);
  words = {'--parsable', '--requeue', ['--job-name=', job_name(study)], ...
           ['--array=', array_text(list)], output_option(folder)};
  if (! isempty (threads))
    words{end + 1} = sprintf ('--cpus-per-task=%d', threads);
  end
  words = cellfun (@nnr.files.shell_word, [words, options, {script}], ...
                   'UniformOutput', false);
  [status, text] = system (['sbatch ', strjoin(words, ' '), ' 2>&1']);
  if (status != 0)
    error ('nnreg:executor', 'sbatch refused: %s', explained (strtrim (text)));
  end
  run = new_job (study, folder, ids, text);
  __nnreg_file_append__ (fullfile (folder, 'jobs.txt'), sprintf ("%d\n", run));
end

## SLURM replaces no %A and %a in a name with a backslash. Then the script opens the log, without
## SLURM's own messages.
function yes = opens_log (folder)
  yes = any (folder == '\');
end

function word = output_option (folder)
  word = '--output=/dev/null';
  if (! opens_log (folder))
    word = ['--output=', fullfile(strrep (folder, '%', '%%'), '%A_%a.log')];
  end
end

## What a refusal means that does not say so.
function text = explained (text)
  if (! isempty (regexp (text, 'Invalid job array specification|job submit limit|MaxSubmit', ...
                         'once')))
    text = [text, '; the cluster does not take that many tasks: give fewer Shards'];
  end
end

## A job array's numbers are below MaxArraySize, and its first shard is 1.
function [most, why] = most_tasks ()
  [status, text] = system ('scontrol show config 2>/dev/null');
  limits = {'MaxArraySize', '\<MaxArraySize\s*=\s*(\d+)', -1
            'max_array_tasks', '\<max_array_tasks=(\d+)', 0
            'MaxJobCount', '\<MaxJobCount\s*=\s*(\d+)', 0};
  [most, why] = deal (Inf, '');
  for limit = limits.'
    found = regexp (text, limit{2}, 'tokens', 'once');
    if (status == 0 && ! isempty (found) && str2double (found{1}) + limit{3} < most)
      most = max (1, str2double (found{1}) + limit{3});
      why = sprintf ('%s of SLURM is %s', limit{1}, found{1});
    end
  end
end

function file = write_script (study, folder, shards, threads)
  code = 'max (1, str2double (getenv ("SLURM_CPUS_PER_TASK")))';
  if (! isempty (threads))
    code = sprintf ('%d', threads);
  end
  command = nnr.executors.worker_command (study.Folder, ...
                                          'str2double (getenv ("SLURM_ARRAY_TASK_ID"))', ...
                                          shards, code);
  log = '';
  if (opens_log (folder))
    log = sprintf ("exec >%s/${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID.log 2>&1\n", ...
                   nnr.files.shell_word (folder));
  end
  file = fullfile (folder, 'shard.sh');
  __nnreg_file_replace__ (file, uint8 (sprintf ("#!/bin/sh\n%sexec %s\n", log, command)));
end

## "1-4,7": consecutive numbers as ranges.
function text = array_text (list)
  list = sort (list);
  first = list([true, diff(list) > 1]);
  last = list([diff(list) > 1, true]);
  parts = arrayfun (@(a, b) sprintf ('%d-%d', a, b), first, last, 'UniformOutput', false);
  text = strjoin (parts, ',');
end

## The job's number, as sbatch prints it. If a site's own sbatch prints something else, it is the
## job with the search's name that squeue did not list before.
function id = new_job (study, folder, before, text)
  words = regexp (text, '^(\d+)(;\S*)?\s*$', 'tokens', 'once', 'lineanchors');
  if (! isempty (words))
    id = str2double (words{1});
    return;
  end
  id = max (setdiff (submitted (study, folder), before));
  if (isempty (id))
    error ('nnreg:executor', ['sbatch did not print the number of a job, and squeue knows no ' ...
                              'job of this search: %s'], strtrim (text));
  end
end

function [run, words] = poll (run)
  counts = zeros (1, 2);
  for id = run
    now = count_tasks (id);
    if (! any (now))
      run(run == id) = [];
    end
    counts = counts + now;
  end
  words = sprintf ('%s running, %d waiting', nnr.words.count_text (counts(1), 'shard'), counts(2));
end

## Why the tasks of the last job ended. SLURM knows for some minutes, and says it in their logs.
function text = last_words (study, folder)
  id = max (submitted (study, folder));
  [said, log] = nnr.files.newest_text (folder, sprintf ('%d_', id));
  [~, states] = system (sprintf ('scontrol show job --oneliner %d 2>/dev/null', id));
  text = nnr.executors.slurm_end (id, states, log);
  if (isempty (text))
    text = ['the last process said: ', said];
  end
end

function [running, waiting, names] = tasks (study, folder)
  ids = submitted (study, folder);
  counts = [0, 0];
  for id = ids
    counts = counts + count_tasks (id);
  end
  [running, waiting, names] = deal (counts(1), counts(2), names_of (ids));
end

function names = cancel (study, folder)
  ended = [];
  for id = submitted (study, folder)
    if (any (count_tasks (id)))
      [failed, text] = system (sprintf ('scancel %d 2>&1', id));
      if (failed)
        error ('nnreg:executor', 'scancel failed: %s', strtrim (text));
      end
      ended(end + 1) = id;
    end
  end
  names = names_of (ended);
end

function names = names_of (ids)
  names = arrayfun (@(id) sprintf ('SLURM job %d', id), ids, 'UniformOutput', false);
end

## The job arrays of a study, a row of numbers. They are in jobs.txt; but a Ctrl-C may have come
## before the number was written there, so squeue is also asked for jobs with the search's name.
function ids = submitted (study, folder)
  ids = [];
  file = fullfile (folder, 'jobs.txt');
  if (exist (file, 'file') == 2)
    ids = sscanf (fileread (file), '%d').';
  end
  if (exist (fullfile (folder, 'shard.sh'), 'file') == 2)
    ids = [ids, setdiff(jobs_of_name (job_name (study)), ids)];
  end
end

function name = job_name (study)
  name = ['nnreg-', nnr.files.checksum([study.Folder, study.Digest], 12)];
end

function ids = jobs_of_name (name)
  no_squeue = 127;
  for attempt = 1:3
    [status, text] = system (['squeue --noheader --format=%F --user="$(id -un)" --name=', name, ...
                              ' 2>/dev/null']);
    if (status == 0 || status == no_squeue)
      break;
    end
    pause (attempt);            # a controller that is busy or restarts
  end
  words = regexp (text, '^\s*(\d+)\s*$', 'tokens', 'lineanchors');
  ids = unique (cellfun (@(word) str2double (word{1}), words));
end

## The job arrays with unfinished tasks. A controller that has just started may give an empty
## answer, and the work would be done twice: so squeue is asked again.
function run = active (ids)
  for look = 1:2
    is_active = arrayfun (@(id) any (count_tasks (id)), ids);
    run = ids(is_active);
    if (! isempty (run) || isempty (ids))
      return;
    end
    pause (1);
  end
end

## How many tasks of a job array are running, and how many are waiting.
function counts = count_tasks (id)
  command = sprintf ('squeue --noheader --array --states=all --jobs=%d --format=%%T 2>&1', id);
  for attempt = 1:5
    [status, text] = system (command);
    [counts, understood] = count_states (text);
    if (status == 0 && understood)
      return;
    elseif (! isempty (strfind (text, 'Invalid job id')) || status == 127)
      counts = [0, 0];          # SLURM has forgotten the job, or is not installed
      return;
    end
    pause (attempt);            # a controller that is busy or restarts
  end
  error ('nnreg:executor', ['squeue failed: %s; the search continues, make the same call again ' ...
                            'later'], strtrim (text));
end

## TEXT has a line with the state of each task. Other lines are warnings.
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
