## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## Runs a student's function on the cases of a task in a separate Octave, for at most LIMIT seconds
## and with at most MEMORY megabytes. What the function prints or changes stays there. RESULT has
## Fault ('' if every case gave its outputs) and Outputs, a cell of cells.

function result = run_answer (folder, task, limit, memory)
  result = struct ('Fault', '', 'Outputs', {{}});
  if (exist (fullfile (folder, [task.Name '.m']), 'file') != 2)
    result.Fault = sprintf ('there is no file %s.m', task.Name);
    return
  end
  place = tempname ();
  [made, why] = mkdir (place);
  if (! made || ! isempty (why))        # of a folder that is there already, WHY alone speaks
    error ('nnreg_course_check: the folder %s cannot be made: %s', place, why);
  end
  cleanup = onCleanup (@() remove (place));
  allowed = {fileparts(which ('nnreg_fit')), fileparts(which ('__nnreg_cost__'))};
  job = struct ('Name', task.Name, 'NumOutputs', task.NumOutputs, 'Cases', {task.Cases}, ...
                'Folder', make_absolute_filename (folder), 'Path', {allowed}, 'Place', place);
  save ('-binary', fullfile (place, 'job.mat'), 'job');
  forbid (fullfile (place, 'forbidden'), task.Name);
  status = run_child (place, limit, memory);
  result = read_result (result, fullfile (place, 'result.mat'), status, limit);
end

## In the child, calls of functions of nnreg that are themselves answers become errors, and calls
## that wait for a person.
function forbid (folder, task)
  mkdir (folder);
  names = {'nnreg_cost', 'nnreg_metrics', 'nnreg_evaluate', 'nnreg_gridsearch', 'nnreg_path'};
  if (! strcmp (task, 'cv_errors'))
    names{end + 1} = 'nnreg_fit';
  end
  for name = names
    refuse (folder, name{1}, 'is what you are asked to write yourself', 'false');
  end
  refuse (folder, 'dbstop', 'stops for a person, and here is none: remove it', 'false');
  for name = {'keyboard', 'input', 'yes_or_no', 'kbhit', 'menu', 'ginput', ...
              'waitforbuttonpress', 'inputdlg', 'questdlg', 'listdlg', 'msgbox', 'uigetfile', ...
              'uiwait', 'waitfor', 'pause'}
    refuse (folder, name{1}, 'waits for a person, and here is none: remove it', ...
            'strcmp (name, "pause") && nargin > 0 && isfinite (varargin{1})');
  end
end

## A function that is an error, unless the condition holds: then it is Octave's own.
function refuse (folder, name, why, unless)
  fid = fopen (fullfile (folder, [name '.m']), 'w');
  fprintf (fid, ['function varargout = %s (varargin)\n  name = "%s";\n' ...
                 '  if (! (%s))\n    error ("course:forbidden", "%%s %s", name);\n  end\n' ...
                 '  [varargout{1:nargout}] = builtin (name, varargin{:});\nend\n'], ...
           name, name, unless, why);
  fclose (fid);
end

## The exit status, or -1 after the time limit. Octave replaces the shell (exec), so that a kill
## reaches it. No file may grow beyond 10 MB. Not every shell can limit memory.
function status = run_child (place, limit, memory)
  script = fullfile (fileparts (mfilename ('fullpath')), 'answer_child.m');
  command = sprintf (['cd %s && ulimit -f 20480 && { ulimit -v %d 2>/dev/null || true; } && ' ...
                      'exec %s --no-gui --norc --no-history --quiet %s > log 2>&1 < /dev/null'], ...
                     word (place), 1000 * memory, word (octave_program ()), word (script));
  if (! isunix ())
    status = system (sprintf ('cd "%s" && "%s" --no-gui --norc --quiet "%s" > log 2>&1', place, ...
                              octave_program (), script));
    return
  end
  pid = system (command, false, 'async');
  began = tic ();
  while (true)
    [ended, status] = waitpid (pid, WNOHANG ());
    if (ended == pid)
      return
    elseif (toc (began) > limit)
      kill (pid, 9);
      waitpid (pid);
      status = -1;
      return
    end
    pause (0.02);
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

function result = read_result (result, file, status, limit)
  if (status == -1)
    result.Fault = sprintf (['no answer within %g seconds: is there an endless loop, or is ' ...
                             'the code too slow?'], limit);
  elseif (exist (file, 'file') != 2)
    result.Fault = 'Octave ended before there was an answer (exit, a crash, or endless printing?)';
  else
    found = load (file);
    result.Fault = found.fault;
    result.Outputs = found.outputs;
  end
end

function remove (place)
  confirm_recursive_rmdir (false, 'local');
  [~, ~] = rmdir (place, 's');
end
