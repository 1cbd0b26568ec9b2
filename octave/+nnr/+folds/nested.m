## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## n = nnr.folds.nested (o, targets, s, kept, estimate)
##
## The nested estimate of a whole search or path: for each of O.Nested outer folds
## [scores, chosen] = ESTIMATE (train, test) searches on the rows TRAIN alone, and scores what it
## chose on the rows TEST, a row of M scores. A 1-by-M struct array with FoldScores (1-by-folds),
## their Mean and StdError, and Folds (N-by-1); and Chosen of each fold, a cell row. The other
## arguments are those of nnr.folds.make.

function n = nested (o, targets, s, kept, estimate)
  [o.CV, o.Repeats] = deal (o.Nested, 1);
  folds = nnr.folds.make (o, targets, s, kept, false);
  [inside, outside] = nnr.folds.sides (folds);
  chosen = cell (1, numel (inside));
  for k = 1:numel (inside)
    [scores(k,:), chosen{k}] = estimate (outside{k}, inside{k});
  end
  for m = 1:columns (scores)
    n(m) = struct ('FoldScores', scores(:,m).', 'Mean', mean (scores(:,m)), ...
                   'StdError', std (scores(:,m)) / sqrt (rows (scores)), 'Folds', folds.Of, ...
                   'Chosen', {chosen});
  end
end
