## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## options = nnr.data.table_options (args)
##
## The checked options of nnreg_readtable, whose help says what they are. Marks are letters, '' for
## those that the core finds out.

function options = table_options (args)
  defaults = struct ('Delimiter', '', 'DecimalSeparator', '', 'ThousandsSeparator', '', ...
                     'ReadVariableNames', 'auto', 'VariableNames', [], 'VariableTypes', [], ...
                     'TreatAsMissing', [], 'DefaultMissing', true, 'TrimNonNumeric', false, ...
                     'NumHeaderLines', 0, ...
                     'CommentStyle', '', 'Encoding', 'auto');
  options = nnr.args.parse_options (defaults, args);
  options.Delimiter = check_delimiter (options.Delimiter);
  options.DecimalSeparator = check_mark ('DecimalSeparator', options.DecimalSeparator, '.,');
  options.ThousandsSeparator = check_mark ('ThousandsSeparator', options.ThousandsSeparator, ...
                                           '.,'' _');
  options.ReadVariableNames = check_header (options.ReadVariableNames);
  options.VariableNames = nnr.args.check_names ('VariableNames', options.VariableNames);
  options.VariableTypes = check_types (options.VariableTypes);
  options.TreatAsMissing = check_words (options.TreatAsMissing);
  options.DefaultMissing = check_flag ('DefaultMissing', options.DefaultMissing);
  options.TrimNonNumeric = check_flag ('TrimNonNumeric', options.TrimNonNumeric);
  options.NumHeaderLines = check_lines (options.NumHeaderLines);
  options.CommentStyle = check_comment (options.CommentStyle, options.Delimiter);
  if (! (ischar (options.Encoding) && isrow (options.Encoding)))
    error ('nnreg:badArgument', ['Encoding must be "auto" or the name of an encoding, such as ' ...
                                 '"UTF-8" or "windows-1252", got %s'], ...
           nnr.words.show_value (options.Encoding));
  end
end

function value = check_delimiter (value)
  names = {'comma', ','; 'semi', ';'; 'semicolon', ';'; 'tab', "\t"; '\t', "\t"; 'space', ' '; ...
           'bar', '|'};
  at = [];
  if (ischar (value))
    at = find (strcmpi (names(:,1), value), 1);
  end
  if (! isempty (at))
    value = names{at,2};
  elseif (isempty (value) && (ischar (value) || isnumeric (value)))
    value = '';
  elseif (! (ischar (value) && isscalar (value) && value > 0 && value < 128) ...
          || any (isalnum (value)) || any (value == ["\r\n", '"']))
    error ('nnreg:badArgument', ['Delimiter must be "comma", "semi", "tab", "space", "bar" or ' ...
                                 'a character that is no letter, digit or quote, got %s'], ...
           nnr.words.show_value (value));
  end
end

function value = check_mark (name, value, marks)
  if (isempty (value) && (ischar (value) || isnumeric (value)))
    value = '';
  elseif (! (ischar (value) && isscalar (value) && any (value == marks)))
    listed = arrayfun (@(mark) ['"', mark, '"'], marks, 'UniformOutput', false);
    listed = [strjoin(listed(1:end - 1), ', '), ' or ', listed{end}];
    error ('nnreg:badArgument', '%s must be %s, got %s', name, listed, ...
           nnr.words.show_value (value));
  end
end

## 0, 1 or 2: find out, a header, none.
function header = check_header (value)
  if (ischar (value) && strcmpi (value, 'auto'))
    header = 0;
  elseif (isscalar (value) && (islogical (value) || isequal (value, 0) || isequal (value, 1)))
    header = 2 - value;
  else
    error ('nnreg:badArgument', 'ReadVariableNames must be "auto", true or false, got %s', ...
           nnr.words.show_value (value));
  end
end

function value = check_flag (name, value)
  if (! (isscalar (value) && (islogical (value) || isequal (value, 0) || isequal (value, 1))))
    error ('nnreg:badArgument', '%s must be true or false, got %s', name, ...
           nnr.words.show_value (value));
  end
  value = logical (value);
end

function value = check_lines (value)
  whole = isnumeric (value) && isreal (value) && isscalar (value) && value >= 0 ...
          && value == fix (value) && isfinite (value);
  if (! whole)
    error ('nnreg:badArgument', 'NumHeaderLines must be a whole number from 0 on, got %s', ...
           nnr.words.show_value (value));
  end
  value = double (value);
end

