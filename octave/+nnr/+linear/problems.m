## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## problems = nnr.linear.problems (X, d, s, folds, outside)
##
## What the gateway __nnreg_linear_follow__ should solve for a path, a cell row: one problem for all
## samples and all FOLDS (nnr.linear.problem), which learn from the rows OUTSIDE (nnr.folds.sides).
## If X was a table of which some fold makes another X (nnr.table.of_rows), the first problem is for
## all samples, without folds, and each fold has one of its own, in which it is the only part.

function problems = problems (X, d, s, folds, outside)
  own = matrices_of_folds (X, s, outside);
  if (all (cellfun (@isempty, own)))
    problems = {nnr.linear.problem(X, d, s, folds)};
    return
  end
  none = setfield (folds, 'Of', zeros (size (folds.Of)));
  problems = {nnr.linear.problem(X, d, s, none)};
  for fold = 1:numel (own)
    part = own{fold};
    if (isempty (part))
      part = X;
    end
    of_fold = nnr.linear.problem (part, scanned (part, d, s), s, folds);
    problems{end + 1} = nnr.linear.of_part (of_fold, fold);
  end
end

## The X of each fold, [] if it is the X of all samples.
function own = matrices_of_folds (X, s, outside)
  table = nnr.table.of (s);
  own = cell (size (outside));
  for fold = 1:numel (outside) * ! isempty (table)
    [part, same] = nnr.table.of_rows (X, table, outside{fold});
    if (! same)
      own{fold} = part;
    end
  end
end

function d = scanned (X, d, s)
  d.Found = nnr.data.scan ('X', X, true, 'double', s.Threads, d.Targets.SampleWeights);
end
