## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## same = nnr.options.are_defaults (s, names)
##
## Whether the options NAMES, a row cell, have their default values in S: a logical row.

function same = are_defaults (s, names)
  plain = nnr.options.defaults ();
  same = true (size (names));
  for k = 1:numel (names)
    value = s.(names{k});
    default = plain.(names{k});
    ## isequal takes long, and most values are numbers, words, flags or empty.
    if (ischar (value) && ischar (default))
      same(k) = strcmp (value, default);
    elseif (! strcmp (class (value), class (default)))
      same(k) = isequal (value, default);
    elseif (isscalar (value) && isscalar (default) && (isnumeric (value) || islogical (value)))
      same(k) = value == default;
    elseif (! (isempty (value) && isempty (default) && (isnumeric (value) || iscell (value))))
      same(k) = isequal (value, default);
    end
  end
end

%!test
%! s = nnr.options.defaults ();
%! names = fieldnames (s).';
%! assert (nnr.options.are_defaults (s, names), true (size (names)))
%! [s.LearnRate, s.Beta1, s.LayerSizes] = deal (@(t) 1e-3, s.Beta1 / 2, []);
%! s.Activations = {"tanh"};
%! names = {"Beta1", "LearnRate", "Seed", "LayerSizes", "Beta2", "Activations"};
%! assert (nnr.options.are_defaults (s, names), [false, false, true, false, true, false])
