## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.words.seconds ()
## nnr.words.seconds (source)
##
## The time in seconds for nnr.words.progress. Tests give a SOURCE of their own, a function; [] is
## the clock again.

function t = seconds (source)
  persistent clock_of_test;
  if (nargin > 0)
    clock_of_test = source;
  elseif (isempty (clock_of_test))
    t = time ();
  else
    t = clock_of_test ();
  end
end
