## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [...] = nnr.core.call (gateway, ...)
##
## Calls a gateway. When a signal stops it, its last output is 0-by-0. Then Octave acts on the
## signal, and unless that was Ctrl-C the gateway is called again.

function varargout = call (gateway, varargin)
  varargout = cell (1, max (nargout, 1));
  while (all (size (varargout{end}) == 0))
    [varargout{:}] = gateway (varargin{:});
  end
end
