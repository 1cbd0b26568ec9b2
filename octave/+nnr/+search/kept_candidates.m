## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [candidates, measure, s] = nnr.search.kept_candidates (study, plan, threads)
##
## The candidates of a study's search, from the data in its folder; what is measured
## (nnr.search.scores); and the settings that all candidates have in common.

function [candidates, measure, s] = kept_candidates (study, plan, threads)
  file = fullfile (study.Folder, 'data.bin');
  if (exist (file, 'file') != 2)
    error ('nnreg:badFile', ['"%s" does not hold the data: the Executor "threads" does not ' ...
                             'leave them there; call the search itself again with its ' ...
                             'StudyDir'], study.Folder);
  end
  data = nnr.files.read (file, 'study');
  s = plan.Options;
  [s.Threads, s.Verbose] = deal (nnr.args.check_threads (threads), 0);
  candidates = nnr.grid.make_candidates (plan.Grid, s);
  [X, candidates] = nnr.grid.reopen_data (data.X, candidates);
  candidates = nnr.grid.pack_candidates (candidates, X, data.y, plan.Folds);
  measure = nnr.search.scores (plan.Scores, candidates, s);
end
