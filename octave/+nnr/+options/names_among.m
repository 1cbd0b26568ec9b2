## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.options.names_among (given, word, ...)
##
## The names among those GIVEN, a row cell, of options with all these words (nnr.options.names).

function names = names_among (given, varargin)
  persistent known;             # a struct of the options for each list of words
  if (isempty (known))
    known = struct ();
  end
  key = strrep ([varargin{:}], '!', 'no_');
  if (! isfield (known, key))
    known.(key) = nnr.options.defaults (varargin{:});
  end
  names = given(isfield (known.(key), given));
end

%!assert (nnr.options.names_among ({"Beta2", "Lambda", "LearnRate"}, "adam"), ...
%!        {"Beta2", "LearnRate"})
%!assert (nnr.options.names_among (cell (1, 0), "adam"), cell (1, 0))
%!test # the name of a field is one: Octave 11 puts even what it does not print into lastwarn
%! warning ("error", "Octave:language-extension", "local");
%! nnr.options.names_among ({"Beta2"}, "adam", "!search");
