## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## w = nnr.targets.metric_weights (weights, num_samples)
##
## Checks sample weights: NUM_SAMPLES numbers, none negative, not all 0. Returns a full column of
## doubles, or [] for [] (all samples count the same).

function w = metric_weights (weights, num_samples)
  w = [];
  if (nnr.args.is_none (weights))
    return
  elseif (! ((isnumeric (weights) || islogical (weights)) && isreal (weights) ...
             && isvector (weights) && numel (weights) == num_samples))
    error ('nnreg:badArgument', 'Weights must be a vector of %s, got %s', ...
           nnr.words.count_text (num_samples, 'number'), nnr.words.show_value (weights));
  end
  w = full (double (weights(:)));
  bad = find (! (w >= 0 & w < Inf), 1);
  if (! isempty (bad))
    error ('nnreg:badArgument', 'Weights must be finite and not negative, got %g in row %d', ...
           w(bad), bad);
  elseif (! any (w))
    error ('nnreg:badArgument', ['Weights must not all be zero: a row without weight counts as ' ...
                                 'a row that is not there']);
  elseif (sum (w) == Inf)
    error ('nnreg:badArgument', 'Weights are so large that their sum is Inf');
  end
end

%!assert (nnr.targets.metric_weights ([], 3), [])
%!assert (nnr.targets.metric_weights (single ([1, 0, 2]), 3), [1; 0; 2])
%!error <Weights must be a vector of 3 numbers, got \[1 2\]> nnr.targets.metric_weights ([1, 2], 3)
%!error <Weights must be a vector of 1 number, got "a"> nnr.targets.metric_weights ("a", 1)
%!error <Weights must be finite and not negative, got -1 in row 2>
%! nnr.targets.metric_weights ([1; -1], 2)
%!error <Weights must be finite and not negative, got NaN in row 1>
%! nnr.targets.metric_weights ([NaN; 1], 2)
%!error <Weights are so large that their sum is Inf> nnr.targets.metric_weights ([1e308; 1e308], 2)
%!error <Weights must not all be zero: a row without weight> nnr.targets.metric_weights ([0; 0], 2)