function value = check_comment (value, delimiter)
  if (isempty (value) && (ischar (value) || isnumeric (value)))
    value = '';
  elseif (! (ischar (value) && isscalar (value) && value > ' ' && value <= '~') ...
          || isalnum (value) || any (value == ['"', delimiter]))
    error ('nnreg:badArgument', ['CommentStyle must be a character that begins a line of ' ...
                                 'comment, such as "#", and no letter, digit, quote or ' ...
                                 'Delimiter, got %s'], nnr.words.show_value (value));
  end
end

function words = check_words (value)
  if (isempty (value))
    value = {};
  elseif (ischar (value) && isrow (value))
    value = {value};
  end
  if (! iscell (value) || ! all (cellfun (@(word) ischar (word) && isrow (word), value(:))))
    error ('nnreg:badArgument', 'TreatAsMissing must be a text or a cell of texts, got %s', ...
           nnr.words.show_value (value));
  end
  words = cellfun (@strtrim, value(:).', 'UniformOutput', false);
  words = words(! cellfun (@isempty, words));
end

## Names of columns and the words for their kinds, a cell with two rows.
function pairs = check_types (value)
  if (isstruct (value) && isscalar (value))
    value = [fieldnames(value), struct2cell(value)].';
  end
  if (isempty (value))
    value = cell (2, 0);
  end
  if (! iscell (value) || mod (numel (value), 2) != 0 || ! all (cellfun (@ischar, value(1:2:end))))
    error ('nnreg:badArgument', ['VariableTypes must be a cell of names and types, such as ' ...
                                 '{"zip", "text"}, or a struct, got %s'], ...
           nnr.words.show_value (value));
  end
  pairs = reshape (value, 2, []);
  for k = 1:columns (pairs)
    pairs{2,k} = nnr.args.check_choice (sprintf ('the type of column "%s"', pairs{1,k}), ...
                                        pairs{2,k}, nnr.data.table_kinds ());
  end
end

%!test
%! options = nnr.data.table_options ({});
%! assert (options.Delimiter, '');
%!test
%! options = nnr.data.table_options ({'Delimiter', '\t', 'ReadVariableNames', false, ...
%!                                    'TreatAsMissing', '-999', 'VariableTypes', {'zip', 'Text'}});
%! assert (options.Delimiter, "\t");
%! assert (options.ReadVariableNames, 2);
%! assert (options.TreatAsMissing, {'-999'});
%! assert (options.VariableTypes, {'zip'; 'text'});
%!test
%! options = nnr.data.table_options ({'VariableTypes', struct('zip', 'text')});
%! assert (options.VariableTypes, {'zip'; 'text'});
%!error <Delimiter must be "comma", "semi", "tab", "space", "bar" or a .* got "ab"$>
%! nnr.data.table_options ({'Delimiter', 'ab'})
%!error <Delimiter must be .* got "5"$> nnr.data.table_options ({'Delimiter', '5'})
%!error <^DecimalSeparator must be "\." or ",", got ";"$>
%! nnr.data.table_options ({'DecimalSeparator', ';'})
%!error <^ReadVariableNames must be "auto", true or false, got "yes"$>
%! nnr.data.table_options ({'ReadVariableNames', 'yes'})
%!error <^DefaultMissing must be true or false, got 2$>
%! nnr.data.table_options ({'DefaultMissing', 2})
%!error <^NumHeaderLines must be a whole number from 0 on, got -1$>
%! nnr.data.table_options ({'NumHeaderLines', -1})
%!error <^TreatAsMissing must be a text or a cell of texts, got -999$>
%! nnr.data.table_options ({'TreatAsMissing', -999})
%!error <^VariableTypes must be a cell of names and types, such as .*, got a cell$>
%! nnr.data.table_options ({'VariableTypes', {'zip'}})
%!error <^the type of column "zip" must be "number", .*got "txt"; did you mean "text"\?$>
%! nnr.data.table_options ({'VariableTypes', {'zip', 'txt'}})
%!error <^Encoding must be "auto" or the name of an encoding, .*got 8$>
%! nnr.data.table_options ({'Encoding', 8})
%!error <^unknown option "Delimeter"; did you mean "Delimiter"\?$>
%! nnr.data.table_options ({'Delimeter', ';'})
%!test
%! options = nnr.data.table_options ({'CommentStyle', '#'});
%! assert (options.CommentStyle, '#');
%!error <^CommentStyle must be a character that begins a line of comment, .*, got "//"$>
%! nnr.data.table_options ({'CommentStyle', '//'})
%!error <^CommentStyle must be .*, got ";"$>
%! nnr.data.table_options ({'CommentStyle', ';', 'Delimiter', ';'})
