## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The child process of run_answers, which copies this file to a folder: reads job.mat there, and
## writes result_NAME.mat for each task. It forks for each of them, so that one answer cannot change
## what another one meets, and Octave starts once. Where fork is missing, the job has one task,
## which this process runs.

function answer_child ()
  job = load ('job.mat').job;
  if (! job.Fork)
    work (job, job.Tasks);
    return
  end
  for task = job.Tasks
    if (exist ('stop', 'file') == 2)
      return
    end
    fclose (fopen ('log', 'w'));        # each answer may print as much as the limit allows
    pid = fork ();
    if (pid == 0)
      work (job, task);
      kill (getpid (), 9);              # no clean-up of what the parent still needs
    end
    wait_for (pid, job, task);
  end
end

function wait_for (pid, job, task)
  began = tic ();
  while (true)
    [ended, status] = waitpid (pid, WNOHANG ());
    if (ended == pid)
      if (WIFSIGNALED (status) && WTERMSIG (status) == SIG ().XFSZ)
        write_result (job.Place, task.Name, 'it prints or writes without end', {});
      elseif (WIFSIGNALED (status) && WTERMSIG (status) == SIG ().XCPU)
        write_result (job.Place, task.Name, job.TooSlow, {});
      end
      return
    elseif (toc (began) > job.ClockLimit || exist ('stop', 'file') == 2)
      kill (pid, 9);
      waitpid (pid);
      write_result (job.Place, task.Name, job.TooSlow, {});
      return
    end
    pause (0.005);
  end
end

## Of Octave's functions those that are called between answers are held by handles, since answers
## may change the path, or have files with the names of Octave's functions beside them.
function work (job, task)
  set (0, 'defaultfigurevisible', 'off');
  if (! isempty (task.MayCall))
    addpath (job.Nnreg{:});
  end
  [outputs, err, at] = call (task, cell (1, task.NumOutputs), @feval, @cd, job.Place, ...
                             fullfile (job.Place, 'run'), path ());
  report (job.Place, task, outputs, err, at);
end

## In the folder RUN of the answers only evaluate and go are called.
function [outputs, err, at] = call (task, outs, evaluate, go, place, run, clean)
  outputs = task.Cases;
  err = [];
  at = 0;
  for args = task.Cases
    at = at + 1;
    go (run);                           # a folder with a colon cannot be on the path
    try
      [outs{:}] = evaluate (task.Name, args{1}{:});
      outputs{at} = outs;
    catch err
    end
    go (place);
    restore_path (clean);
    if (! isempty (err))
      return
    end
  end
end

function restore_path (clean)
  if (! strcmp (path (), clean))        # setting it takes time
    path (clean);
  end
end

function report (place, task, outputs, err, at)
  if (! isempty (err))
    fault = fault_of (err, task, at, place);
  else
    fault = fault_of_outputs ([outputs{:}], task);
  end
  if (! isempty (fault))
    outputs = {};
  end
  write_result (place, task.Name, fault, outputs);
end

## '', or why the outputs of all cases are no answer. An output that was never set is an error in
## Octave 7; newer ones leave a value without a class in the list.
function fault = fault_of_outputs (outputs, task)
  fault = '';
  unset = find (strcmp (cellfun (@class, outputs, 'UniformOutput', false), 'unknown'), 1);
  is_data = @(value) isnumeric (value) || islogical (value) || ischar (value) ...
                     || iscell (value) || isstruct (value);
  if (! isempty (unset))
    cases = numel (outputs) / task.NumOutputs;
    [number, k] = ind2sub ([task.NumOutputs, cases], unset);
    fault = sprintf ('error in case %d: output %d is undefined: give it a value', k, number);
  elseif (! all (cellfun (is_data, outputs)))
    fault = 'an output is not a number, text, cell or struct';   # save may not keep it
  elseif (sum (cellfun (@sizeof, outputs)) > 5e6)
    fault = sprintf ('an output has a size of %s', num2str (size (outputs{1}), '%d '));
  end
end

## One line: of an error in the code its message without the temporary folder, and its line.
function fault = fault_of (err, task, at, place)
  text = regexprep (strrep (err.message, fullfile (place, 'run', ''), ''), '\s+', ' ');
  unknown = regexp (text, '''(nnreg_\w+)'' undefined', 'tokens', 'once');
  if (! isempty (unknown) && isempty (task.MayCall))
    text = [unknown{1}, ' is what you are asked to do without here: remove it'];
  end
  fault = sprintf ('error in case %d: %s', at, strtrim (text(1:min (end, 300))));
  stack = err.stack(1 + strcmp (err.identifier, 'course:forbidden'):end);
  if (! isempty (stack) && ! any (strcmp (stack(1).name, {'call', 'work'})))   # inside the answer
    fault = sprintf ('%s (%s, line %d)', fault, stack(1).name, stack(1).line);
  end
end

function write_result (place, name, fault, outputs)
  file = fullfile (place, ['result_', name]);
  save ('-binary', [file '.new'], 'fault', 'outputs');
  rename ([file '.new'], [file '.mat']);
end
