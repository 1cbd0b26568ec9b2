## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## folds = nnr.folds.make (cv, targets, s, kept, repeats)
##
## The fold of each sample of the TARGETS (nnr.targets.make), N-by-REPEATS. Each class is divided
## evenly among the folds, in an order that depends on the seed. CV is the number of folds, or the
## folds themselves: of all rows, if only the rows KEPT have a weight ([]: all). A fold for each row
## leaves out one row at a time, and no class if each has two rows.
##
## A path gives no REPEATS: there is one column, and it handles a CV of 0 (no folds) itself.

function folds = make (cv, targets, s, kept, repeats)
  if (nargin < 5)
    repeats = 1;
  end
  num_samples = nnr.targets.count (targets);
  if (isnumeric (cv) && isreal (cv) && numel (cv) > 1 && (isvector (cv) || nargin == 5))
    if (repeats > 1)
      error ('nnreg:badArgument', ['Repeats deals out new folds; with folds of your ' ...
                                   'own give CV a column for each repeat']);
    end
    folds = given_folds (cv, num_samples, kept);
    return;
  end
  count = number_of_folds (cv, num_samples, kept, nargin < 5);
  labels = double (targets.Labels);
  if (! isempty (labels))
    check_class_counts (labels, count, targets.ClassNames);
  end
  folds = zeros (num_samples, repeats);
  for repeat = 1:repeats
    folds(:,repeat) = deal_out (labels, num_samples, count, s.Seed, repeat);
  end
end

function count = number_of_folds (cv, num_samples, kept, may_be_none)
  count = cv;
  counted = {'sample', 'samples'};
  if (! isempty (kept))
    counted = {'sample with a weight above 0', 'samples with weights above 0'};
  end
  if (! (isnumeric (cv) && isreal (cv) && isscalar (cv) && any (cv == 2:num_samples)))
    error ('nnreg:badArgument', ['CV must be %sfrom 2 to the %s, or a fold for each of ' ...
                                 'them, got %s'], {'', '0 (no folds), '}{1 + may_be_none}, ...
           nnr.words.count_text (num_samples, counted{:}), nnr.words.show_value (cv));
  end
  count = double (full (cv));
end

function folds = deal_out (labels, num_samples, count, seed, repeat)
  fold_stream = 3;
  if (repeat > 1)
    fold_stream = 500 + repeat;
  end
  order = double (__nnreg_shuffle__ (num_samples, seed, fold_stream));
  if (! isempty (labels))
    [~, by_class] = sort (labels(order));
    order = order(by_class);
  end
  folds = zeros (num_samples, 1);
  folds(order) = mod ((0:num_samples - 1).', count) + 1;
end

function check_class_counts (labels, count, names)
  sizes = accumarray (labels + 1, 1, [rows(names), 1]);
  needed = merge (count == numel (labels), 2, count);
  few = find (sizes > 0 & sizes < needed, 1);
  if (! isempty (few))
    text = nnr.words.label_texts (names(few,:), 20);
    if (needed < count)
      error ('nnreg:badData', ['class %s has only one sample, and without it no training knows ' ...
                               'the class; leave its row out'], text{1});
    end
    advice = 'give a smaller CV';
    if (sizes(few) == 1)
      advice = 'leave its row out, or give CV the fold of each row';
    end
    error ('nnreg:badData', 'class %s has %s, fewer than the %d folds; %s', text{1}, ...
           nnr.words.count_text (sizes(few), 'sample'), count, advice);
  end
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

function folds = given_folds (cv, num_samples, kept)
  folds = double (full (cv));
  if (isvector (folds))
    folds = folds(:);
  end
  if (! isempty (kept))
    folds = of_kept_rows (folds, kept);
  end
  ok = rows (folds) == num_samples && all (folds(:) >= 1 & folds(:) == fix (folds(:)));
  for repeat = 1:columns (folds) * ok
    count = max (folds(:,repeat));
    ok = ok && count > 1 && count <= num_samples && all (accumarray (folds(:,repeat), 1) > 0);
  end
  if (! ok)
    error ('nnreg:badArgument', ['CV must be a number of folds, or for each of the %s a fold ' ...
                                 'from 1 to K with none left out (a column for each repeat), ' ...
                                 'got %s'], nnr.words.count_text (num_samples, 'sample'), ...
           nnr.words.show_value (cv));
  end
end
