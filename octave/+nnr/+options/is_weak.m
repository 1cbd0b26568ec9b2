## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.options.is_weak (s)
##
## Whether the settings S have no penalty, or an l2 no stronger than the default one
## (nnr.options.for_rows): then it is hardly to blame if a training goes wrong.

function yes = is_weak (s)
  yes = isequal (s.Penalty, 'none') ...
        || (isequal (s.Penalty, 'l2') && isnumeric (s.Lambda) && all (s.Lambda(:) <= 0.02));
end

%!function yes = weak (varargin)
%!  yes = nnr.options.is_weak (nnr.options.for_rows (nnr.options.settings (varargin), 10, 3));
%!endfunction
%!assert ([weak(), weak("Penalty", "none"), weak("Penalty", "l2", "Lambda", 1e-3)], true (1, 3))
%!assert (! (weak ("Penalty", "l2", "Lambda", 0.1) || weak ("Penalty", "l1", "Lambda", 1e-3)))
%!assert (! weak ("Penalty", "l2", "Lambda", @(k) 1e-3 * k))
