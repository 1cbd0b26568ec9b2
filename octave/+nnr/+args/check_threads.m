## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.args.check_threads (count)
##
## The number of threads for the option Threads: a positive integer, or [] for all cores.

function count = check_threads (count)
  if (nnr.args.is_none (count))
    count = nproc ('current');
  end
  count = nnr.args.check_scalar ('Threads', count, 'positive integer');
end
