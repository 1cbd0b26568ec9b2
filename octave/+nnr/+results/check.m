## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.results.check (r)
##
## Refuses what is not the result of a search.

function check (r)
  if (! (isstruct (r) && isscalar (r) && all (isfield (r, {'Results', 'Table', 'ScoreName'}))))
    error ('nnreg:badArgument', 'expected the result of a search, got %s', ...
           nnr.words.show_value (r));
  end
  fault = nnr.model.result_fault ('search', r);
  if (! isempty (fault))
    error ('nnreg:badArgument', 'the result of a search does not hold together: %s', fault);
  end
end
