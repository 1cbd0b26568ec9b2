## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## A task: its name and part, the number of outputs, the arguments of each case (a cell of cells),
## and for each check a function of (arguments, outputs) that returns a hint, or '' if the outputs
## are right.

function task = new_task (name, part, num_outputs, cases, checks)
  task = struct ('Name', name, 'Part', part, 'NumOutputs', num_outputs, 'Cases', {cases}, ...
                 'Checks', {checks});
end
