## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.path.nested (r, rows_of, y, p, s, given, targets)
##
## Adds NestedMin and Nested1SE to the path R: the nested estimates (nnr.folds.nested) of ModelMin
## and Model1SE. In each outer fold the whole path and its choice are repeated on the rows outside.
## ROWS_OF (rows) are the user's data in these rows (nnr.train.source_rows). P, S and GIVEN are of
## nnr.path.settings.

function r = nested (r, rows_of, y, p, s, given, targets)
  args = @(train) nnr.folds.inner_options (p, s, given, targets, p.Folds.Kept, train);
  judge = struct ('Name', p.Score, 'Weights', s.Weights, 'Scale', targets.ResponseScale, ...
                  'NumSamples', nnr.targets.count (targets));
  work = @(train, test) estimate (rows_of, y, args (train), judge, train, test);
  n = nnr.folds.nested (p, targets, s, p.Folds.Kept, work);
  [r.NestedMin, r.Nested1SE] = deal (n(1), n(2));
  for k = 1:numel (n(1).Chosen)
    r.NestedMin.Chosen{k} = n(1).Chosen{k}(1);
    r.Nested1SE.Chosen{k} = n(2).Chosen{k}(2);
  end
end

function [values, chosen] = estimate (rows_of, y, args, judge, train, test)
  for id = nnr.words.data_warnings ()
    warning ('off', id{1}, 'local');
  end
  of_y = @(some) nnr.targets.pick_rows (y, judge.NumSamples, some);
  r = nnr.path.run (rows_of (train), of_y (train), {args});
  weights = [];
  if (! isempty (judge.Weights))
    weights = judge.Weights(test);
  end
  values = [];
  for model = {r.ModelMin, r.Model1SE}
    X = nnr.model.read_rows (model{1}, rows_of (test), {});
    m = nnr.metrics.evaluate (model{1}, X, of_y (test), weights, false);
    values(end + 1) = score_of (judge.Name, m, judge.Scale);
  end
  chosen = [r.LambdaMin, r.Lambda1SE];
end

## A loss of responses is in the unit of all samples, as in FoldLosses.
function value = score_of (name, m, scale)
  if (! strcmp (name, 'Loss'))
    value = nnr.metrics.score_value (m, name);
  elseif (isempty (scale))
    value = m.DataLoss;
  else
    value = mean (m.MSE ./ scale .^ 2);
  end
end
