## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, t] = nnr.options.names (word, ...)
##
## The options with all these words in nnr.options.table: their names, a row cell, and their rows of
## the table. "!" before a word means: without it.

function [names, t] = names (varargin)
  persistent known;
  if (isempty (known))
    known = struct ();
  end
  key = strrep ([varargin{:}], '!', 'no_');
  if (isfield (known, key))
    names = known.(key).Names;
    if (nargout > 1)
      t = known.(key).Rows;
    end
    return;
  end
  t = nnr.options.table ();
  all_words = [t.Words];
  row = repelem (1:numel (t), cellfun (@numel, {t.Words}));
  wanted = true (1, numel (t));
  for k = 1:numel (varargin)
    without = varargin{k}(1) == '!';
    has = false (size (wanted));
    has(row(strcmp (all_words, varargin{k}(1 + without:end)))) = true;
    wanted &= has != without;
  end
  t = t(wanted);
  names = {t.Name};
  known.(key) = struct ('Names', {names}, 'Rows', t);
end

%!assert (nnr.options.names ("adam"), ...
%!        {"BatchSize", "LearnRate", "Beta1", "Beta2", "Epsilon", "Shuffle"})
%!assert (nnr.options.names ("fit", "!search", "!result"), ...
%!        {"OutputFcn", "Profile", "CheckpointFile"})
%!test # the name of a field is one: Octave 11 puts even what it does not print into lastwarn
%! warning ("error", "Octave:language-extension", "local");
%! nnr.options.names ("linear", "!fit", "!search");
