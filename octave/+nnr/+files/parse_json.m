## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.files.parse_json (text)
##
## The value of a JSON text, to the last bit of its numbers (jsondecode is less exact). Nothing in
## the text is ever run:
##
##   object            struct with Names and Values, cell rows
##   list of numbers   a row of doubles; of int64 or uint64 if all are integers, one above 1e15
##   other list        a cell row
##   string, number, true, false   a row of char, a double, a logical
##
## Anything else is the error nnreg:badFile.

function value = parse_json (text)
  [~, changed] = nnr.words.utf8 (text);
  if (changed)
    refuse ('it is not UTF-8');
  end
  number = '-?[0-9][-+0-9.eE]*';
  string = '"[^"\\]*+(?:\\.[^"\\]*+)*+"';
  pattern = ['\[[-+0-9.eE,\s]*\]|', string, '|[][{}:,]|', number, '|true|false|null'];
  [tokens, between] = regexp (text, pattern, 'match', 'split');
  if (isempty (tokens) || ! all (isspace ([between{:}])))
    refuse ('it is no JSON');
  end
  [value, next] = read_value (tokens, 1, 1);
  if (next <= numel (tokens))
    refuse ('it goes on behind its end');
  end
end

function refuse (why)
  error ('nnreg:badFile', '%s', why);
end

function [value, next] = read_value (tokens, k, depth)
  if (depth > 20)
    refuse ('it is nested too deep');
  end
  token = token_at (tokens, k);
  next = k + 1;
  switch (token(1))
    case '"'
      value = read_string (token);
    case '{'
      [value, next] = read_object (tokens, next, depth + 1);
    case '['
      if (numel (token) == 1)
        [value, next] = read_list (tokens, next, depth + 1);
      else
        value = read_numbers (token(2:end - 1));
      end
    case {'t', 'f'}
      value = strcmp (token, 'true');
    otherwise
      value = read_numbers (token);
      if (! isscalar (value))
        refuse (sprintf ('%s stands where a value should', nnr.words.show_value (token)));
      end
  end
end

function token = token_at (tokens, k)
  if (k > numel (tokens))
    refuse ('it is cut short');
  end
  token = tokens{k};
end

function value = read_string (token)
  value = token(2:end - 1);
  if (! nnr.words.is_line (value))
    refuse ('a string has a line end or another control character');
  elseif (any (value == '\'))
    try
      value = jsondecode (token);
    catch
      refuse ('a string has a wrong escape');
    end
  end
  value = reshape (value, 1, []);
end

function values = read_numbers (text)
  values = zeros (1, 0);
  if (all (isspace (text)))
    return
  end
  [values, ~, ~, after] = sscanf (text, '%f ,');
  values = values.';
  if (numel (values) != nnz (text == ',') + 1 || after <= numel (text))
    refuse (sprintf ('%s is no number', nnr.words.show_value (strtrim (text))));
  end
  if (any (abs (values) > 1e15))
    values = long_integers (text, values);
  end
end

## Integers that no double tells apart.
function values = long_integers (text, values)
  words = strtrim (strsplit (text, ','));
  if (! all (cellfun (@(word) ! isempty (regexp (word, '^-?[0-9]{1,19}$', 'once')), words)))
    return
  end
  kind = merge (all (values >= 0), 'uint64', 'int64');
  values = zeros (1, numel (words), kind);
  for k = 1:numel (words)
    digits = strrep (words{k}, '-', '');
    high = cast (str2double (['0', digits(1:end - 9)]), kind);
    low = cast (str2double (digits(max (1, end - 8):end)), kind);
    values(k) = high * cast (1e9, kind) + low;
    if (words{k}(1) == '-')
      values(k) = -high * cast (1e9, kind) - low;
    end
  end
end

function [value, next] = read_object (tokens, k, depth)
  value = struct ('Names', {{}}, 'Values', {{}});
  next = k + 1;
  if (strcmp (token_at (tokens, k), '}'))
    return
  end
  while (true)
    name = token_at (tokens, k);
    if (name(1) != '"' || ! strcmp (token_at (tokens, k + 1), ':'))
      refuse ('a member of an object has no name');
    end
    value.Names{end + 1} = read_string (name);
    [value.Values{end + 1}, k] = read_value (tokens, k + 2, depth);
    [k, over] = after_value (tokens, k, '}');
    if (over)
      break
    end
  end
  next = k;
  if (numel (unique (value.Names)) < numel (value.Names))
    refuse ('an object has two members of one name');
  end
end

function [value, next] = read_list (tokens, k, depth)
  [value, over] = deal ({}, false);
  while (! over)
    [value{end + 1}, k] = read_value (tokens, k, depth);
    [k, over] = after_value (tokens, k, ']');
  end
  next = k;
end

function [k, over] = after_value (tokens, k, last)
  token = token_at (tokens, k);
  over = strcmp (token, last);
  if (! (over || strcmp (token, ',')))
    refuse (sprintf ('%s stands where "," or "%s" should', nnr.words.show_value (token), last));
  end
  k += 1;
end

%!test
%! v = nnr.files.parse_json (['{"a": [1, -2.5e-3 ,7], "b\"": [[1],[2, 3]], "c": [], ' ...
%!                            '"d": {"e": true}}']);
%! assert (v.Names, {"a", 'b"', "c", "d"});
%! assert (v.Values(1:3), {[1, -2.5e-3, 7], {1, [2, 3]}, zeros(1, 0)});
%! assert (v.Values{4}.Values, {true});
%! v = nnr.files.parse_json (' ["x", "\u00e9", {}, []] ');
%! assert (v(1:2), {"x", char([195, 169])});
%! v = nnr.files.parse_json (['{"K', 195, 182, 'ln": "', 195, 169, '"}']);      # not escaped
%! assert ({v.Names, v.Values}, {{["K", 195, 182, "ln"]}, {char([195, 169])}});
%!test # to the last bit
%! x = [0.1 + (1:2000) / 7e3, realmax, realmin, 5e-324, pi * 1e200];
%! assert (nnr.files.parse_json (["[", sprintf("%.17g,", x)(1:end - 1), "]"]), x);
%! long = int64 (2) ^ 60 + int64 ([1, 2]);
%! assert (nnr.files.parse_json (sprintf ("[%d, %d]", long)), uint64 (long));
%! assert (nnr.files.parse_json (sprintf ("[%d, 1]", intmin ("int64"))), [intmin("int64"), 1]);
%!test # no other text passes, and none is run
%! for bad = {'', ' ', '{', '[1', '[1 2]', '[1,]', '[,1]', '[1,,2]', '{"a"}', '{"a": }', ...
%!            '{1: 2}', '{"a": 1 "b": 2}', '"a', 'null', '[null]', '1 2', '{"a": 1, "a": 2}', ...
%!            '--1', '[1e]', 'system("ls")', '[1;2]', '1 + 1', '{"a": 1}}', '[1,2-3]', '[1-2]', ...
%!            '[1.2.3]', '[1,2 ,]', ["\"a", "\n", "\""], ...
%!            '"\x"', ...
%!            ["[\"", char(255), "\"]"], repmat('[', 1, 1000), '["a" "b"]', '{"a": 1,}', '0x10'}
%!   try
%!     nnr.files.parse_json (bad{1});
%!     got = "";
%!   catch err
%!     got = err.identifier;
%!   end
%!   assert (strcmp (got, "nnreg:badFile"), "%s: %s", bad{1}, got);
%! end
