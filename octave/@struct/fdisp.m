## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## fdisp (fid, x)
##
## A result of nnreg is written as its table. Octave calls this for every struct; any other is
## written as without nnreg, but for results in it, which are lines.

function fdisp (varargin)
  text = '';
  if (nargin == 2 && isstruct (varargin{2}))
    text = nnr.show.table (varargin{2});
    varargin{2} = nnr.show.inside (varargin{2});
  end
  if (isempty (text))
    builtin ('fdisp', varargin{:});
  else
    fputs (varargin{1}, text);
  end
end
