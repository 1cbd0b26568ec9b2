## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## keep = nnr.model.keeps_missing (value)
##
## The checked option MissingRows: true if rows of X with NaN are kept, false if they are errors.

function keep = keeps_missing (value)
  keep = strcmp (nnr.args.check_choice ('MissingRows', value, {'error', 'keep'}), 'keep');
end

%!assert (nnr.model.keeps_missing ("Keep"), true)
%!assert (nnr.model.keeps_missing ("error"), false)
%!error <MissingRows must be "error" or "keep", got "omit"> nnr.model.keeps_missing ("omit")
