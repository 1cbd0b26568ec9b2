## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## taken = nnr.targets.take_share (labels, order, count)
##
## Which of the samples are among COUNT that are taken by chance, a logical column. ORDER is a
## random order of all samples. Each class of LABELS (N-by-1, whole numbers from 0) gives its share,
## rounded by the largest remainders, but keeps a sample: so fewer than COUNT may be taken.

function taken = take_share (labels, order, count)
  sizes = accumarray (labels + 1, 1);
  by_class = taken_by_class (sizes, count);
  [of_class, at] = sort (labels(order));
  order = order(at);
  before = cumsum ([0; sizes]);
  chosen = (1:numel (labels)).' - before(of_class + 1) <= by_class(of_class + 1);
  taken = false (size (labels));
  taken(order(chosen)) = true;
end

## How many of COUNT samples each class gives, if it has SIZES samples.
function taken = taken_by_class (sizes, count)
  share = count * sizes / sum (sizes);
  taken = floor (share);
  open = true;
  while (sum (taken) < count && any (open))
    open = taken < sizes - 1;
    lack = share - taken;
    lack(! open) = -Inf;
    [~, order] = sort (lack, 'descend');
    next = order(1:min (count - sum (taken), nnz (open)));
    taken(next) = taken(next) + 1;
  end
end

%!test # the shares of the classes, to a sample
%! labels = repelem ([0; 1; 2], [50; 30; 20]);
%! order = randperm (100).';
%! taken = nnr.targets.take_share (labels, order, 25);
%! assert (nnz (taken), 25);
%! assert (abs (accumarray (labels(taken) + 1, 1) - [12.5; 7.5; 5]) <= 0.5);
%! # of a class the first in the order are taken
%! place(order,1) = 1:100;
%! for class = 0:2
%!   assert (max (place(labels == class & taken)) < min (place(labels == class & ! taken)));
%! end
%!test # a class of one sample keeps it
%! taken = nnr.targets.take_share ([0; 0; 0; 1], (1:4).', 3);
%! assert (taken, [true; true; false; false]);
