## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## T = nnr.table.pick (T, at, wanted)
##
## The columns AT of the table T (nnr.table.read) and its rows WANTED; [] for all.

function T = pick (T, at, wanted)
  if (! isempty (at))
    for name = {'Names', 'Kinds', 'Values', 'Levels', 'Classes'}
      T.(name{1}) = T.(name{1})(at);
    end
  end
  if (! isempty (wanted))
    T.Values = cellfun (@(v) v(wanted), T.Values, 'UniformOutput', false);
    T.NumRows = numel (wanted);
  end
end

%!test
%! T = nnr.table.read ("T", struct ("a", [1; 2; 3], "b", [4; 5; 6]));
%! T = nnr.table.pick (T, 2, [3, 1]);
%! assert ({T.Names, T.Values, T.NumRows}, {{"b"}, {[6; 4]}, 2});
