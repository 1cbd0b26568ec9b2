## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## advice = nnr.train.diverged_advice (s)
##
## What may help a training that has diverged and is not done yet in its settings S.

function advice = diverged_advice (s)
  done = [! strcmp(s.Solver, 'adam'), nnr.options.is_weak(s), ...
          ! isequal(s.Standardize, false), ...
          s.StandardizeY || ! strcmp(s.Task, 'regression'), strcmp(s.Precision, 'double')];
  ways = {'a smaller LearnRate', 'a smaller Lambda', '"Standardize", true', ...
          '"StandardizeY", true', '"Precision", "double"', 'X and y in other units'};
  ways = ways(! [done, ! all(done)]);
  advice = ['try ', strjoin(ways, ', or ')];
end
