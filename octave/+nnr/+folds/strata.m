## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [labels, classes] = nnr.folds.strata (y, num_samples)
##
## The class of each sample by y, whole numbers from 0, and the classes as texts; [] if y has no
## classes: fractions, more than 20 numbers, or more classes than half of the samples. Missing
## labels are a class of their own. y is a response as nnreg_fit takes it, or [].

function [labels, classes] = strata (y, num_samples)
  [labels, classes] = deal ([], {});
  most_numbers = 20;
  if (isempty (y))
    return
  elseif ((isnumeric (y) || islogical (y)) && ! isvector (y))
    if (all (any (y(:) == [0, 1], 2)) && all (sum (y, 2) == 1))
      [~, labels] = max (y, [], 2);
      classes = arrayfun (@num2str, 1:columns (y), 'UniformOutput', false);
      labels = double (labels(:)) - 1;
    end
    return
  elseif (ischar (y))
    y = cellstr (y);
  end
  y = full (y(:));
  known = true (size (y));
  if (isnumeric (y))
    known = ! isnan (y);
  end
  [names, ~, idx] = unique (y(known));
  numbers = isnumeric (y);
  if (numel (names) > num_samples / 2 ...
      || (numbers && (numel (names) > most_numbers || any (names != fix (names)))))
    return
  end
  labels = numel (names) * ones (num_samples, 1);
  labels(known) = idx(:) - 1;
  classes = [nnr.words.label_texts(names, 20); {'NaN'}].';
end

%!assert (nnr.folds.strata ({"b"; "a"; "b"; "a"}, 4), [1; 0; 1; 0])
%!assert (nnr.folds.strata ([5, 3, NaN, 3, 5, NaN], 6), [1; 0; 2; 0; 1; 2])
%!assert (nnr.folds.strata ([0, 1; 1, 0; 0, 1; 1, 0], 4), [1; 0; 1; 0])
%!assert (isempty (nnr.folds.strata ([0.5; 1; 1; 0.5], 4)))
%!assert (isempty (nnr.folds.strata ((1:100).', 100)))
%!assert (isempty (nnr.folds.strata (repmat ((1:21).', 9, 1), 189)))
%!assert (isempty (nnr.folds.strata (ones (4, 2), 4)))
%!test
%! [labels, classes] = nnr.folds.strata (["no "; "yes"; "no "; "no "], 4);
%! assert ({labels, classes}, {[0; 1; 0; 0], {"no", "yes", "NaN"}});
