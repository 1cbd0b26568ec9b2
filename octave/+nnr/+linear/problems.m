## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## problems = nnr.linear.problems (X, d, s, folds)
##
## What the gateway __nnreg_linear_follow__ should solve for a path, a cell row: one problem for all
## samples and all FOLDS (nnr.linear.problem). If X was a table of which some fold makes another X
## (nnr.table.of_rows), the first problem is for all samples, without folds, and each fold has one
## of its own, in which it is the only part.

function problems = problems (X, d, s, folds)
  table = nnr.table.of (s);
  own = {};
  for fold = 1:max (folds) * ! isempty (table)
    [part, same] = nnr.table.of_rows (X, table, find (folds != fold));
    if (! same)
      own{fold} = part;
    end
  end
  if (isempty (own))
    problems = {nnr.linear.problem(X, d, s, folds)};
    return
  end
  own{max (folds) + 1} = [];
  problems = {nnr.linear.problem(X, d, s, zeros (size (folds)))};
  for fold = 1:max (folds)
    part = own{fold};
    if (isempty (part))
      part = X;
    end
    of_fold = nnr.linear.problem (part, scanned (part, d, s), s, double (folds == fold));
    problems{end + 1} = of_fold;
  end
end

function d = scanned (X, d, s)
  d.Found = nnr.data.scan ('X', X, true, 'double', s.Threads, d.Targets.SampleWeights);
end
