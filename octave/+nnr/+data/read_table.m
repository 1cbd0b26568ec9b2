## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [T, about] = nnr.data.read_table (source, options)
##
## The table in a file (its name), or in a cell as csv2cell makes it: a struct with a column a
## field. OPTIONS are those of nnr.data.table_options, ABOUT is the second output of
## nnreg_readtable.

function [T, about] = read_table (source, options)
  [bytes, name, options] = bytes_of (source, options);
  if (isempty (bytes))
    error ('nnreg:badFile', '%s: is empty', name);
  end
  [bytes, encoding] = decode (bytes, name, options.Encoding);
  format = struct ('Name', name, 'Delimiter', options.Delimiter, ...
                   'Decimal', options.DecimalSeparator, 'Thousands', options.ThousandsSeparator, ...
                   'Comment', options.CommentStyle, 'Header', options.ReadVariableNames, ...
                   'SkipLines', options.NumHeaderLines, ...
                   'UsualGaps', double (options.DefaultMissing), 'Gaps', {options.TreatAsMissing});
  found = nnr.core.call (@__nnreg_table_scan__, bytes, format);
  for field = {'Delimiter', 'Decimal', 'Header'}
    format.(field{1}) = found.(field{1});
  end
  encoding = settle_encoding (encoding, found, name);
  texts_at = @(starts) texts (bytes, format, encoding, starts);
  titles = texts_at (uint64 (found.Titles)).';
  if (format.Header == 2)
    titles(:) = {''};
  end
  names = column_names (titles, found.Naming == 1, options.VariableNames, name);
  if (found.Naming == 1)
    found = as_row_names (found);
  end
  [kinds, told] = column_kinds (found.Kinds, names, titles, options.VariableTypes);
  read_as = @(kinds) columns_as (kinds, bytes, format, found, names, texts_at);
  if (options.TrimNonNumeric)
    trims = found.Kinds == 2 & (kinds == 0 | ! told);
    trims(1) = trims(1) && found.Naming != 1;
    columns = read_as (merge (trims, 2, kinds));
    [columns, found.Trimmed] = nnr.data.trim_columns (columns, trims, format, options);
    if (any (kinds == 0 & columns.Kinds == 2))
      read_as (kinds);                          # says which value is no number
    end
  else
    columns = read_as (kinds);
    found.Trimmed = repmat ({''}, size (kinds));
  end
  if (found.Naming == 1 && ! told(1) && numel (columns.Levels{1}) < found.NumRows)
    refuse_row_names (found, name);
  end
  found = with_units (found, columns, told, format, isempty (options.DecimalSeparator));
  odd_texts = texts_at (uint64 (found.Odd));
  clear bytes texts_at read_as                  # before the columns of texts are made
  [values, kinds] = deal (columns.Values, columns.Kinds);
  for j = find (kinds == 2)(:).'
    all_texts = [{''}; columns.Levels{j}];
    values{j} = all_texts(values{j});           # equal texts share their memory
  end
  about = nnr.data.table_about (format, found, struct ('Name', name, 'Encoding', encoding, ...
                                                       'Names', {names}, 'Titles', {titles}, ...
                                                       'Kinds', kinds, 'Told', told, ...
                                                       'Gaps', columns.Gaps, ...
                                                       'OddTexts', {odd_texts}));
  nnr.data.warn_of_table (about, found, values{1});
  T = cell2struct (values(:), names(:), 1);
end

## A struct with the Values of the columns as KINDS, of texts their numbers in Levels, and Gaps.
function columns = columns_as (kinds, bytes, format, found, names, texts_at)
  [values, starts, gaps, fault] = nnr.data.table_columns (bytes, format, found, kinds);
  if (! isempty (fault))
    refuse (fault, format.Name, names, kinds, texts_at (uint64 (fault(3))));
  end
  levels = cellfun (texts_at, starts, 'UniformOutput', false);
  columns = struct ('Values', {values}, 'Levels', {levels}, 'Kinds', kinds, 'Gaps', gaps);
end

