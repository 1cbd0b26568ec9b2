## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## bytes = nnr.data.cell_bytes (c, decimal)
##
## A cell of texts, numbers and logicals, such as csv2cell of the package io makes, as the text of a
## table (uint8 column) with tabs, so that the same rules hold for it as for a file. Empty elements
## and NaN are gaps. DECIMAL is the decimal mark for the numbers.

function bytes = cell_bytes (c, decimal)
  if (ndims (c) != 2 || isempty (c))
    error ('nnreg:badArgument', 'a cell must be a row of names over rows of values, got %s', ...
           nnr.words.show_value (c));
  end
  numbers = cellfun (@(x) isnumeric (x) && isreal (x) && isscalar (x), c);
  truths = cellfun (@(x) islogical (x) && isscalar (x), c);
  texts = cellfun (@(x) ischar (x) && (isrow (x) || isempty (x)), c);
  empty = cellfun (@isempty, c);
  bad = find (! (numbers | truths | texts | empty), 1);
  if (! isempty (bad))
    [row, column] = ind2sub (size (c), bad);
    error ('nnreg:badArgument', ['the elements of a cell must be texts, numbers or logicals, ' ...
                                 'element (%d,%d) is %s'], row, column, ...
           nnr.words.show_value (c{bad}));
  end
  fields = repmat ({'""'}, size (c));
  fields(numbers) = cellfun (@(x) number_text (x, decimal), c(numbers), ...
                             'UniformOutput', false);
  fields(truths) = cellfun (@(x) merge (x, 'true', 'false'), c(truths), 'UniformOutput', false);
  texts &= ! empty;
  fields(texts) = cellfun (@(x) ['"', strrep(x, '"', '""'), '"'], nnr.words.utf8 (c(texts)), ...
                           'UniformOutput', false);
  ends = [repmat({"\t"}, rows (c), columns (c) - 1), repmat({"\n"}, rows (c), 1)];
  parts = [fields(:), ends(:)];
  order = reshape (1:numel (c), size (c)).';
  bytes = uint8 ([parts.'(:,order(:)){:}]).';
end

## Integers have all their digits.
function text = number_text (x, decimal)
  if (isnan (x))
    text = '""';
  elseif (isinteger (x))
    text = sprintf ('%d', x);
  else
    text = strrep (sprintf ('%.17g', x), '.', decimal);
  end
end

%!test
%! bytes = nnr.data.cell_bytes ({'a', 'b c'; 1, 'x"y'; [], true; 0.1, ''; NaN, int8(-3)}, ',');
%! assert (char (bytes.'), ["\"a\"\t\"b c\"\n1\t\"x\"\"y\"\n\"\"\ttrue\n0,10000000000000001\t\"\"\n", ...
%!                          "\"\"\t-3\n"]);
%!error <^a cell must be a row of names over rows of values, got \{\}$> nnr.data.cell_bytes ({}, '.')
%!error <^the elements of a cell must be .*, element \(2,1\) is \[1 2\]$>
%! nnr.data.cell_bytes ({'a'; [1, 2]}, '.')
