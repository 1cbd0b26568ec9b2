## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [texts, changed] = nnr.words.utf8 (texts)
##
## The user's TEXTS (a string or a cellstr) as valid UTF-8, for files that other programs read. A
## text that is not UTF-8 is read as Latin-1, in which every byte is a letter: two such texts stay
## different. CHANGED says which texts those are.

function [texts, changed] = utf8 (texts)
  if (ischar (texts))
    changed = ! is_utf8 (double (texts));
    if (changed)
      texts = from_latin1 (double (texts));
    end
  else
    [texts, changed] = cellfun (@nnr.words.utf8, texts, 'UniformOutput', false);
    changed = logical (reshape ([changed{:}], size (texts)));
  end
end

## By the table of well-formed sequences of the Unicode standard.
function yes = is_utf8 (bytes)
  yes = all (bytes < 128);
  if (yes)
    return                      # a table's recipe has thousands of such texts
  end
  follows = bytes >= 128 & bytes < 192;
  count = (bytes >= 194 & bytes < 224) + 2 * (bytes >= 224 & bytes < 240) ...
          + 3 * (bytes >= 240 & bytes < 245);
  expected = false (1, numel (bytes) + 3);
  for k = 1:3
    expected(find (count >= k) + k) = true;
  end
  pairs = 256 * bytes(1:end - 1) + bytes(2:end);
  within = @(first, last) any (pairs >= hex2dec (first) & pairs <= hex2dec (last));
  yes = isequal (expected, [follows, false(1, 3)]) && ! any (bytes >= 128 & ! follows & ! count) ...
        && ! within ('E080', 'E09F') && ! within ('EDA0', 'EDBF') ...       # too long, surrogates
        && ! within ('F080', 'F08F') && ! within ('F490', 'F4BF');          # too long, too large
end

## Each byte from 128 on becomes two.
function text = from_latin1 (bytes)
  high = bytes >= 128;
  pairs = [192 + floor(bytes / 64); 128 + mod(bytes, 64)];
  pairs(1,! high) = NaN;
  pairs(2,! high) = bytes(! high);
  text = char (pairs(! isnan (pairs)).');
end

%!assert (nnr.words.utf8 ("abc"), "abc")
%!assert (nnr.words.utf8 (""), "")
%!assert (nnr.words.utf8 (["caf", char(233), "1"]), ["caf", char([195, 169]), "1"])
%!test
%! [texts, changed] = nnr.words.utf8 ({"a"; char([195, 169]); char([233, 255, 128]); ""});
%! assert (texts, {"a"; char([195, 169]); char([195, 169, 195, 191, 194, 128]); ""});
%! assert (changed, [false; false; true; false]);
%!test
%! [texts, changed] = nnr.words.utf8 (cell (1, 0));
%! assert ({texts, changed}, {cell(1, 0), false(1, 0)});
%!test # the first and last of each length, and what lies just outside
%! is_valid = @(varargin) ! nthargout (2, 2, @nnr.words.utf8, char ([varargin{:}]));
%! for good = {127, [194 128], [223 191], [224 160 128], [237 159 191], [238 128 128], ...
%!             [239 191 191], [240 144 128 128], [244 143 191 191]}
%!   assert (is_valid (good{1}) && is_valid (97, good{1}, good{1}, 97));
%!   for cut = 1:numel (good{1}) - 1
%!     assert (! is_valid (good{1}(1:cut)) && ! is_valid (good{1}(1:cut), 97));
%!     assert (! is_valid (good{1}(cut + 1:end)) && ! is_valid (good{1}(1:cut), good{1}));
%!   end
%!   assert (! is_valid (good{1}, 128));
%! end
%! for bad = {128, 255, [192 128], [193 191], [224 159 191], [237 160 128], [237 191 191], ...
%!            [240 143 191 191], [244 144 128 128], [245 128 128 128], [248 136 128 128 128]}
%!   assert (! is_valid (bad{1}) && ! is_valid ([97, 98], bad{1}, 99));
%! end
%!test # all texts of three bytes from some, against Octave's own check
%! some = [65, 128, 160, 191, 193, 194, 224, 237, 244];
%! [a, b, c] = ndgrid (some);
%! for bytes = [a(:), b(:), c(:)].'
%!   try
%!     regexp (char (bytes.'), "^");
%!     valid = true;
%!   catch
%!     valid = false;
%!   end
%!   [text, changed] = nnr.words.utf8 (char (bytes.'));
%!   assert (changed, ! valid);
%!   regexp (text, "^");
%! end
