## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnreg_course_pack (FOLDER)
##
## Writes the students' part of this kit to FOLDER, which must not exist: the assignment, the files
## with gaps, the grader, and the cases of the seed Students in course_seeds.m with the numbers that
## are compared. It has no model answer and no formula of one.
##
## Example:  nnreg_course_pack ("nnreg-course"); tar ("nnreg-course.tar", "nnreg-course")

function nnreg_course_pack (folder)
  if (nargin != 1 || ! ischar (folder) || exist (folder, 'file'))
    error ('nnreg_course_pack: FOLDER must be the name of a new folder');
  end
  root = fileparts (mfilename ('fullpath'));
  mkdir (fullfile (folder, 'private'));
  files = [list(root, '', {'README.md', 'README.html', 'INSTALL.md', 'INSTALL.html', ...
                           'nnreg_course_check.m', 'course_settings.m'}), ...
           list(root, 'private', {'*.m'})];
  for_grading = fullfile ('private', {'find_answers.m', 'read_table.m', 'table_head.m', ...
                                      'write_table.m'});
  files = setdiff (files, for_grading);
  for file = files
    copy (fullfile (root, file{1}), fullfile (folder, file{1}));
  end
  copy (fullfile (root, 'answers'), folder);
  write_tasks (fullfile (make_absolute_filename (folder), 'private', 'tasks.txt'));
end

function files = list (root, part, patterns)
  files = {};
  for pattern = patterns
    [~, names, ends] = cellfun (@fileparts, glob (fullfile (root, part, pattern{1})), ...
                                'UniformOutput', false);
    files = [files, fullfile(part, strcat (names, ends)).'];
  end
end

function copy (from, to)
  [done, why] = copyfile (from, to);
  if (! done)
    error ('nnreg_course_pack: %s cannot be copied: %s', from, why);
  end
end

## As text, without the line that names machine and time.
function write_tasks (file)
  back = enter_kit ();
  tasks = load_tasks (course_seeds ().Students);
  save ('-text', file, 'tasks');
  text = regexprep (fileread (file), '^# Created by[^\n]*\n', '');
  fid = fopen (file, 'w');
  fputs (fid, text);
  fclose (fid);
end
