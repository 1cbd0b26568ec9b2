## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.args.check_at_most (name, value, most)
##
## Refuses a count VALUE above MOST: it is probably a mistake, and would take too much memory.

function check_at_most (name, value, most)
  if (value > most)
    error ('nnreg:badArgument', '%s must be at most %g, got %g', name, most, value);
  end
end

%!test nnr.args.check_at_most ("Epochs", 1e7, 1e7);
%!error <Epochs must be at most 1e\+07, got 1e\+08> nnr.args.check_at_most ("Epochs", 1e8, 1e7)
