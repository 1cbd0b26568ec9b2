## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## texts = nnr.words.label_texts (labels, longest)
##
## Class labels (a column of numbers or logicals, a cellstr, or rows of char) as a column of texts,
## each cut to at most longest columns of a terminal.

function texts = label_texts (labels, longest)
  if (ischar (labels))
    texts = cellstr (labels);
  elseif (iscell (labels))
    texts = labels(:);
  else
    texts = arrayfun (@num2str, labels(:), 'UniformOutput', false);
  end
  texts = cellfun (@(t) nnr.words.cut_text (t, longest), texts, 'UniformOutput', false);
end

%!assert (nnr.words.label_texts ([0; 2.5], 9), {"0"; "2.5"})
%!assert (nnr.words.label_texts (1234567, 9), {"1234567"})
%!assert (nnr.words.label_texts (single (0.1), 9), {"0.1"})
%!assert (nnr.words.label_texts ([false; true], 9), {"0"; "1"})
%!assert (nnr.words.label_texts (["no "; "yes"], 9), {"no"; "yes"})
%!assert (nnr.words.label_texts ({"abcdefghij"; "abc"}, 8), {"abcde..."; "abc"})
