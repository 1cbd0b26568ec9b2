## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## use_package (build)
##
## The installed package, or, if BUILD is not '', this checkout's m-files and the gateways in BUILD.

function use_package (build)
  if (isempty (build))
    pkg load nnreg
  else
    addpath (fullfile (pwd (), 'octave'), build);
  end
end
