## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## T = nnr.table.read (argument, X)
##
## The user's table X as this room works with it:
##
##   Names     of the P columns, a cell row
##   Kinds     a cell row of "number", "logical" and "text"
##   Values    a cell row of N-by-1 doubles, NaN for a gap: the numbers, or places in Levels
##   Levels    a cell row: the sorted texts of a column of texts, {"false"; "true"}, or {}
##   Classes   the class of each column in X, a cell row
##   NumRows   N
##
## X is a struct with a column in each field, a cell whose first row has the names (as csv2cell
## returns it), or an object of a class "table" whose Properties.VariableNames are fields.
## ARGUMENT is its name in errors. What this function has returned stays as it is.

function T = read (argument, X)
  if (nnr.table.was_read (X))
    T = X;
    return
  elseif (iscell (X))
    [names, columns] = columns_of_cell (argument, X);
  elseif (isstruct (X))
    [names, columns] = columns_of_struct (argument, X);
  else
    names = X.Properties.VariableNames;
    names = names(:).';
    columns = cellfun (@(name) X.(name), names, 'UniformOutput', false);
  end
  T = struct ('Names', {names}, 'Kinds', {cell(size (names))}, 'Values', {cell(size (names))}, ...
              'Levels', {cell(size (names))}, 'Classes', {cell(size (names))}, 'NumRows', 0);
  plain = is_plain (columns);
  [T.Classes(plain), T.Kinds(plain), T.Levels(plain)] = deal ({'double'}, {'number'}, {{}});
  T.Values(plain) = columns(plain);
  for k = find (! plain)(:).'
    T.Classes{k} = class (columns{k});
    [T.Kinds{k}, T.Values{k}, T.Levels{k}] = read_column (argument, names{k}, columns{k});
  end
  T.NumRows = rows (T.Values{1});
  other = find (cellfun ('size', T.Values, 1) != T.NumRows, 1);
  if (! isempty (other))
    error ('nnreg:badData', 'the columns of %s must be equally long: %s has %s, %s has %d', ...
           argument, names{1}, nnr.words.count_text (T.NumRows, 'row'), names{other}, ...
           rows (T.Values{other}));
  end
  if (T.NumRows == 0)
    error ('nnreg:badData', '%s is a table without rows', argument);
  end
  T = check_numbers (argument, T);
end

## Columns of doubles, as most are of thousands: they are looked at all at once.
function plain = is_plain (columns)
  plain = cellfun ('isclass', columns, 'double') & cellfun ('isreal', columns) ...
          & cellfun ('ndims', columns) == 2 & cellfun ('size', columns, 2) == 1;
end

## Refuses Inf, and makes sparse columns full.
function T = check_numbers (argument, T)
  numbers = find (strcmp (T.Kinds, 'number'));
  k = [];
  for group = nnr.table.spans (T, numbers)
    values = [T.Values{group{1}}];
    k = [k, group{1}(any (isinf (values), 1))];
    if (issparse (values))
      T.Values(group{1}) = num2cell (full (values), 1);
    end
  end
  if (! isempty (k))
    k = k(1);
    row = find (isinf (T.Values{k}), 1);
    error ('nnreg:badData', 'column %s of %s has %g in row %d; only NaN is a gap', T.Names{k}, ...
           argument, T.Values{k}(row), row);
  end
end

function [names, columns] = columns_of_struct (argument, X)
  if (nnr.table.is_model (X))
    error ('nnreg:badArgument', '%s must be a matrix or a table, got a model', argument);
  elseif (! isscalar (X))
    error ('nnreg:badArgument', ['%s must be one struct with a column in each field, got %s; ' ...
                                 'if each element is a row, put the columns together: ' ...
                                 'T.a = [s.a].'''], argument, nnr.words.show_value (X));
  end
  names = fieldnames (X).';
  columns = struct2cell (X).';
  if (isempty (names))
    error ('nnreg:badData', '%s is a table without columns', argument);
  elseif (all (cellfun ('isempty', columns)))   # also 0-by-0
    error ('nnreg:badData', '%s is a table without rows', argument);
  end
end

function [names, columns] = columns_of_cell (argument, X)
  names = {};
  if (ndims (X) == 2 && rows (X) > 1 && iscellstr (X(1,:)))
    names = cellfun (@strtrim, X(1,:), 'UniformOutput', false);
  end
  if (isempty (names) || any (cellfun (@isempty, names)))
    error ('nnreg:badArgument', ['%s must be a matrix or a table; a cell is a table if its ' ...
                                 'first row has the names of the columns, got %s'], argument, ...
           nnr.words.show_value (X));
  end
  names = nnr.args.check_names (sprintf ('the names in the first row of %s', argument), names);
  options = nnr.data.table_options ({'ReadVariableNames', true});
  columns = struct2cell (nnr.data.read_table (X, options)).';
