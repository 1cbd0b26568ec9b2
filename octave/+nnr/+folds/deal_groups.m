## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## folds = nnr.folds.deal_groups (groups, labels, count, order)
##
## A fold from 1 to COUNT for each sample; all samples of a group (GROUPS has its number, from 1)
## are in one fold. Folds get about equal shares of the samples, and of each class of LABELS (whole
## numbers from 0, or [] for a regression). ORDER is a random order of the groups.
##
## Large groups are dealt out first, those of about the same size in the random order, each into
## the fold that then differs least from its share, as in StratifiedGroupKFold of scikit-learn.

function folds = deal_groups (groups, labels, count, order)
  shares = nnr.folds.class_shares (groups, labels);
  size_class = floor (log2 (accumarray (groups, 1)));
  [~, at] = sort (size_class(order), 'descend');
  of_group = zeros (numel (order), 1);
  filled = zeros (count, columns (shares));
  for g = order(at).'
    with_it = filled + shares(g,:);
    rise = sum ((with_it - 1 / count) .^ 2 - (filled - 1 / count) .^ 2, 2);
    [~, fold] = min (rise);
    filled(fold,:) = with_it(fold,:);
    of_group(g) = fold;
  end
  folds = of_group(groups);
end

%!test # groups stay whole, no fold is empty, sizes and classes are even
%! groups = [(1:40).'; ceil((1:160).' / 4)];
%! labels = double (mod ((1:200).', 5) == 0);
%! for k = [2, 3, 5]
%!   folds = nnr.folds.deal_groups (groups, labels, k, (40:-1:1).');
%!   assert (all (accumarray (groups, folds, [], @(f) numel (unique (f))) == 1));
%!   assert (max (accumarray (folds, 1)) - min (accumarray (folds, 1)) <= 5);
%!   assert (abs (accumarray (folds, labels) - 40 / k) <= 3);
%! end
%!test # as many folds as groups: one each
%! folds = nnr.folds.deal_groups ([1; 1; 1; 1; 2; 3], [], 3, [3; 1; 2]);
%! assert (numel (unique (folds([1, 5, 6]))), 3);
