## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## mine = nnr.study.claim (study, round, numbers)
##
## MINE says which of these jobs this process may do, because no other process has claimed them. A
## claim lasts until the process ends, in whatever way, or gives up all its claims.

function mine = claim (study, round, numbers)
  most_jobs = 2^40;
  items = double (numbers(:)) + most_jobs * round;
  mine = __nnreg_claims__ (fullfile (study.Folder, 'claims'), items, 1).';
end
