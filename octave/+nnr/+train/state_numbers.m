## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, start] = nnr.train.state_numbers ()
##
## The numbers in the state of a training (nnreg_state in nnreg.h), and what they are before the
## first step: two row cells.

function [names, start] = state_numbers ()
  known = nnr.core.names ();
  names = known.StateNumbers;
  start = num2cell (double (strcmp (names, 'Curvature') | strcmp (names, 'Momentum')));
end
