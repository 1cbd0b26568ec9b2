## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## of = nnr.folds.forward (ranks, count)
##
## Folds that go forward in time: block 0, the earliest samples, is only trained on; the folds 1 to
## COUNT are the blocks after it, of about equal size, as in TimeSeriesSplit of scikit-learn. RANKS
## are the places in time (nnr.folds.time_ranks); equal ones are in one block.

function of = forward (ranks, count)
  num_samples = numel (ranks);
  sizes = accumarray (ranks, 1);
  if (numel (sizes) <= count)
    error ('nnreg:badArgument', ['%d folds that go forward need %d different times, there are ' ...
                                 'only %d; give a smaller CV'], count, count + 1, numel (sizes));
  end
  before = cumsum ([0; sizes(1:end - 1)]);
  size_of = max (1, floor (num_samples / (count + 1)));
  of = zeros (num_samples, 1);
  last = 1;                     # the time at which the block before begins
  for fold = 1:count
    wanted = num_samples - (count - fold + 1) * size_of;
    open = last + 1:numel (sizes) - (count - fold);     # a time is left for each later block
    [~, nearest] = min (abs (before(open) - wanted));
    last = open(nearest);
    of(ranks >= last) = fold;
  end
end

%!assert (nnr.folds.forward ((1:8).', 3), [0; 0; 1; 1; 2; 2; 3; 3])
%!assert (nnr.folds.forward ((7:-1:1).', 2), [2; 2; 1; 1; 0; 0; 0])
%!test # equal times are not divided
%! ranks = [1; 1; 1; 2; 2; 3; 3; 3; 4; 5];
%! of = nnr.folds.forward (ranks, 2);
%! assert (of, [0; 0; 0; 1; 1; 1; 1; 1; 2; 2]);
%!test # as many blocks as times
%! assert (nnr.folds.forward ([1; 1; 1; 1; 1; 2; 3], 2), [0; 0; 0; 0; 0; 1; 2]);
%!error <2 folds that go forward need 3 different times, there are only 2; give a smaller CV>
%! nnr.folds.forward ([1; 1; 2; 2], 2)
