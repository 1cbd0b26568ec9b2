## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.decisions.cuts (scores, positive, weights)
##
## All cuts that divide the held-out rows differently, from the highest: a struct of columns with
## Threshold (a row is predicted as positive if its score is at least that), Lowest (the lowest such
## score) and the weight of the rows that are TP, FP, FN and TN there. SCORES are those of the
## positive class, POSITIVE says which rows are of it. The first cut predicts no row as positive,
## the last one all.

function c = cuts (scores, positive, weights)
  [values, ~, at] = unique (scores);
  count = numel (values);
  hits = flipud (accumarray (at, weights .* positive, [count, 1]));
  misses = flipud (accumarray (at, weights .* ! positive, [count, 1]));
  values = flipud (values);
  c.TP = [0; cumsum(hits)];
  c.FP = [0; cumsum(misses)];
  c.FN = sum (hits) - c.TP;
  c.TN = sum (misses) - c.FP;
  ## Halfway between two scores, so that rounding decides nothing.
  c.Lowest = [Inf; values];
  c.Threshold = [Inf; (values(1:end - 1) + values(2:end)) / 2; 0];
end

%!test # against counts one by one
%! rand ("twister", 5);
%! scores = round (20 * rand (50, 1)) / 20;
%! positive = rand (50, 1) < scores;
%! w = rand (50, 1);
%! c = nnr.decisions.cuts (scores, positive, w);
%! assert (numel (c.Threshold), numel (unique (scores)) + 1);
%! for k = 1:numel (c.Threshold)
%!   says = scores >= c.Threshold(k);
%!   want = [sum(w(says & positive)), sum(w(says & ! positive)), sum(w(! says & positive)), ...
%!           sum(w(! says & ! positive))];
%!   assert ([c.TP(k), c.FP(k), c.FN(k), c.TN(k)], want, 1e-12);
%! end
