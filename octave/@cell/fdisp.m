## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## fdisp (fid, x)
##
## Octave calls this for every cell. Results of nnreg in it are written as lines that say what they
## are; all else as without nnreg.

function fdisp (varargin)
  if (nargin == 2 && iscell (varargin{2}))
    varargin{2} = nnr.show.inside (varargin{2});
  end
  builtin ('fdisp', varargin{:});
end
