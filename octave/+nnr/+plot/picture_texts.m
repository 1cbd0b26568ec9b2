## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## texts = nnr.plot.picture_texts (texts, toolkit)
##
## User's texts (a cell) as they may be drawn.  Octave hands them to gnuplot inside double quotes,
## where ", @code{@backslashchar{}} and the backquote end or run things, and @ is a macro: they are
## replaced there by what looks alike.

function texts = picture_texts (texts, toolkit)
  texts = regexprep (texts(:), '[[:cntrl:]]', ' ');
  if (strcmp (toolkit, 'gnuplot'))
    texts = strrep (regexprep (texts, '["`]', ''''), '\', '/');
    texts = strrep (texts, '@', '(at)');
  end
end

%!assert (nnr.plot.picture_texts ({"a\nb", 'c"`\@'}, 'gnuplot'), {'a b'; 'c''''/(at)'})
%!assert (nnr.plot.picture_texts ({'c"`\@'}, 'qt'), {'c"`\@'})
