## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [...] = nnr.core.call (gateway, ...)
##
## Calls a gateway whose last output is 0-by-0 where a signal has stopped it: again, unless the
## signal, to which Octave responds first, is Ctrl-C.

function varargout = call (gateway, varargin)
  varargout = cell (1, max (nargout, 1));
  while (isequal (size (varargout{end}), [0, 0]))
    [varargout{:}] = gateway (varargin{:});
  end
end
