## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## values = nnr.results.score_column (score, outcome)
##
## The values of a score, from the rows of OUTCOME (nnr.queue.run).

function values = score_column (score, outcome)
  values = outcome(:,score.Column);
  if (strcmp (score.Name, 'RMSE'))
    values = sqrt (values);
  end
end
