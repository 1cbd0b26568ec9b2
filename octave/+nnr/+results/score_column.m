## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## values = nnr.search.score_column (score, outcome)
##
## A score's value for each job, out of the rows of nnr.queue.run.

function values = score_column (score, outcome)
  values = outcome(:,score.Column);
  if (strcmp (score.Name, 'RMSE'))
    values = sqrt (values);
  end
end
