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
  ## These names of functions make cellfun ten times faster than handles.
  count = cellfun ('numel', c);
  [empty, scalar] = deal (count == 0, count == 1);
  row = empty | (cellfun ('size', c, 1) == 1 & cellfun ('size', c, 2) == count);
  doubles = cellfun ('isclass', c, 'double');
  numbers = scalar & cellfun ('isreal', c) & (doubles | is_numeric (c, ! doubles));
  truths = scalar & cellfun ('islogical', c);
  texts = row & cellfun ('isclass', c, 'char');
  bad = find (! (numbers | truths | texts | empty), 1);
  if (! isempty (bad))
    [line, column] = ind2sub (size (c), bad);
    error ('nnreg:badArgument', ['the elements of a cell must be texts, numbers or logicals, ' ...
                                 'element (%d,%d) is %s'], line, column, ...
           nnr.words.show_value (c{bad}));
  end
  fields = repmat ({'""'}, size (c));
  fields(numbers) = number_texts (c(numbers), decimal);
  words = {'false'; 'true'};
  fields(truths) = words(1 + [c{truths}]);
  texts &= ! empty;
  fields(texts) = strcat ({'"'}, strrep (valid_texts (c(texts)), '"', '""'), {'"'});
  ends = [repmat({"\t"}, rows (c), columns (c) - 1), repmat({"\n"}, rows (c), 1)];
  parts = [fields(:), ends(:)];
  order = reshape (1:numel (c), size (c)).';
  parts = parts(order(:),:).';
  bytes = uint8 ([parts{:}]).';
end

## Of the elements `where`.
function yes = is_numeric (c, where)
  yes = false (size (c));
  where &= ! cellfun ('isclass', c, 'char') & ! cellfun ('islogical', c);
  yes(where) = cellfun (@isnumeric, c(where));
end

## Most texts have no byte beyond ASCII, and need no closer look.
function texts = valid_texts (texts)
  odd = ! cellfun ('isempty', regexp (texts, '[^\x00-\x7F]', 'once'));
  texts(odd) = nnr.words.utf8 (texts(odd));
end

## With as few digits as each number needs.
function texts = number_texts (numbers, decimal)
  values = zeros (numel (numbers), 1);
  doubles = cellfun ('isclass', numbers, 'double');
  values(doubles) = [numbers{doubles}];
  values(! doubles) = cellfun (@double, numbers(! doubles));
  texts = split_numbers ('%.15g', values);
  left = find (str2double (texts) != values);
  texts(left) = split_numbers ('%.17g', values(left));
  whole = ! doubles;
  whole(whole) = cellfun (@isinteger, numbers(whole));  # int64 has more digits than a double
  texts(whole) = cellfun (@(x) sprintf ('%d', x), numbers(whole), 'UniformOutput', false);
  texts(isnan (values)) = {'""'};
  if (decimal != '.')
    texts = strrep (texts, '.', decimal);
  end
end

function texts = split_numbers (format, values)
  texts = cell (0, 1);
  if (! isempty (values))
    texts = ostrsplit (sprintf ([format, "\n"], values)(1:end - 1), "\n")(:);
  end
end

%!test
%! bytes = nnr.data.cell_bytes ({'a', 'b c'; 1, 'x"y'; [], true; 0.1, ''; NaN, int8(-3)}, ',');
%! assert (char (bytes.'), ["\"a\"\t\"b c\"\n1\t\"x\"\"y\"\n\"\"\ttrue\n0,1\t\"\"\n", ...
%!                          "\"\"\t-3\n"]);
%!error <^a cell must be a row of names over rows of values, got \{\}$>
%! nnr.data.cell_bytes ({}, '.')
%!error <^the elements of a cell must be .*, element \(2,1\) is \[1 2\]$>
%! nnr.data.cell_bytes ({'a'; [1, 2]}, '.')
