## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## of = nnr.folds.given (cv, num_samples, kept)
##
## Folds of the user's own, checked, in the form of Of of nnr.folds.make. CV has a fold for each of
## the NUM_SAMPLES samples, or for all rows, of which only the rows KEPT have a weight ([]: all),
## and a column for each repeat.

function of = given (cv, num_samples, kept)
  of = double (full (cv));
  if (isvector (of))
    of = of(:);
  end
  if (! isempty (kept))
    of = of_kept_rows (of, kept);
  end
  ok = rows (of) == num_samples && all (of(:) >= 1 & of(:) == fix (of(:)));
  for repeat = 1:columns (of) * ok
    count = max (of(:,repeat));
    ok = ok && count > 1 && count <= num_samples && has_all (of(:,repeat), count);
  end
  if (! ok)
    error ('nnreg:badArgument', ['CV must be a number of folds, or for each of the %s a fold ' ...
                                 'from 1 to K with none left out (a column for each repeat), ' ...
                                 'got %s; ids of groups go into "CVGroups"'], ...
           nnr.words.count_text (num_samples, 'sample'), nnr.words.show_value (cv));
  end
end

function yes = has_all (of, count)
  found = false (count, 1);
  found(of) = true;
  yes = all (found);
end

## The folds of the rows that have a weight, if there is a fold for each row.
function folds = of_kept_rows (folds, kept)
  if (rows (folds) < kept(end))
    return
  end
  for repeat = 1:columns (folds)
    gone = setdiff (folds(:,repeat), folds(kept,repeat));
    if (! isempty (gone))
      error ('nnreg:badData', 'in fold %d of CV all samples weigh 0', gone(1));
    end
  end
  folds = folds(kept,:);
end
