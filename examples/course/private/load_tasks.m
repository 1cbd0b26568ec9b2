## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The tasks with their cases and what is compared with the answers. Teachers have functions that
## make them from any SEED ([]: that for grading); students have those of one seed in a file.

function tasks = load_tasks (seed)
  file = fullfile (fileparts (mfilename ('fullpath')), 'tasks.txt');
  if (has_teacher ())
    tasks = make_tasks (seed);
  elseif (! isempty (seed))
    error ('nnreg_course_check: only the teachers'' archive can make cases from a seed');
  elseif (exist (file, 'file') != 2)
    error ('nnreg_course_check: the file %s is missing; unpack the archive again', file);
  else
    tasks = load (file).tasks;
  end
end

function tasks = make_tasks (seed)
  back = enter_kit ();
  if (isempty (seed))
    seed = course_seeds ().Grading;
  end
  tasks = [tasks_of_part_1(seed), tasks_of_part_2(seed), tasks_of_part_3(seed), ...
           tasks_of_part_4(seed)];
  for k = 1:numel (tasks)
    for c = 1:numel (tasks(k).Checks)
      tasks(k).Checks(c).Wants = cellfun (@with_prints, tasks(k).Checks(c).Wants, ...
                                          'UniformOutput', false);
    end
  end
end

## Of the common mistakes only the prints of their values are kept, [] if it is right in this case.
function want = with_prints (want)
  if (! isstruct (want))
    return
  end
  likely = struct ('Print', {}, 'Hint', {});
  for row = want.Likely.'
    likely(end + 1) = struct ('Print', [], 'Hint', row{2});
    if (! isempty (compare_values ('', row{1}, want.Value, likely([]))))
      likely(end).Print = value_print (row{1});
    end
  end
  want.Likely = likely;
end
