## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## texts = nnr.plot.picture_texts (texts, toolkit)
##
## The user's texts (a cell), safe to draw. Octave passes them to gnuplot in double quotes, where
## a double quote, a backslash or a backquote ends the text or runs a command, and @ is a macro.
## They become similar characters.

function texts = picture_texts (texts, toolkit)
  texts = regexprep (nnr.words.utf8 (texts(:)), '[[:cntrl:]]', ' ');
  if (strcmp (toolkit, 'gnuplot'))
    texts = strrep (regexprep (texts, '["`]', ''''), '\', '/');
    texts = strrep (texts, '@', '(at)');
  end
end

%!assert (nnr.plot.picture_texts ({"a\nb", 'c"`\@'}, 'gnuplot'), {'a b'; 'c''''/(at)'})
%!assert (nnr.plot.picture_texts ({'c"`\@'}, 'qt'), {'c"`\@'})
%!assert (nnr.plot.picture_texts ({char(233)}, 'qt'), {char([195, 169])})       # not UTF-8
