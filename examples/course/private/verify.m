## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Prints whether the kit is ready for class, after a change of data, points or text: a line for
## each check. OK is true if all of them passed.

function ok = verify ()
  if (! has_teacher ())
    error ('nnreg_course_check: only the teachers'' archive can verify');
  end
  root = fileparts (fileparts (mfilename ('fullpath')));
  back = enter_kit ();
  seeds = course_seeds ();
  settings = read_settings ();
  ok = report ('seeds', one_if (seeds.Students == seeds.Grading, ...
                                'the two in course_seeds.m must differ'), '');
  try
    tasks = {load_tasks(seeds.Students), load_tasks(seeds.Grading)};
    [~, ~, about] = scaled_data (seeds.Students);
    ok &= report ('data', '', about);
  catch err
    ok = report ('data', err.message, '');
    return
  end
  ok &= report ('settings', wrong_points (tasks{1}, settings), '');
  if (! ok)
    return
  end
  ok &= model_answers (fullfile (root, 'solutions'), tasks{1}, settings, seeds.Students);
  ok &= model_answers (fullfile (root, 'solutions'), tasks{2}, settings, seeds.Grading);
  empty = grade (fullfile (root, 'answers'), tasks{1}, settings, @(varargin) []);
  ok &= report ('files with gaps', one_if (empty.Points > 0, 'they get points'), '0 points');
  ok &= report ('other cases for grading', same_cases (tasks{:}), '');
  ok &= report ('mistakes', not_told (tasks{2}), 'each can be told from the right answer');
  fault = wrong_text (fullfile (root, 'README.md'), settings);
  ok &= report ('README.md', fault, 'its points are those of course_settings.m');
end

function ok = report (what, fault, fine)
  ok = isempty (fault);
  if (ok)
    printf ("ok %s%s%s\n", what, repmat (': ', 1, ! isempty (fine)), fine);
  else
    printf ("not ok %s: %s\n", what, fault);
  end
  fflush (stdout);
end

function text = one_if (wrong, text)
  if (! wrong)
    text = '';
  end
end

function fault = wrong_points (tasks, settings)
  fault = '';
  for task = tasks
    if (! isfield (settings.Points, task.Name))
      fault = sprintf ('course_settings.m has no points for %s', task.Name);
    elseif (numel (settings.Points.(task.Name)) != numel (task.Checks))
      fault = sprintf (['%s has %d checks, and needs as many numbers of points in ' ...
                        'course_settings.m'], task.Name, numel (task.Checks));
    end
  end
end

function ok = model_answers (folder, tasks, settings, seed)
  graded = grade (folder, tasks, settings, @(varargin) []);
  fault = '';
  for one = graded.Functions
    hints = one.Hints(! cellfun (@isempty, one.Hints));
    if (! isempty (hints))
      fault = sprintf ('%s%s gets %g of %g: %s; ', fault, one.Name, sum (one.Points), ...
                       sum (one.MaxPoints), hints{1});
    end
  end
  ok = report (sprintf ('model answers, seed %g', seed), fault(1:end - 2), ...
               sprintf ('%g of %g points', graded.Points, graded.MaxPoints));
end

function fault = same_cases (one, other)
  same = arrayfun (@(k) isequal (one(k).Cases, other(k).Cases), 1:numel (one));
  fault = one_if (any (same), ['students know those of ', strjoin({one(same).Name}, ', ')]);
end

## Mistakes whose value is the right one in every case of this data.
function fault = not_told (tasks)
  fault = '';
  for task = tasks
    for check = task.Checks(strcmp ({task.Checks.Kind}, 'values'))
      told = cellfun (@(want) ! cellfun (@isempty, {want.Likely.Print}), check.Wants, ...
                      'UniformOutput', false);
      hints = {check.Wants{1}.Likely(! any (vertcat (told{:}), 1)).Hint};
      if (! isempty (hints))
        fault = sprintf ('with %s this answer would be right: %s', task.Name, hints{1});
      end
    end
  end
end

function fault = wrong_text (file, settings)
  fault = '';
  text = fileread (file);
  for name = fieldnames (settings.Points).'
    said = regexp (text, ['`' name{1} '` \((\d+(?:\.\d+)?)\)'], 'tokens', 'once');
    points = sum (settings.Points.(name{1}));
    if (isempty (said) || str2double (said{1}) != points)
      fault = sprintf ('it should say `%s` (%g)', name{1}, points);
      return
    end
  end
  parts = str2double ([regexp(text, '## Part [^\n]*\((\d+(?:\.\d+)?) points\)', 'tokens'){:}]);
  if (sum (parts) != sum (structfun (@sum, settings.Points)))
    fault = sprintf ('the points of its parts are %g, not %g', sum (parts), ...
                     sum (structfun (@sum, settings.Points)));
  end
end
