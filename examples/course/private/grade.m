## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The points of the answers in FOLDER, as nnreg_course_check returns them. A check gives all its
## points, or none and a hint. TOLD (one, first) is called for each function; first is true for the
## first one of a part.

function graded = grade (folder, tasks, settings, told)
  use = @(k, answer) grade_and_tell (tasks, k, answer, settings, told);
  results = run_answers (folder, tasks, settings, use);
  graded.Functions = [results{:}];
  graded.Points = sum ([graded.Functions.Points]);
  graded.MaxPoints = sum ([graded.Functions.MaxPoints]);
  graded.Percent = 100 * graded.Points / graded.MaxPoints;
end

function one = grade_and_tell (tasks, k, answer, settings, told)
  one = grade_one (tasks(k), answer, settings.Points.(tasks(k).Name));
  told (one, k == 1 || tasks(k).Part != tasks(k - 1).Part);
end

function one = grade_one (task, answer, points)
  one = struct ('Name', task.Name, 'Part', task.Part, 'Points', zeros (size (points)), ...
                'MaxPoints', points, 'Hints', {repmat({''}, size (points))});
  for c = 1:numel (points)
    hint = answer.Fault;
    for k = 1:numel (answer.Outputs)
      if (! isempty (hint))
        break
      end
      hint = judge (task.Checks(c), k, task.Cases{k}, answer.Outputs{k});
    end
    one.Points(c) = points(c) * isempty (hint);
    if (answer.Empty && ! isempty (hint))
      hint = 'the gap, "your code", is still empty';
    end
    one.Hints{c} = hint;
  end
end
