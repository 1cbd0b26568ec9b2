## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## of = nnr.folds.deal_out (about, names, count, seed, repeats)
##
## COUNT folds for each of the REPEATS, in the form of Of of nnr.folds.make. ABOUT is as in
## nnr.folds.hold_out, without Times. NAMES are the classes. A fold for each row leaves out one row
## at a time, and no class if each has two rows.

function of = deal_out (about, names, count, seed, repeats)
  of = zeros (about.NumSamples, repeats);
  if (! isempty (about.Groups))
    check_group_count (max (about.Groups), count);
  elseif (! isempty (about.Labels))
    check_class_counts (about.Labels, count, names);
  end
  for repeat = 1:repeats
    stream = nnr.folds.stream (repeat);
    if (! isempty (about.Groups))
      order = double (__nnreg_shuffle__ (max (about.Groups), seed, stream)(:));
      of(:,repeat) = nnr.folds.deal_groups (about.Groups, about.Labels, count, order);
    else
      of(:,repeat) = one_by_one (about.Labels, about.NumSamples, count, seed, stream);
    end
  end
end

function of = one_by_one (labels, num_samples, count, seed, stream)
  order = double (__nnreg_shuffle__ (num_samples, seed, stream));
  if (! isempty (labels))
    [~, by_class] = sort (labels(order));
    order = order(by_class);
  end
  of = zeros (num_samples, 1);
  of(order) = mod ((0:num_samples - 1).', count) + 1;
end

function check_group_count (groups, count)
  if (groups < count)
    error ('nnreg:badArgument', 'CVGroups has %s, fewer than the %d folds; give a smaller CV', ...
           nnr.words.count_text (groups, 'group'), count);
  end
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
