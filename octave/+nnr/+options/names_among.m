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
  key = [varargin{:}];
  if (! isfield (known, key))
    known.(key) = nnr.options.defaults (varargin{:});
  end
  names = given(isfield (known.(key), given));
end

%!assert (nnr.options.names_among ({"Beta2", "Lambda", "LearnRate"}, "adam"), ...
%!        {"Beta2", "LearnRate"})
%!assert (nnr.options.names_among (cell (1, 0), "adam"), cell (1, 0))
