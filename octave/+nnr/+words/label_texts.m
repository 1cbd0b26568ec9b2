## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## texts = nnr.words.label_texts (labels, longest)
##
## Class labels (a column of numbers or logicals, a cellstr, or rows of char) as a column of texts,
## each shortened to at most longest columns of a terminal (see nnr.words.short_texts), in UTF-8 and
## without line ends, tabs and the like.

function texts = label_texts (labels, longest)
  if (ischar (labels))
    texts = cellstr (labels);
  elseif (iscell (labels))
    texts = labels(:);
  else
    texts = arrayfun (@num2str, labels(:), 'UniformOutput', false);
  end
  texts = cellfun (@(t) on_one_line (nnr.words.utf8 (t)), texts, 'UniformOutput', false);
  texts = nnr.words.short_texts (texts, longest);
end

function text = on_one_line (text)
  code = double (text);                 # of chars beyond ASCII some are less than ' ', as chars
  text(code < 32 | code == 127) = ' ';
end

%!assert (nnr.words.label_texts ([0; 2.5], 9), {"0"; "2.5"})
%!assert (nnr.words.label_texts (1234567, 9), {"1234567"})
%!assert (nnr.words.label_texts (single (0.1), 9), {"0.1"})
%!assert (nnr.words.label_texts ([false; true], 9), {"0"; "1"})
%!assert (nnr.words.label_texts (["no "; "yes"], 9), {"no"; "yes"})
%!assert (nnr.words.label_texts ({"abcdefghij"; "abc"}, 8), {"abc...ij"; "abc"})
%!assert (nnr.words.label_texts ({"a\nb"; "a\tb\177"; char([195, 182])}, 9), ...
%!        {"a b"; "a b "; char([195, 182])})
%!assert (nnr.words.label_texts ({char([246, 97])}, Inf), {char([195, 182, 97])})
