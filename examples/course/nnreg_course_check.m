## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnreg_course_check ()
## nnreg_course_check (FOLDER)
## nnreg_course_check (FOLDER, NAME, ...)
## nnreg_course_check (..., "Seed", SEED)
## RESULT = nnreg_course_check (...)
## OK = nnreg_course_check ("verify")
##
## Grades the functions in FOLDER (default: the folder answers beside this file), or only those with
## these names. Prints points and hints, or returns them. Needs nnreg (pkg load nnreg), but no
## network connection.
##
## Each function runs in a separate Octave with a time limit. The same answers always get the same
## points.
##
## RESULT has Points, MaxPoints, Percent, and Functions: a struct array with Name, Part, and for
## each check Points, MaxPoints and Hints (a cell; '' if the answer is right).
##
## In the teachers' archive, SEED makes other cases (default: Grading in course_seeds.m), and
## "verify" says whether the model answers still get all points, after a change of data or points.
##
## Example:  nnreg_course_check ("answers", "l1_penalty")

function result = nnreg_course_check (varargin)
  if (isequal (varargin, {'verify'}))
    ready = verify ();
    if (nargout > 0)
      result = ready;
    end
    return
  end
  [folder, names, seed] = read_arguments (varargin);
  tasks = load_tasks (seed);
  unknown = setdiff (names, {tasks.Name});
  if (! isempty (unknown))
    error ('nnreg_course_check: there is no function %s; there are %s', unknown{1}, ...
           strjoin ({tasks.Name}, ', '));
  end
  if (! isempty (names))
    tasks = tasks(ismember ({tasks.Name}, names));
  end
  if (nargout == 0)
    told = @(one, first) print_task (stdout (), one, first);
    graded = grade (folder, tasks, read_settings (), told);
    print_total (stdout (), graded);
  else
    result = grade (folder, tasks, read_settings (), @(varargin) []);
  end
end

function [folder, names, seed] = read_arguments (args)
  here = fileparts (mfilename ('fullpath'));
  folder = fullfile (here, 'answers');
  seed = [];
  if (numel (args) > 1 && strcmp (args{end - 1}, 'Seed'))
    seed = args{end};
    args(end - 1:end) = [];
    if (! (isnumeric (seed) && isreal (seed) && isscalar (seed) && isfinite (seed)))
      error ('nnreg_course_check: Seed must be a number');
    end
  end
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
  if (isempty (which ('nnreg_fit')))
    error ('nnreg_course_check: the package nnreg is not loaded; type: pkg load nnreg');
  end
end
