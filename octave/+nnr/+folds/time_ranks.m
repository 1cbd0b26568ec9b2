## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## ranks = nnr.folds.time_ranks (name, times, num_samples)
##
## The place in time of each sample, 1 for the earliest, a column; equal times have equal places.
## TIMES are numbers, or dates as texts with the year first ("2026-11-29", "2026/11/29 9:45"), one
## for each of NUM_SAMPLES samples. NAME is their name in errors.

function ranks = time_ranks (name, times, num_samples)
  texts = ischar (times) || iscellstr (times);
  ok = texts || ((isnumeric (times) || islogical (times)) && isreal (times));
  if (! ok || nnr.data.count_rows (times) != num_samples)
    error ('nnreg:badArgument', ['%s must have a time for each of the %s: a number, or a text ' ...
                                 'such as "2026-11-29"; got %s'], name, ...
           nnr.words.count_text (num_samples, 'row'), nnr.words.show_value (times));
  end
  if (texts)
    times = strtrim (cellstr (times)(:));
    none = cellfun (@isempty, times);
  else
    times = full (times(:));
    none = isnan (times);
  end
  if (any (none))
    error ('nnreg:badData', '%s has no time in %s, the first is row %d; leave such rows out', ...
           name, nnr.words.count_text (nnz (none), 'row'), find (none, 1));
  elseif (texts)
    times = sortable (name, times);
  end
  [~, ~, ranks] = unique (times);
  ranks = ranks(:);
end

## With the year first, and two digits of all else, dates sort as texts.
function texts = sortable (name, texts)
  form = '^\d{4}-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?Z?)?)?$';
  given = texts;
  texts = regexprep (texts, '^(\d{4})/(\d\d)/', '$1-$2-');
  texts = regexprep (texts, '[T ](\d:)', ' 0$1');
  texts = strrep (texts, 'T', ' ');
  bad = find (cellfun (@isempty, regexp (texts, form, 'once')), 1);
  if (! isempty (bad))
    error ('nnreg:badData', ['%s must hold numbers, or dates such as "2026-03-01" or ' ...
                             '"2026/03/01 9:45", got %s in row %d; datenum makes numbers of ' ...
                             'other dates'], name, nnr.words.show_value (given{bad}), bad);
  end
end

%!assert (nnr.folds.time_ranks ("T", [3.5, -1, 3.5], 3), [2; 1; 2])
%!test
%! days = {"2025-01-10"; "2024-12-31"; "2025-01-09 23:59"};
%! assert (nnr.folds.time_ranks ("T", days, 3), [3; 1; 2]);
%!error <T must have a time for each of the 3 rows: a number, or .* "2026-11-29"; got \[1; 2\]>
%! nnr.folds.time_ranks ("T", [1; 2], 3)
%!error <T has no time in 1 row, the first is row 2; leave such rows out>
%! nnr.folds.time_ranks ("T", [1; NaN], 2)
%!assert (nnr.folds.time_ranks ("T", {"2026/03/01 10:00", "2026-03-01 9:00"}, 2), [2; 1])
%!assert (nnr.folds.time_ranks ("T", {"2026-03-01T09:00", "2026-03-01 10:00"}, 2), [1; 2])
%!error <T has no time in 2 rows, the first is row 2; leave such rows out>
%! nnr.folds.time_ranks ("T", {"2026-03-01", "", "  "}, 3)
%!error <T must hold numbers, or dates such as .*, got "2026/3/1" in row 1; datenum>
%! nnr.folds.time_ranks ("T", {"2026/3/1"}, 1)
%!error <T must hold numbers, or dates such as .*, got "31.12.2024" in row 2; datenum>
%! nnr.folds.time_ranks ("T", {"2024-12-30"; "31.12.2024"}, 2)
