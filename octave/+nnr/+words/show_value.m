## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.words.show_value (value)
##
## A short text for any value, for error messages. Scalars, short vectors and strings look as they
## are typed. Of anything else the text has size and class: a 10x784 single matrix.

function text = show_value (value)
  numbers = isnumeric (value) || islogical (value);
  if (ischar (value) && (isrow (value) || isempty (value)))
    text = show_string (value);
  elseif (is_function_handle (value))
    text = 'a function handle';
  elseif (iscell (value) && all (size (value) == 0))
    text = '{}';
  elseif (numbers && all (size (value) == 0))
    text = '[]';
  elseif (numbers && isscalar (value))
    text = show_number (value);
  elseif (numbers && isvector (value) && numel (value) <= 8 && ! issparse (value))
    texts = arrayfun (@show_number, value(:).', 'UniformOutput', false);
    text = ['[', strjoin(texts, {'; ', ' '}{1 + isrow(value)}), ']'];
  else
    text = show_kind (value);
  end
end

function text = show_string (value)
  longest = 60;
  if (numel (value) > longest)
    ends = find (bitand (double (value(1:longest + 1)), 192) != 128, 1, 'last') - 1;
    value = [value(1:ends), '...'];             # between two letters of UTF-8
  end
  text = ['"', undo_string_escapes(value), '"'];
end

function text = show_number (value)
  value = full (value);
  if (islogical (value))
    text = merge (value, 'true', 'false');
  elseif (iscomplex (value))
    text = num2str (value);
  elseif (isinteger (value))
    text = sprintf ('%d', value);
  else
    text = sprintf ('%.10g', value);
  end
end

## "a 10x784 single matrix", "a 3x4 cell", "a struct".
function text = show_kind (value)
  words = {class(value)};
  plain = isnumeric (value) || islogical (value) || ischar (value);
  if (! (plain || iscell (value) || isstruct (value)))
    words{end + 1} = 'object';
  elseif (! isscalar (value))
    words = [{strjoin(strsplit (num2str (size (value))), 'x')}, words];
  end
  if (isnumeric (value) && iscomplex (value))
    words{end + 1} = 'complex';
  end
  if (issparse (value))
    words{end + 1} = 'sparse';
  end
  if (plain)
    words{end + 1} = shape_name (value);
  end
  text = strjoin (words, ' ');
  ## Eight, eleven and eighteen begin with a vowel.
  vowel = ! isempty (regexp (text, '^(8|11x|18x|[aeiou])', 'once'));
  text = [{'a ', 'an '}{1 + vowel}, text];
end

function name = shape_name (value)
  if (ndims (value) > 2)
    name = 'array';
  elseif (isvector (value))
    name = 'vector';
  else
    name = 'matrix';
  end
end

%!assert (nnr.words.show_value (-3), "-3")
%!assert (nnr.words.show_value (NaN), "NaN")
%!assert (nnr.words.show_value (-Inf), "-Inf")
%!assert (nnr.words.show_value (0.1), "0.1")
%!assert (nnr.words.show_value (single (0.5)), "0.5")
%!assert (nnr.words.show_value (1e-5), "1e-05")
%!assert (nnr.words.show_value (intmax ("int64")), "9223372036854775807")
%!assert (nnr.words.show_value (1 + 2i), "1+2i")
%!assert (nnr.words.show_value (true), "true")
%!assert (nnr.words.show_value (sparse (4)), "4")
%!assert (nnr.words.show_value ([1 2 3]), "[1 2 3]")
%!assert (nnr.words.show_value ([1; 2]), "[1; 2]")
%!assert (nnr.words.show_value ([true false]), "[true false]")
%!assert (nnr.words.show_value ([]), "[]")
%!assert (nnr.words.show_value ({}), "{}")
%!assert (nnr.words.show_value (""), "\"\"")
%!assert (nnr.words.show_value ("abc"), "\"abc\"")
%!assert (nnr.words.show_value ("a\nb"), "\"a\\nb\"")
%!assert (nnr.words.show_value (repmat ("x", 1, 99)), ["\"" repmat("x", 1, 60) "...\""])
%!assert (nnr.words.show_value (["x", repmat(char ([228, 186, 172]), 1, 25)]), ...
%!        ["\"x", repmat(char ([228, 186, 172]), 1, 19), "...\""])     # no half letter
%!assert (nnr.words.show_value (1:10), "a 1x10 double vector")
%!assert (nnr.words.show_value (zeros (10, 784, "single")), "a 10x784 single matrix")
%!assert (nnr.words.show_value (zeros (8)), "an 8x8 double matrix")
%!assert (nnr.words.show_value (zeros (11, 2)), "an 11x2 double matrix")
%!assert (nnr.words.show_value (zeros (0, 3)), "a 0x3 double matrix")
%!assert (nnr.words.show_value (zeros (2, 3, 4, "uint8")), "a 2x3x4 uint8 array")
%!assert (nnr.words.show_value (zeros (9, 1) + 1i), "a 9x1 double complex vector")
%!assert (nnr.words.show_value (speye (3)), "a 3x3 double sparse matrix")
%!assert (nnr.words.show_value (["ab"; "cd"]), "a 2x2 char matrix")
%!assert (nnr.words.show_value (cell (3, 4)), "a 3x4 cell")
%!assert (nnr.words.show_value ({1}), "a cell")
%!assert (nnr.words.show_value (struct ()), "a struct")
%!assert (nnr.words.show_value (struct ("a", {1, 2})), "a 1x2 struct")
%!assert (nnr.words.show_value (@sin), "a function handle")
%!assert (nnr.words.show_value (containers.Map ()), "a containers.Map object")
%!assert (nnr.words.show_value (inputParser ()), "an inputParser object")
