## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## n = nnr.search.nested (rows_of, y, grid, about, score)
##
## The nested estimate of a search (nnr.folds.nested): in each outer fold the whole search is
## repeated on the rows outside, and its Model is scored on the rows inside. ROWS_OF (rows)
## are the user's data in these rows (nnr.train.source_rows). ABOUT has
## Search, Settings and Given (nnr.search.settings), Targets and the rows Kept; SCORE is the first
## of nnr.search.scores.

function n = nested (rows_of, y, grid, about, score)
  n = nnr.folds.nested (about.Search, about.Targets, about.Settings, about.Kept, ...
                        @(train, test) estimate (rows_of, y, grid, about, score, train, test));
end

function [value, chosen] = estimate (rows_of, y, grid, about, score, train, test)
  for id = nnr.words.data_warnings ()
    warning ('off', id{1}, 'local');
  end
  [s, num_samples] = deal (about.Settings, nnr.targets.count (about.Targets));
  args = nnr.folds.inner_options (about.Search, s, about.Given, about.Targets, about.Kept, train);
  of_train = nnr.targets.pick_rows (y, num_samples, train);
  r = nnr.search.run (rows_of (train), of_train, grid, {args});
  data = struct ('RowsOf', rows_of, 'Y', {y}, 'NumSamples', num_samples, 'Weights', s.Weights);
  value = nnr.search.score_of (score, r.Model, data, test);
  chosen = r.BestParams;
end
