## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The first line of the table of points, a cell.

function head = table_head (table)
  with_points = cellfun (@(name, points) sprintf ('%s (%g)', name, points), ...
                         [table.Tasks, {'Points'}], ...
                         num2cell ([table.MaxPoints, sum(table.MaxPoints)]), ...
                         'UniformOutput', false);
  head = [{'Submission'}, with_points, {'Per cent', 'Remarks', 'Key'}];
end
