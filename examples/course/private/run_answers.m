## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Runs a student's functions on the cases of TASKS in a separate Octave, each for at most
## SETTINGS.TimeLimit seconds of a processor, four times as long by the clock, and with at most
## SETTINGS.MemoryLimit megabytes. What a function prints or changes stays there. Returns what
## USE (k, answer) returns for each task in turn, a cell: an answer has Fault ('' if every case gave
## its outputs), Outputs (a cell of cells) and Empty (the file still has the empty gap).

function results = run_answers (folder, tasks, settings, use)
  place = tempname ();
  [made, why] = mkdir (place);
  if (! made || ! isempty (why))        # of a folder that is there already, WHY alone speaks
    error ('nnreg_course_check: the folder %s cannot be made: %s', place, why);
  end
  cleanup = onCleanup (@() remove (place));
  results = run_in (place, folder, tasks, settings, use);
end

function results = run_in (place, folder, tasks, settings, use)
  results = cell (1, numel (tasks));
  process = struct ('Id', 0, 'Alive', false);
  [job, faults, empty] = prepare (folder, tasks, place, settings);
  if (job.Fork && ! isempty (job.Tasks))
    process = run_child (job, settings);
  end
  cleanup = onCleanup (@() stop (process, place));
  for k = 1:numel (tasks)
    answer = struct ('Fault', faults{k}, 'Outputs', {{}}, 'Empty', empty(k));
    if (isempty (faults{k}))
      [answer.Fault, answer.Outputs, process] = result_of (job, tasks(k), process, settings);
    end
    results{k} = use (k, answer);
  end
end

## Writes the answers to the folder run of PLACE. The job has the tasks that have a file.
function [job, faults, empty] = prepare (folder, tasks, place, settings)
  run = fullfile (place, 'run');
  mkdir (run);
  texts = read_answers (folder);
  names = fieldnames (texts).';
  write_texts (run, texts, names(! strncmp (names, 'nnreg', 5)));   # none replaces the package
  refuse_calls (run);
  faults = cell (1, numel (tasks));
  empty = false (1, numel (tasks));
  for k = 1:numel (tasks)
    if (isfield (texts, tasks(k).Name))
      empty(k) = gap_is_empty (texts.(tasks(k).Name));
    else
      faults{k} = missing (folder, tasks(k).Name);
    end
  end
  there = cellfun (@isempty, faults);
  package = {fileparts(which ('nnreg_fit')), fileparts(which ('__nnreg_cost__'))};
  slow = sprintf (['no answer within %g seconds: is there an endless loop, or is the code too ' ...
                   'slow?'], settings.TimeLimit);
  job = struct ('Tasks', rmfield (tasks(there), 'Checks'), 'Place', place, 'Fork', isunix (), ...
                'Nnreg', {package}, 'ClockLimit', 4 * settings.TimeLimit, 'TooSlow', slow);
end

function write_texts (folder, texts, names)
  for k = 1:numel (names)
    fid = fopen (fullfile (folder, [names{k} '.m']), 'w');
    fwrite (fid, texts.(names{k}));
    fclose (fid);
  end
end

## True if the text still has the empty gap.
function yes = gap_is_empty (text)
  yes = ! isempty (regexp (text, '## -+ your code[^\n]*\n\s*## ---', 'once'));
end

function fault = missing (folder, name)
  fault = sprintf ('there is no file %s.m', name);
  names = {dir(folder).name};
  likely = ! cellfun (@isempty, regexp (lower (names), ['^' name '.*\.m(\.\w+)?$'], 'once'));
  if (any (likely))
    fault = sprintf ('%s, only %s', fault, strjoin (names(likely), ', '));
  end
end

## Waits for the result of a task. If the child has none to give, the task is run alone.
function [fault, outputs, process] = result_of (job, task, process, settings)
  file = fullfile (job.Place, ['result_' task.Name '.mat']);
  process = wait_for (process, file, (job.ClockLimit + 5) * numel (job.Tasks));
  fault = 'Octave ended before there was an answer (a crash, or endless printing?)';
  outputs = {};
  if (exist (file, 'file') != 2 && run_alone (job, task, file, settings))
    fault = job.TooSlow;
  elseif (exist (file, 'file') == 2)
    [fault, outputs] = struct2cell (load (file, 'fault', 'outputs')){:};
  end
end

## True if the time limit ended it.
function late = run_alone (job, task, file, settings)
  job.Tasks = job.Tasks(strcmp ({job.Tasks.Name}, task.Name));
  job.Fork = false;
  process = run_child (job, settings);
  cleanup = onCleanup (@() stop (process, job.Place));
  process = wait_for (process, file, job.ClockLimit);
  late = process.Alive && exist (file, 'file') != 2;
end

## Octave replaces the shell (exec), so that a kill reaches it. No file may grow beyond 10 MB. Not
## every shell can limit memory. With a limit of a processor's time other work on the computer costs
## no points. Without Unix the process has ended on return.
function process = run_child (job, settings)
  save ('-binary', fullfile (job.Place, 'job.mat'), 'job');
  child = fileread (fullfile (fileparts (mfilename ('fullpath')), 'answer_child.m'));
  texts = struct ('start', "answer_child ();\n", 'answer_child', child);
  write_texts (job.Place, texts, fieldnames (texts));   # copyfile fails with some letters
  script = fullfile (job.Place, 'start.m');
  if (! isunix ())
    system (sprintf ('cd /d "%s" && "%s" --no-gui --norc --quiet "%s" > log 2>&1', job.Place, ...
                     octave_program (), script));
    process = struct ('Id', 0, 'Alive', false);
    return
  end
  command = sprintf (['cd %s && ulimit -f 20480 && ulimit -S -t %d && ' ...
                      '{ ulimit -v %d 2>/dev/null || true; } && ' ...
                      'exec %s --no-gui --norc --no-history --quiet %s ' ...
                      '>> log 2>&1 < /dev/null'], ...
                     word (job.Place), ceil (settings.TimeLimit), 1000 * settings.MemoryLimit, ...
                     word (octave_program ()), word (script));
  process = struct ('Id', system (command, false, 'async'), 'Alive', true);
end

## Returns once the file is there, or the process has ended, or after the time limit.
function process = wait_for (process, file, limit)
  began = tic ();
  while (process.Alive && exist (file, 'file') != 2 && toc (began) < limit)
    process.Alive = waitpid (process.Id, WNOHANG ()) != process.Id;
    pause (0.01);
  end
end

## A child that waits for its own child sees the file, and stops both.
function stop (process, place)
  if (! process.Alive || waitpid (process.Id, WNOHANG ()) != 0)
    return
  end
  fclose (fopen (fullfile (place, 'stop'), 'w'));
  process = wait_for (process, '', 1);
  if (process.Alive)
    kill (process.Id, 9);
    waitpid (process.Id);
  end
end

## The text as one word for the shell.
function text = word (text)
  text = ['''', strrep(text, '''', '''\'''''), ''''];
end

function program = octave_program ()
  program = fullfile (OCTAVE_HOME (), 'bin', 'octave-cli');
  if (ispc ())
    program = [program '.exe'];
  elseif (exist (program, 'file') != 2)
    program = 'octave-cli';
  end
end

function remove (place)
  confirm_recursive_rmdir (false, 'local');
  [~, ~] = rmdir (place, 's');
end
