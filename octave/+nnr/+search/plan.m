## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## plan = nnr.search.plan (X, y, params, folds, scores, search, s)
##
## Everything that the results of a search depend on: two searches with equal plans may share a
## study. If there is a study, the plan has digests of X and y.

function plan = plan (X, y, params, folds, scores, search, s)
  plain = nnr.options.defaults ();
  s = rmfield (s, intersect (fieldnames (s), {'Table'}));       # X says it
  for name = nnr.options.names ('fit', '!result', '!label')
    s.(name{1}) = plain.(name{1});
  end
  plan = struct ('Version', '', 'X', '', 'y', '', 'Options', s, 'Grid', {params}, ...
                 'Folds', folds, 'Scores', {{scores.Function}});
  for name = nnr.options.names ('search', '!fit', 'result')
    plan.(name{1}) = search.(name{1});
  end
  if (! isempty (search.StudyDir))
    plan.Version = nnr.core.version ();
    plan.X = nnr.files.data_digest (X);
    plan.y = nnr.files.data_digest (y);
  end
end
