## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Prints the points and hints of a function to FID, and before the FIRST of a part its title.

function print_task (fid, one, first)
  titles = {'penalty and gradient', 'the soft threshold', 'choosing lambda', 'metrics'};
  if (first)
    fprintf (fid, "\nPart %d: %s\n", one.Part, titles{one.Part});
  end
  fprintf (fid, "  %-20s%5g of %g\n", one.Name, sum (one.Points), sum (one.MaxPoints));
  hints = unique (one.Hints(! cellfun (@isempty, one.Hints)), 'stable');
  for k = 1:numel (hints)
    fprintf (fid, "      %s\n", hints{k});
  end
  fflush (fid);
end
