## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## digest = nnr.study.plan_text (plan)
##
## The MD5 of all that defines a search: equal for the same plan in any process.

function digest = plan_text (plan)
  parts = cell (1, numel (fieldnames (plan)));
  names = sort (fieldnames (plan));
  for k = 1:numel (names)
    parts{k} = [names{k}, '=', nnr.files.value_text(plan.(names{k}))];
  end
  digest = hash ('md5', strjoin (parts, "\n"));
end
