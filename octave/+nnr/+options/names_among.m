## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.options.names_among (given, word, ...)
##
## Those of the options with all these words (nnr.options.names) that are among the names GIVEN, in
## the order of the table: a row cell, in most calls an empty one.

function names = names_among (given, varargin)
  names = nnr.options.names (varargin{:});
  among = false (size (names));
  for k = 1:numel (given)
    among |= strcmp (names, given{k});
  end
  names = names(among);
end

%!assert (nnr.options.names_among ({"Beta2", "Lambda", "LearnRate"}, "adam"), ...
%!        {"LearnRate", "Beta2"})
%!assert (nnr.options.names_among ({}, "adam"), cell (1, 0))
