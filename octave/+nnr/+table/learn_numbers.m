## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [columns, reasons] = nnr.table.learn_numbers (T, at, wanted, weights)
##
## What nnr.table.learn_column says of the columns AT of the table T, all of them numbers: a struct
## array and a cell row.

function [columns, reasons] = learn_numbers (T, at, wanted, weights)
  columns = nnr.table.blank_columns (T, at);
  [gaps, fill] = deal (zeros (1, numel (at)));
  one_value = false (1, numel (at));
  if (isempty (wanted))
    wanted = 1:T.NumRows;
  end
  done = 0;
  for group = nnr.table.spans (T, at)
    values = [T.Values{group{1}}];
    values = values(wanted,:);
    here = done + (1:numel (group{1}));
    done = here(end);
    gaps(here) = sum (isnan (values), 1);
    one_value(here) = all (values == min (values, [], 1) | isnan (values), 1);
    if (isempty (weights))
      fill(here) = medians (values, gaps(here));
    else
      fill(here) = nnr.targets.weighted_medians (values, weights(wanted)(:));
    end
  end
  no_value = gaps == numel (wanted);
  fill(no_value) = 0;
  indicator = gaps >= nnr.table.least_rows (numel (wanted)) & ! no_value;
  reasons = repmat ({''}, 1, numel (at));
  reasons(one_value & ! indicator) = {'one value'};
  reasons(no_value) = {'no values'};
  [gaps, fill, indicator] = deal (num2cell (gaps), num2cell (fill), num2cell (indicator));
  [columns.Gaps] = gaps{:};
  [columns.Fill] = fill{:};
  [columns.Indicator] = indicator{:};
end

## The median of each column without its gaps.
function m = medians (values, gaps)
  [num_rows, count] = size (values);
  m = zeros (1, count);
  some = gaps > 0;
  if (! all (some))             # several times as quick as sorting
    middle = floor ((num_rows + [1, 2]) / 2);
    m(! some) = mean (nth_element (values(:,! some), unique (middle), 1), 1);
  end
  if (any (some))
    values = sort (values(:,some));     # gaps come last
    known = max (num_rows - gaps(some), 1);
    before = num_rows * (0:nnz (some) - 1);
    low = values(before + floor ((known + 1) / 2));
    high = values(before + floor ((known + 2) / 2));
    m(some) = (low + high) / 2;
  end
end

%!test # many columns at once are as each alone, with weights and gaps
%! rand ("twister", 4);
%! X = round (8 * rand (7, 40)) / 4;
%! X(rand (7, 40) < 0.3) = NaN;
%! X(:,[3, 9]) = NaN;
%! X(:,5) = 2;
%! T = nnr.table.of_matrix (X, {});
%! for weights = {[], ceil(3 * rand (7, 1))}
%!   for wanted = {[], [6, 2, 3, 7]}
%!     [c, reasons] = nnr.table.learn_numbers (T, 1:40, wanted{1}, weights{1});
%!     used = merge (isempty (wanted{1}), 1:7, wanted{1});
%!     for k = 1:40
%!       x = X(used,k);
%!       if (! isempty (weights{1}))
%!         x = repelems (1:numel (x), [1:numel(x); weights{1}(used).']);
%!         x = X(used(x),k);
%!       end
%!       assert (c(k).Fill, median ([x(! isnan (x)); zeros(all (isnan (x)), 1)]));
%!       assert (c(k).Gaps, nnz (isnan (X(used,k))));
%!     end
%!     assert (reasons([3, 5, 9]), {"no values", "one value", "no values"});
%!   end
%! end
%!test # columns without any gap
%! for n = 1:5
%!   X = [cos(7 * (1:n)).', -(1:n).', 0.1 * ones(n, 1)];
%!   c = nnr.table.learn_numbers (nnr.table.of_matrix (X, {}), 1:3, [], []);
%!   assert ([c.Fill], median (X, 1));
%! end
