## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.options.adam_options ()
##
## The options of nnreg_fit that only the solver Adam heeds.

function names = adam_options ()
  names = {'BatchSize', 'LearnRate', 'Beta1', 'Beta2', 'Epsilon', 'Shuffle'};
end
