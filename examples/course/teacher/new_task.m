## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## A task: its name and part, the number of outputs, the arguments of each case (a cell of cells),
## and the checks. Each check is a cell: its kind (see judge.m) and a function that returns for the
## arguments of a case what the check wants; for 'values' also the name and the number of the
## output, and the function also returns common mistakes: a cell with a row for each, the value that
## it gives and the hint. Hints go to students: they say what is wrong, not what is right.
## MAY_CALL is {} or the functions of nnreg that the answer needs.

function task = new_task (name, part, num_outputs, may_call, cases, checks)
  task = struct ('Name', name, 'Part', part, 'NumOutputs', num_outputs, 'MayCall', {may_call}, ...
                 'Cases', {cases}, 'Checks', struct ([]));
  for k = 1:numel (checks)
    [kind, wanted] = checks{k}{1:2};
    check = struct ('Kind', kind, 'What', '', 'Output', 1);
    if (strcmp (kind, 'values'))
      [check.What, check.Output] = checks{k}{3:4};
      check.Wants = cellfun (@(args) with_mistakes (wanted, args), cases, 'UniformOutput', false);
    else
      check.Wants = cellfun (wanted, cases, 'UniformOutput', false);
    end
    task.Checks = [task.Checks, check];
  end
end

function want = with_mistakes (wanted, args)
  [value, likely] = wanted (args);
  want = struct ('Value', value, 'Likely', {likely});
end
