## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnreg_course_grade (FOLDER, FILE)
## nnreg_course_grade (FOLDER, FILE, NAME, VALUE, ...)
##
## Grades each folder in FOLDER, one for each student, and writes FILE, a CSV table for a
## spreadsheet: a row for each submission with its points for each function, the sum, per cent, and
## remarks. The files of a submission may be in a folder within it.
##
## FILE is complete after each submission. If the run is interrupted, call it again: submissions
## that have a row in FILE and did not change are not graded again.
##
## "Seed"       of the cases (default: Grading in course_seeds.m)
## "Separator"  "," (default), or ";" with decimal commas, as spreadsheets of some countries want
## "Feedback"   a folder: for each submission a text file with its points and hints
##
## Example:  nnreg_course_grade ("submissions", "points.csv", "Feedback", "feedback")

function nnreg_course_grade (folder, file, varargin)
  if (nargin < 2 || ! ischar (folder) || ! ischar (file))
    error ('nnreg_course_grade: the arguments are a folder and the name of a CSV file');
  end
  options = read_options (varargin);
  settings = read_settings ();
  [names, others] = submissions (folder);
  tasks = load_tasks (options.Seed);
  table = struct ('File', file, 'Separator', options.Separator, 'Tasks', {{tasks.Name}}, ...
                  'MaxPoints', cellfun (@(name) sum (settings.Points.(name)), {tasks.Name}));
  old = read_table (table);
  found = find_answers (folder, names, tasks);
  base = kit_text (options.Seed);
  rows = struct ([]);
  for k = 1:numel (names)
    key = hash ('md5', [base, found(k).Remarks{:}, found(k).Text])(1:16);
    row = old(strcmp ({old.Name}, names{k}) & strcmp ({old.Key}, key));
    before = ! isempty (row) && has_feedback (options.Feedback, names{k});
    if (! before)
      row = grade_row (names{k}, found(k), tasks, settings, options.Feedback);
      row.Key = key;
    end
    rows = [rows, row(1)];
    write_table (table, rows);
    print_row (k, numel (names), row(1), sum (table.MaxPoints), before);
  end
  print_end (table, rows, others);
end

function options = read_options (args)
  options = struct ('Seed', [], 'Separator', ',', 'Feedback', '');
  for k = 1:2:numel (args)
    if (k == numel (args) || ! ischar (args{k}) || ! isfield (options, args{k}))
      error ('nnreg_course_grade: options are Seed, Separator and Feedback, each with a value');
    end
    options.(args{k}) = args{k + 1};
  end
  if (! any (strcmp (options.Separator, {',', ';'})))
    error ('nnreg_course_grade: Separator must be "," or ";"');
  elseif (! ischar (options.Feedback))
    error ('nnreg_course_grade: Feedback must be the name of a folder');
  elseif (! isempty (options.Feedback) && ! isfolder (options.Feedback))
    mkdir (options.Feedback);
  end
  if (isempty (which ('nnreg_fit')))
    error ('nnreg_course_grade: the package nnreg is not loaded; type: pkg load nnreg');
  end
end

## Folders, and what else is there, such as archives that were not unpacked.
function [names, others] = submissions (folder)
  if (! isfolder (folder))
    error ('nnreg_course_grade: there is no folder %s', folder);
  end
  entries = dir (folder).';
  hidden = strncmp ({entries.name}, '.', 1) | strcmp ({entries.name}, '__MACOSX');
  folders = [entries.isdir];
  names = sort ({entries(folders & ! hidden).name});
  others = sort ({entries(! folders & ! hidden).name});
  if (isempty (names))
    error ('nnreg_course_grade: %s has no folder, one for each student', folder);
  end
end

## What the points depend on, besides the answers.
function text = kit_text (seed)
  root = fileparts (mfilename ('fullpath'));
  files = sort ([glob(fullfile (root, '*.m')); glob(fullfile (root, 'private', '*.m')); ...
                 glob(fullfile (root, 'teacher', '*.m'))]);
  texts = cellfun (@fileread, files, 'UniformOutput', false);
  text = [mat2str(seed), texts{:}];
end

function yes = has_feedback (feedback, name)
  yes = isempty (feedback) || exist (fullfile (feedback, [name '.txt']), 'file') == 2;
end

function row = grade_row (name, found, tasks, settings, feedback)
  if (isempty (feedback))
    graded = grade (found.Folder, tasks, settings, @(one, first) []);
  else
    fid = fopen (fullfile (feedback, [name '.txt']), 'w');
    close_it = onCleanup (@() fclose (fid));
    graded = grade (found.Folder, tasks, settings, @(one, first) print_task (fid, one, first));
    print_total (fid, graded);
  end
  points = cellfun (@sum, {graded.Functions.Points});
  row = struct ('Name', name, 'Points', points, 'Remarks', '', 'Key', '');
  remarks = struct ('Hints', {{}}, 'Names', {{}});
  for one = graded.Functions
    hints = unique (one.Hints(! cellfun (@isempty, one.Hints)), 'stable');
    remarks = add_hints (remarks, one.Name, strjoin (hints, ', '));
  end
  texts = cellfun (@(names, hint) [names, ': ', hint], remarks.Names, remarks.Hints, ...
                   'UniformOutput', false);
  row.Remarks = regexprep (strjoin ([found.Remarks, texts], '; '), '\s+', ' ');
end

## Functions with the same hint share a remark.
function remarks = add_hints (remarks, name, hint)
  at = find (strcmp (remarks.Hints, hint));
  if (isempty (hint))
    return
  elseif (isempty (at))
    remarks.Hints{end + 1} = hint;
    remarks.Names{end + 1} = name;
  else
    remarks.Names{at} = [remarks.Names{at}, ', ', name];
  end
end

function print_row (k, count, row, most, before)
  letters = sum (bitand (double (row.Name), 192) != 128);      # in UTF-8
  printf ("%3d of %d  %s%s %5g of %g points%s\n", k, count, row.Name, ...
          repmat (' ', 1, max (0, 30 - letters)), sum (row.Points), most, ...
          repmat (', as before', 1, before));
  fflush (stdout);
end

function print_end (table, rows, others)
  points = vertcat (rows.Points);
  shares = 100 * mean (points, 1) ./ table.MaxPoints;
  [~, order] = sort (shares);
  hardest = order(1:min (3, end));
  text = cellfun (@(name, share) sprintf ('%s %.0f %%', name, share), table.Tasks(hardest), ...
                  num2cell (shares(hardest)), 'UniformOutput', false);
  printf ("\n%d submissions in %s, mean %.3g of %g points; lowest: %s\n", numel (rows), ...
          table.File, mean (sum (points, 2)), sum (table.MaxPoints), strjoin (text, ', '));
  if (! isempty (others))
    printf ("Not graded, since they are no folders: %s\n", strjoin (others, ', '));
  end
end
