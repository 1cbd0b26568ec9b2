## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## texts = nnr.words.short_texts (texts, longest)
##
## A cell of UTF-8 strings, each in at most LONGEST columns of a terminal. Long ones are cut in the
## middle, since names often differ at their ends alone. Different ones stay different: if the
## ends do not tell them apart, the part in which they differ is shown, else a number.

function texts = short_texts (texts, longest)
  full = texts;
  texts = cellfun (@(text) cut_middle (text, longest), full, 'UniformOutput', false);
  cut = find (! strcmp (texts, full));
  if (longest < 8 || isempty (cut))
    return
  end
  for group = alike (texts, full)
    texts(group{1}) = told_apart (full(group{1}), longest);
  end
  left = vertcat (alike (texts, full){:});
  texts(left) = numbered (full(left), longest);
end

## The places of different texts that look alike, a cell of columns.
function groups = alike (texts, full)
  [~, ~, kind] = unique (texts(:));
  [kind, order] = sort (kind(:));
  groups = mat2cell (order, diff ([0; find(diff (kind)); numel(kind)]), 1).';
  groups = groups(cellfun (@numel, groups) > 1);
  groups = groups(cellfun (@(at) ! all (strcmp (full(at), full{at(1)})), groups));
end

function text = cut_middle (text, longest)
  if (numel (text) <= longest)          # no letter has more columns than bytes
    return
  end
  if (longest < 8)
    text = nnr.words.cut_text (text, longest);
    return
  end
  last = floor ((longest - 3) / 2);
  first = longest - 3 - last;
  if (all (double (text) < 128))
    text = [text(1:first), '...', text(end - last + 1:end)];
    return
  end
  [widths, starts] = nnr.words.letter_widths (text);
  if (sum (widths) <= longest)
    return
  end
  head = nnz (cumsum (widths) <= first);
  tail = nnz (cumsum (fliplr (widths)) <= last);
  ends = [starts, numel(text) + 1];
  text = [text(1:ends(head + 1) - 1), '...', text(ends(end - tail):end)];
end

## From one letter before the first in which the texts differ, after the beginning if it fits.
function texts = told_apart (texts, longest)
  [~, starts] = nnr.words.letter_widths (texts{1});
  same = true (size (starts));
  for k = 2:numel (texts)
    bytes = min (numel (texts{1}), numel (texts{k}));
    differ = find (texts{1}(1:bytes) != texts{k}(1:bytes), 1);
    same &= starts < min ([differ, bytes + 1]);
  end
  from = starts(max (nnz (same), 1));
  rest = cellfun (@(text) cut_middle (text(from:end), longest - 3), texts, 'UniformOutput', false);
  ## What is left belongs to the beginning.
  head = longest - 3 - max (cellfun (@nnr.words.text_width, rest));
  texts = strcat (nnr.words.cut_text (texts{1}, max (min (head, 7), 0)), {'...'}, rest);
end

## The k-th of the different texts ends in (k).
function texts = numbered (texts, longest)
  [~, ~, which] = unique (texts(:));
  for k = 1:numel (texts)
    mark = sprintf ('(%d)', which(k));
    texts{k} = [cut_middle(texts{k}, longest - numel (mark)), mark];
  end
end

%!assert (nnr.words.short_texts ({"abc", ""}, 3), {"abc", ""})
%!assert (nnr.words.short_texts ({}, 9), {})
%!assert (nnr.words.short_texts ({"abcdefghijkl"}, 9), {"abc...jkl"})
%!assert (nnr.words.short_texts ({"temperature_of_the_inlet"; "temperature_of_the_outlet"}, 14), ...
%!        {"temper...inlet"; "temper...utlet"})
%!test
%! # the same text stays the same; texts that differ in the middle show where
%! a = repmat ("a", 1, 30);
%! t = nnr.words.short_texts ({[a, "1", a], [a, "2", a], [a, "1", a]}, 16);
%! assert (t, {"...a1aaa...aaaaa", "...a2aaa...aaaaa", "...a1aaa...aaaaa"});
%!test
%! # never longer, and never alike
%! for longest = [8, 9, 12, 16, 30]
%!   names = arrayfun (@(k) [repmat("word_", 1, 4), dec2bin(k), ...
%!                             repmat("_tail", 1, 5 + mod (k, 3))], 1:99, "UniformOutput", false);
%!   t = nnr.words.short_texts (names, longest);
%!   assert (max (cellfun (@numel, t)) <= longest);
%!   assert (numel (unique (t)), 99);
%! end
%!test
%! wide = char ([231, 140, 171]);        # of two columns
%! t = nnr.words.short_texts ({repmat(wide, 1, 9)}, 12);
%! assert (t, {[wide, wide, "...", wide, wide]});
%! umlaut = char ([195, 164]);           # letters stay whole
%! t = nnr.words.short_texts ({repmat(umlaut, 1, 9), [repmat(umlaut, 1, 8), "x", umlaut]}, 8);
%! assert (cellfun (@nnr.words.text_width, t) <= 8);
%! assert (nnr.words.utf8 (t), t);
%! assert (! strcmp (t{1}, t{2}));
%!assert (nnr.words.short_texts ({"abcdef", "abcdeg"}, 4), {"abcd", "abcd"})