end

function [kind, values, levels] = read_column (argument, name, column)
  levels = {};
  if (ischar (column) && ndims (column) == 2)
    column = cellstr (column);
  elseif (isobject (column))
    column = texts_of (column);
  end
  if (iscellstr (column) && iscolumn (column))
    kind = 'text';
    [levels, ~, values] = unique (column);
    values = double (values(:));
    gaps = cellfun (@(text) all (isspace (text)), levels);
    places = cumsum (! gaps);
    places(gaps) = NaN;
    values = places(values)(:);
    levels = levels(! gaps);
  elseif (islogical (column) && iscolumn (column))
    [kind, values, levels] = deal ('logical', full (double (column)) + 1, {'false'; 'true'});
  elseif (isnumeric (column) && isreal (column) && iscolumn (column))
    [kind, values] = deal ('number', full (double (column)));
  else
    error ('nnreg:badData', ['column %s of %s must be N-by-1: real numbers, logicals or a ' ...
                             'cellstr, got %s%s'], name, argument, ...
           nnr.words.show_value (column), odd_one (column));
  end
end

## Of a cell the first element that is no text.
function text = odd_one (column)
  text = '';
  if (iscell (column) && iscolumn (column))
    row = find (! cellfun (@(value) ischar (value) && (isrow (value) || isempty (value)), ...
                           column), 1);
    text = sprintf (', which has %s in row %d', nnr.words.show_value (column{row}), row);
  end
end

## Of an object, such as a categorical or string array of the package datatypes, the texts. Its
## cellstr writes a missing category as "<undefined>".
function texts = texts_of (column)
  texts = column;
  try
    texts = cellstr (column);
    texts(ismissing (column)) = {''};
  catch                         # if it has no texts, the caller's error names it
  end
end

%!test
%! T = nnr.table.read ("T", struct ("n", [2; NaN; 1], "t", {{"b"; ""; "a"}}, ...
%!                                  "l", [true; false; true], "i", int8 ([1; 2; 3])));
%! assert (T.Kinds, {"number", "text", "logical", "number"});
%! assert (T.Values, {[2; NaN; 1], [2; NaN; 1], [2; 1; 2], [1; 2; 3]});
%! assert (T.Levels, {{}, {"a"; "b"}, {"false"; "true"}, {}});
%! assert ({T.NumRows, T.Classes{4}}, {3, "int8"});
%!test # sparse columns become full
%! T = nnr.table.read ("T", struct ("a", sparse ([0; 2]), "b", [3; 4]));
%! assert (T.Values, {[0; 2], [3; 4]});
%! assert (! issparse (T.Values{1}));
%!test # as csv2cell returns it
%! T = nnr.table.read ("T", {"a b", "c", "d"; 1, "x", 3; [], "", "NA"; "NA", 7, 4});
%! assert (T.Names, {"a b", "c", "d"});
%! assert (T.Values, {[1; NaN; NaN], [2; NaN; 1], [3; NaN; 4]});
%! assert (T.Levels{2}, {"7"; "x"});
%!error <^column a of T must be N-by-1: real numbers, logicals or a cellstr, got a containers.Map>
%! nnr.table.read ("T", struct ("a", containers.Map ()));
%!error <^the columns of T must be equally long: a has 2 rows, b has 3$>
%! nnr.table.read ("T", struct ("a", [1; 2], "b", [1; 2; 3]));
%!error <^column a of T must be N-by-1: real numbers, logicals or a cellstr, got a 2x2 double>
%! nnr.table.read ("T", struct ("a", [1 2; 3 4]));
%!error <^column a of T must be N-by-1: .* got a 3x1 cell, which has 5 in row 2$>
%! nnr.table.read ("T", struct ("a", {{"x"; 5; []}}));
%!error <^column a of T has -Inf in row 2; only NaN is a gap$>
%! nnr.table.read ("T", struct ("a", [1; -Inf]));
%!error <^T must be one struct with a column in each field, got a 1x2 struct;>
%! nnr.table.read ("T", struct ("a", {1, 2}));
%!error <^T must be a matrix or a table; a cell is a table if its first row> ...
%! nnr.table.read ("T", {1, 2; 3, 4});
%!error <^T is a table without rows$> nnr.table.read ("T", struct ("a", zeros (0, 1)));
%!error <^T is a table without rows$> nnr.table.read ("T", struct ("a", [], "b", {{}}));
%!error <^T is a table without columns$> nnr.table.read ("T", struct ());
%!error <^T must be a matrix or a table, got a model$>
%! nnr.table.read ("T", struct ("Weights", {{1}}, "Biases", {{2}}));
%!test # columns may have any name
%! T = nnr.table.read ("T", struct ("Weights", [1; 2], "Biases", [3; 4]));
%! assert (T.Names, {"Weights", "Biases"});