function [bytes, name, options] = bytes_of (source, options)
  if (iscell (source))
    decimal = options.DecimalSeparator;
    if (isempty (decimal))
      decimal = '.';
    end
    bytes = nnr.data.cell_bytes (source, decimal);
    name = 'the cell';
    warn_of_idle (options);
    [options.Delimiter, options.Encoding, options.CommentStyle] = deal ("\t", 'UTF-8', '');
  else
    name = nnr.words.utf8 (source);
    if (nnr.words.text_width (name) > 100)
      [~, base, ending] = fileparts (name);
      name = nnr.words.cut_text ([base, ending], 100);
    end
    bytes = nnr.core.call (@__nnreg_file_read__, tilde_expand (source));
    nnr.data.refuse_format (bytes, name);
  end
end

function warn_of_idle (options)
  defaults = {'Delimiter', ''; 'CommentStyle', ''; 'Encoding', 'auto'};
  for option = defaults.'
    if (! isequal (options.(option{1}), option{2}))
      nnr.words.warn ('nnreg:idleOption', '%s does nothing for a cell', option{1});
    end
  end
end

## Encodings with more than one byte a letter become UTF-8 here. ENCODING is then "UTF-8", else what
## is still to be found out or done.
function [bytes, encoding] = decode (bytes, name, encoding)
  known = {'auto', 'UTF-8', 'ISO-8859-1', 'windows-1252'};
  other = {'utf8', 'UTF-8'; 'latin1', 'ISO-8859-1'; 'latin-1', 'ISO-8859-1'; ...
           'cp1252', 'windows-1252'};
  at = find (strcmpi (encoding, other(:,1)), 1);
  if (! isempty (at))
    encoding = other{at,2};
  end
  at = find (strcmpi (encoding, known), 1);
  if (! isempty (at))
    encoding = known{at};
  end
  if (strcmp (encoding, 'auto') && numel (bytes) >= 2)
    if (isequal (bytes(1:2), uint8 ([255; 254])))
      encoding = 'UTF-16LE';
    elseif (isequal (bytes(1:2), uint8 ([254; 255])))
      encoding = 'UTF-16BE';
    end
  end
  if (! any (strcmp (encoding, known)))
    try
      bytes = uint8 (native2unicode (bytes(:).', encoding)).';
    catch err
      error ('nnreg:badFile', '%s: Encoding "%s" does not fit: %s', name, encoding, err.message);
    end
  end
end

## The name of the encoding, whose UTF-8 has been checked.
function encoding = settle_encoding (encoding, found, name)
  if (strcmp (encoding, 'auto'))
    encoding = 'UTF-8';
    if (found.NumForeign > 0)
      likely = {'ISO-8859-1', 'windows-1252'};
      encoding = likely{1 + found.HasControls};
    end
  elseif (strcmp (encoding, 'UTF-8') && found.NumForeign > 0)
    error ('nnreg:badFile', ['%s: line %d is not UTF-8; Encoding names another, such as ' ...
                             '"windows-1252"'], name, found.ForeignLine);
  end
end

## In slices, so that Ctrl-C is heard.
function column = texts (bytes, format, encoding, starts)
  most = 2 ^ 16;
  code = find (strcmp (encoding, {'ISO-8859-1', 'windows-1252'}));
  if (isempty (code))
    code = 0;
  end
  column = cell (numel (starts), 1);
  for first = 1:most:numel (starts)
    rows = first:min (first + most - 1, numel (starts));
    column(rows) = __nnreg_table_texts__ (bytes, format, code, starts(rows));
  end
end

## Names of rows get the name RowNames, unless another column has it.
function names = column_names (titles, row_names, given, name)
  if (isempty (given) && row_names)
    names = nnr.data.table_names ([titles(2:end), {'RowNames'}]);
    names = names([end, 1:end - 1]);
  elseif (isempty (given))
    names = nnr.data.table_names (titles);
  elseif (numel (given) != numel (titles))
    error ('nnreg:badArgument', 'VariableNames has %s, %s has %s', ...
           nnr.words.count_text (numel (given), 'name'), name, ...
           nnr.words.count_text (numel (titles), 'column'));
  else
    names = nnr.data.table_names (given);
  end
end

## Names of rows are texts, and no number among them is odd.
function found = as_row_names (found)
  found.Kinds(1) = 2;
  [found.Numbers(1), found.Thousands(1)] = deal (0, ' ');
end

## FOUND with cells of a text for each column. Of columns of texts that look like numbers, by some
## of their texts: Units and Marks (nnr.data.unit_of), and Decimals, the decimal mark if it is not
## the table's, which was GUESSED. And OddWords, of columns with numbers: how many different texts
## are none. And Mixed, of texts of no one unit: what nnr.data.mixed_units says Of how many.
function found = with_units (found, columns, told, format, guessed)
  [found.Units, found.Marks, found.Decimals] = deal (repmat ({''}, size (columns.Kinds)));
  found.OddWords = zeros (size (columns.Kinds));
  found.Mixed = repmat (struct ('Count', 0, 'Of', 0, 'Examples', {{}}), size (columns.Kinds));
  candidates = columns.Kinds == 2 & ! told & found.Thousands == ' ';
  candidates(1) = candidates(1) && found.Naming != 1;
  decimals = {format.Decimal};
  if (guessed)
    decimals{2} = setdiff ('.,', format.Decimal);
  end
  for j = find (candidates)(:).'
    levels = columns.Levels{j};
    if (found.Numbers(j) > 0)
      number = ['^[-+]?[0-9]*', regexptranslate('escape', format.Decimal), '?[0-9]*$'];
      found.OddWords(j) = nnz (cellfun ('isempty', regexp (levels, number, 'once')));
    end
    for decimal = decimals
      [found.Units{j}, found.Marks{j}] = nnr.data.unit_of (some_of (levels), decimal{1});
      if (! (isempty (found.Units{j}) && isempty (found.Marks{j})))
        found.Decimals{j} = decimal{1}(decimal{1} != format.Decimal);
        break
      end
    end
    if (isempty (found.Units{j}) && isempty (found.Marks{j}))
      found.Mixed(j) = mixed_of (some_of (levels), format.Decimal);
    end
  end
end

function mixed = mixed_of (texts, decimal)
  mixed = struct ('Count', 0, 'Of', numel (texts), 'Examples', {{}});
  [mixed.Count, mixed.Examples] = nnr.data.mixed_units (texts, decimal);
end

function texts = some_of (texts)
  most = 500;
  if (numel (texts) > most)
    texts = texts(round (linspace (1, numel (texts), most)));
  end
end

## As in R, which writes such files, no two rows have one name.
function refuse_row_names (found, name)
  count = numel (found.Kinds);
  error ('nnreg:badFile', ['%s: the first row has %s, line %d has %d fields; and the first ' ...
                           'fields are no names of rows, for two are equal or one is a gap; ' ...
                           '"NumHeaderLines" skips lines, "VariableNames" gives all names'], ...
         name, nnr.words.count_text (count - 1, 'name'), found.Line, count);
end

## Kinds with the user's in their place; which are the user's.
function [kinds, told] = column_kinds (kinds, names, titles, pairs)
  told = false (size (kinds));
  for pair = pairs
    at = find (strcmp (pair{1}, names) | strcmp (pair{1}, titles));
    if (isempty (at))
      error ('nnreg:badArgument', 'VariableTypes: there is no column "%s"%s', pair{1}, ...
             nnr.args.did_you_mean (pair{1}, names));
    end
    kinds(at) = find (strcmp (pair{2}, nnr.data.table_kinds ())) - 1;
    told(at) = true;
  end
end

function refuse (fault, name, names, kinds, text)
  wanted = {'a number', 'true or false'};
  wanted = wanted{1 + kinds(fault(1))};
  what = sprintf ('"%s" is', nnr.words.cut_text (text{1}, 40));
  advice = '';
  if (isempty (text{1}))
    what = 'a gap is';
  elseif (kinds(fault(1)) == 0 && any (isdigit (text{1})))
    advice = '; "TrimNonNumeric", true drops units, "ThousandsSeparator" names a mark';
  end
  error ('nnreg:badFile', '%s: line %d: %s not %s, the type of column "%s"%s', name, fault(2), ...
         what, wanted, names{fault(1)}, advice);
end
