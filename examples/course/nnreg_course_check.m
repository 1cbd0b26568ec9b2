## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## nnreg_course_check ()
## nnreg_course_check (FOLDER)
## nnreg_course_check (FOLDER, NAME, ...)
## RESULT = nnreg_course_check (...)
##
## Grades the functions in FOLDER (default: the folder answers beside this file), or only those with
## these names. Prints points and hints, or returns them. Needs nnreg (pkg load nnreg), but no
## network connection.
##
## Each function runs in a separate Octave with a time limit, on cases from the seed in
## course_settings.m, and is compared with nnreg. The same answers always get the same points.
##
## RESULT has Points, MaxPoints, and Functions: a struct array with Name, Part, and for each check
## Points, MaxPoints and Hints (a cell; '' if the answer is right).
##
## Example:  nnreg_course_check ("answers", "l1_penalty")

function result = nnreg_course_check (varargin)
  [folder, names] = read_arguments (varargin);
  here = fileparts (mfilename ('fullpath'));
  before = addpath (here);           # private functions need course_data and course_numbers
  cleanup = onCleanup (@() path (before));
  settings = course_settings ();
  tasks = [tasks_of_part_1(settings.Seed), tasks_of_part_2(settings.Seed), ...
           tasks_of_part_3(settings.Seed), tasks_of_part_4(settings.Seed)];
  known = cellfun (@(t) t.Name, tasks, 'UniformOutput', false);
  unknown = setdiff (names, known);
  if (! isempty (unknown))
    error ('nnreg_course_check: there is no function %s; there are %s', unknown{1}, ...
           strjoin (known, ', '));
  end
  if (! isempty (names))
    tasks = tasks(ismember (known, names));
  end
  graded = struct ('Functions', struct ([]), 'Points', 0, 'MaxPoints', 0);
  for k = 1:numel (tasks)
    one = grade (folder, tasks{k}, settings);
    graded.Functions = [graded.Functions, one];
    graded.Points = graded.Points + sum (one.Points);
    graded.MaxPoints = graded.MaxPoints + sum (one.MaxPoints);
    if (nargout == 0)
      print_task (one, k == 1 || tasks{k}.Part != tasks{k - 1}.Part);
    end
  end
  if (nargout == 0)
    printf ("\n  %-20s%5g of %g points\n", 'All', graded.Points, graded.MaxPoints);
  else
    result = graded;
  end
end

function [folder, names] = read_arguments (args)
  folder = fullfile (fileparts (mfilename ('fullpath')), 'answers');
  if (! iscellstr (args))
    error ('nnreg_course_check: the arguments are a folder and the names of functions');
  end
  if (! isempty (args))
    folder = args{1};
  end
  names = args(2:end);
  if (! isfolder (folder))
    error ('nnreg_course_check: there is no folder %s', folder);
  end
  if (any (make_absolute_filename (folder) == pathsep ()))
    error ('nnreg_course_check: Octave finds no functions in a folder with %s in its name: %s', ...
           pathsep (), folder);
  end
  if (isempty (which ('nnreg_fit')))
    error ('nnreg_course_check: the package nnreg is not loaded; type: pkg load nnreg');
  end
end

## A check gives all its points, or none and a hint.
function one = grade (folder, task, settings)
  points = settings.Points.(task.Name);
  one = struct ('Name', task.Name, 'Part', task.Part, 'Points', zeros (size (points)), ...
                'MaxPoints', points, 'Hints', {repmat({''}, size (points))});
  answer = run_answer (folder, task, settings.TimeLimit, settings.MemoryLimit);
  empty = gap_is_empty (fullfile (folder, [task.Name '.m']));
  for c = 1:numel (points)
    hint = answer.Fault;
    for k = 1:numel (answer.Outputs)
      if (! isempty (hint))
        break
      end
      hint = judge (task.Checks{c}, task.Cases{k}, answer.Outputs{k});
    end
    one.Points(c) = points(c) * isempty (hint);
    if (empty && ! isempty (hint))
      hint = 'the gap, "your code", is still empty';
    end
    one.Hints{c} = hint;
  end
end

## True if the file still has the empty gap.
function yes = gap_is_empty (file)
  yes = exist (file, 'file') == 2 ...
        && ! isempty (regexp (fileread (file), '## -+ your code[^\n]*\n\s*## ---', 'once'));
end

## If a check fails with an error, the answer was of an unexpected kind.
function hint = judge (check, args, outs)
  try
    hint = check (args, outs);
  catch err
    hint = sprintf ('the answer cannot be compared: %s', err.message);
  end
end

function print_task (one, first)
  titles = {'penalty and gradient', 'the soft threshold', 'choosing lambda', 'metrics'};
  if (first)
    printf ("\nPart %d: %s\n", one.Part, titles{one.Part});
  end
  printf ("  %-20s%5g of %g\n", one.Name, sum (one.Points), sum (one.MaxPoints));
  hints = unique (one.Hints(! cellfun (@isempty, one.Hints)), 'stable');
  for k = 1:numel (hints)
    printf ("      %s\n", hints{k});
  end
  fflush (stdout);
end
