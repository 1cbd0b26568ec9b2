## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## problems = nnr.linear.problems (X, d, s, folds, outside, apart)
##
## What a path should solve, a cell row (nnr.linear.problem): for each repeat of FOLDS a problem
## with its parts, the first of which is also that of all samples.
##
## If X was a table of which some fold makes another X (nnr.table.of_rows), the first problem is for
## all samples, without parts, and each fold has one of its own, in which it is the only part. So it
## is with APART and several repeats. The folds learn from the rows OUTSIDE (nnr.folds.sides).

function problems = problems (X, d, s, folds, outside, apart)
  own = matrices_of_folds (X, s, outside);
  num_repeats = columns (folds.Of);
  apart = (apart && num_repeats > 1) || ! all (cellfun ('isempty', own));
  problems = {};
  if (apart)
    problems = {nnr.linear.problem(X, d, s, setfield (folds, 'Of', zeros (rows (X), 1)))};
  end
  for repeat = 1:num_repeats
    these = folds;
    these.Of = folds.Of(:,repeat);
    if (apart)
      num_folds = max (these.Of);
      problems = [problems, problems_of_folds(X, d, s, these, own(1:num_folds))];
      own(1:num_folds) = [];
    else
      problems{repeat} = nnr.linear.problem (X, d, s, these);
    end
  end
end

function problems = problems_of_folds (X, d, s, folds, own)
  problems = {};
  for fold = 1:numel (own)
    [part, of_part] = deal (X, d);
    if (! isempty (own{fold}))
      part = own{fold};
      of_part = scanned (part, d, s);
    end
    of_fold = nnr.linear.problem (part, of_part, s, folds);
    problems{fold} = nnr.linear.of_part (of_fold, fold);
  end
end

## The matrix of each fold that differs from X, else [].
function own = matrices_of_folds (X, s, outside)
  own = cell (size (outside));
  for fold = 1:numel (outside) * ! isempty (s.Table)
    [part, same] = nnr.table.of_rows (X, s.Table, outside{fold});
    if (! same)
      own{fold} = part;
    end
  end
end

function d = scanned (X, d, s)
  d.Found = nnr.data.scan ('X', X, true, 'double', s.Threads, d.Targets.SampleWeights);
end
