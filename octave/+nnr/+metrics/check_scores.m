## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## scores = nnr.metrics.check_scores (scores, num_samples, num_classes)
##
## The scores of a classification, checked: real, num_samples-by-num_classes (not whether they are
## finite, which their sums tell that are made later). They are
## full and single or double (other classes become double). Empty scores stay empty. For two
## classes a vector in [0, 1] is the probability of the second.

function scores = check_scores (scores, num_samples, num_classes)
  if (nnr.args.is_none (scores))
    return
  elseif (num_classes == 2 && isfloat (scores) && isvector (scores) && ...
          numel (scores) == num_samples && all (scores(:) >= 0 & scores(:) <= 1))
    scores = full ([1 - scores(:), scores(:)]);
    return
  elseif (! ((isnumeric (scores) || islogical (scores)) && isreal (scores) && ...
             ndims (scores) == 2 && rows (scores) == num_samples && ...
             columns (scores) == num_classes))
    error ('nnreg:badData', 'scores must be %dx%d (samples x classes), got %s', num_samples, ...
           num_classes, nnr.words.show_value (scores));
  end
  scores = full (scores);
  if (! isfloat (scores))
    scores = double (scores);
  end
end

%!assert (nnr.metrics.check_scores ([], 3, 2), [])
%!assert (class (nnr.metrics.check_scores (single ([1, 2]), 1, 2)), "single")
%!assert (nnr.metrics.check_scores (int8 ([1, 2]), 1, 2), [1, 2])
%!assert (nnr.metrics.check_scores (single ([0.25, 1]), 2, 2), single ([0.75, 0.25; 0, 1]))
%!error <scores must be 3x2 \(samples x classes\), got \[1 2\]>
%! nnr.metrics.check_scores ([1, 2], 3, 2)
