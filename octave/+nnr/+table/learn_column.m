## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [column, reason] = nnr.table.learn_column (T, k, wanted, weights)
##
## What the rows WANTED ([]: all) of column K of the table T say about it. REASON is empty, or says
## why it cannot be an input. The struct COLUMN has
##
##   Name, Kind   as in T
##   Gaps         how many rows have one
##   Fill         number: the median of the rows, weighted by WEIGHTS ([]: equal)
##   Indicator    number: whether a second column of X has 1 for a gap
##   Levels, Counts   else: the texts that have a column each, a cellstr, and their rows
##   Rare         the other texts of the rows
##   Other        whether these share a column, which unseen texts and rare gaps count as too
##   Gap          whether gaps have a column
##
## A column of X of zeros and ones has nnr.table.least_rows ones at least: one that only a few rows
## have would be large once it is standardised, and learn from them alone. So do not more than 100
## levels have a column, the most frequent ones.

function [column, reason] = learn_column (T, k, wanted, weights)
  if (strcmp (T.Kinds{k}, 'number'))
    [column, reasons] = nnr.table.learn_numbers (T, k, wanted, weights);
    reason = reasons{1};
    return
  end
  values = T.Values{k};
  if (! isempty (wanted))
    values = values(wanted);
  end
  gaps = isnan (values);
  column = nnr.table.blank_columns (T, k);
  column.Gaps = nnz (gaps);
  if (all (gaps))
    reason = 'no values';
  else
    least = nnr.table.least_rows (numel (values));
    [codes, levels] = without_case (values(! gaps), T.Levels{k});
    [column, reason] = learn_levels (column, codes, levels, least);
  end
end

## TRUE and true are one level.
function [codes, levels] = without_case (codes, levels)
  if (numel (levels) > 2 && nnr.table.are_truths (levels))
    [~, first, place] = unique (lower (levels), 'first');
    [codes, levels] = deal (reshape (place(codes), size (codes)), levels(first));
  end
end

function [column, reason] = learn_levels (column, codes, levels, least)
  reason = '';
  [most_levels, too_different] = deal (100, 0.9);
  counts = accumarray (codes, 1, [numel(levels), 1]);
  [sorted, order] = sort (counts, 'descend');
  own = false (size (counts));
  own(order(sorted >= least & (1:numel (order)).' <= most_levels)) = true;
  rare = counts > 0 & ! own;
  column.Gap = column.Gaps >= least;
  rows_of_other = sum (counts(rare)) + column.Gaps * ! column.Gap;
  column.Other = rows_of_other >= least;
  [column.Levels, column.Counts, column.Rare] = deal (levels(own), counts(own), levels(rare));
  if (nnz (counts) >= too_different * numel (codes) && strcmp (column.Kind, 'text'))
    reason = sprintf ('%d different texts in %s', nnz (counts), ...
                      nnr.words.count_text (numel (codes), 'row'));
  elseif (nnz (own) + column.Other + column.Gap < 2)
    reason = 'one value';
    if (any (rare))
      reason = sprintf ('one level with %s or more', nnr.words.count_text (least, 'row'));
    end
  end
end

%!function [c, reason] = of (column, varargin)
%!  T = nnr.table.read ("T", struct ("a", {column}));
%!  args = {[], []};
%!  args(1:numel (varargin)) = varargin;
%!  [c, reason] = nnr.table.learn_column (T, 1, args{:});
%!endfunction
%!test # a weight of 2 is the row twice, 0 no row
%! for w = {[1; 2; 1; 3; 0], [2; 1; 1; 1; 1], [1; 1; 1; 1; 0], [1; 1; 2; 0; 0]}
%!   x = [5; -1; 8; 2; 11];
%!   twice = repelems (1:5, [1:5; w{1}.']);
%!   assert (of (x, [], w{1} * 0.1).Fill, median (x(twice)), eps);
%! end
%!test # the median
%! for count = 1:5
%!   x = [3; 8; 1e9; -7; 8](1:count);
%!   assert (of ([x; NaN]).Fill, median (x));
%! end
%!test # levels: own, rare together, gaps
%! t = repmat ({"a"; "b"; "c"}, 500, 1);
%! t(1:4) = {"r1", "r2", "r2", "r3"};
%! t(5:8) = {""};
%! c = of (t);
%! assert ({c.Levels, c.Rare, c.Other, c.Gap, c.Gaps}, ...
%!         {{"a"; "b"; "c"}, {"r1"; "r2"; "r3"}, false, false, 4});
%! t(9:12) = {"r4"};
%! c = of (t);
%! assert ({numel(c.Rare), c.Other, c.Gap}, {4, true, false});
%! t(13:30) = {" "};
%! c = of (t);
%! assert ({c.Other, c.Gap, c.Gaps}, {false, true, 22});
%! assert (sum (c.Counts) + c.Gaps + 8, 1500);
%!test # at most 100 levels, the most frequent ones
%! k = [repelem((1:150).', 12); repelem((51:150).', 3)];
%! c = of (arrayfun (@(v) sprintf ("%03d", v), k, "UniformOutput", false));
%! assert ({numel(c.Levels), c.Levels{1}, c.Counts(1), numel(c.Rare)}, {100, "051", 15, 50});
%!test # what is no input
%! reason = @(varargin) nthargout (2, @of, varargin{:});
%! assert (reason ([3; 3; 3]), "one value");
%! assert (reason ([3; 3; NaN]), "");
%! assert (reason ([NaN; NaN]), "no values");
%! assert (reason ([true; true]), "one value");
%! assert (reason ({"a"; "b"; "c"}), "3 different texts in 3 rows");
%! assert (reason ({"a"; "b"; "a"}), "");
%! t = repmat ({"a"}, 400, 1);
%! t(1:3) = {"b"};
%! assert (reason (t), "one level with 4 rows or more");
%!test # few gaps have no indicator
%! x = (1:2000).';
%! assert (of ([x; NaN(9, 1)]).Indicator, false);
%! assert (of ([x; NaN(10, 1)]).Indicator, true);
%! assert (of ([1; 2; NaN]).Indicator, true);
