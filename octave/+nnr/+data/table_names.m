## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.data.table_names (titles)
##
## Different names of fields for the TITLES of columns (a cellstr), a cell row. A title that is a
## valid name stays. Else blanks go and the letter behind becomes a capital, other characters
## become _, and a name that begins with a digit, or is a word of Octave's, gets an x in front
## (MATLAB's makeValidName). Empty titles become Var1, Var2, ... by the number of the column. A
## name that is there already gets _1, _2, ...

function names = table_names (titles)
  titles = titles(:).';
  names = regexprep (titles, '[^\x00-\x7F]', '_');       # a letter, not each byte of it
  empty = cellfun (@isempty, strtrim (names));
  names(! empty) = matlab.lang.makeValidName (names(! empty));
  names(empty) = arrayfun (@(k) sprintf ('Var%d', k), find (empty), 'UniformOutput', false);
  [different, first, at] = unique (names, 'first');
  ## The new names of two titles differ, as what stands before the last _ does: only the old ones
  ## can be in the way.
  taken = cell2struct (cell (1, numel (different)), different, 2);
  counts = zeros (1, numel (different));
  repeats = find (first(at)(:).' != 1:numel (names));
  for k = repeats
    name = names{k};
    while (isfield (taken, names{k}))
      counts(at(k)) = counts(at(k)) + 1;
      names{k} = sprintf ('%s_%d', name, counts(at(k)));
    end
  end
end

%!assert (nnr.data.table_names ({'age', 'House price', '2nd', 'for', 'a-b', ''}), ...
%!        {'age', 'HousePrice', 'x2nd', 'xFor', 'a_b', 'Var6'})
%!assert (nnr.data.table_names ({['gr', char([195, 182, 195, 159]), 'e']}), {'gr__e'})
%!assert (nnr.data.table_names ({'a', 'a', 'a_1', 'a', 'b'}), {'a', 'a_2', 'a_1', 'a_3', 'b'})
%!assert (nnr.data.table_names (cell (1, 0)), cell (1, 0))
%!test # always valid and different
%! titles = {'a b', 'aB', 'a.B', "tab\there", '  ', '_', '%', 'end', 'END', 'a_B', 'a_B'};
%! names = nnr.data.table_names (titles);
%! assert (all (cellfun (@isvarname, names)));
%! assert (numel (unique (names)), numel (titles));
%!test # thousands
%! names = nnr.data.table_names (repmat ({'gene'}, 1, 3000));
%! assert (names([1, 2, 3000]), {'gene', 'gene_1', 'gene_2999'});
