## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.args.is_none (value)
##
## Whether VALUE is [], which stands for an option that is left out: what the data or other options
## decide. Empty texts and cells are values.

function yes = is_none (value)
  yes = isnumeric (value) && isempty (value);
end

%!assert ([nnr.args.is_none([]), nnr.args.is_none(zeros (0, 3))], [true, true])
%!assert ([nnr.args.is_none(''), nnr.args.is_none({}), nnr.args.is_none(0)], false (1, 3))
