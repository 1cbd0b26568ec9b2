## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.results.table (r)
##
## The results of a search as a struct of columns: one for each option in the grid (numeric if all
## values are numbers, otherwise a cell), then Mean, Std, Rank, Zeros, Seconds, and the mean of each
## further score.

function t = table (r)
  t = struct ();
  for name = nnr.grid.param_names (r.Results)
    t.(name{1}) = param_column (r.Results, name{1});
  end
  t.Mean = [r.Results.Mean].';
  t.Std = [r.Results.Std].';
  t.Rank = ranks (r, t.Mean);
  t.Zeros = [r.Results.Zeros].';
  t.Seconds = [r.Results.Seconds].';
  if (isfield (r.Results, 'Epochs') && ! isfield (t, 'Epochs'))
    t.Epochs = [r.Results.Epochs].';
  end
  if (isfield (r.Results, 'Scores'))
    for name = fieldnames (r.Results(1).Scores).'
      t.(name{1}) = arrayfun (@(x) mean (x.Scores.(name{1})), r.Results(:));
    end
  end
end

function column = param_column (results, name)
  column = cell (numel (results), 1);
  for k = 1:numel (results)
    if (isfield (results(k).Params, name))
      column{k} = results(k).Params.(name);
    end
  end
  if (all (cellfun (@(v) (isnumeric (v) || islogical (v)) && isscalar (v), column)))
    column = cellfun (@double, column);
  end
end

## 1 for the best mean. Candidates that halving stopped early come after the others; those without
## epochs (NaN) are at their optimum in any round.
function rank = ranks (r, means)
  if (! r.LargerIsBetter(1))
    means = -means;
  end
  means(isnan (means)) = -Inf;
  epochs = zeros (size (means));
  if (isfield (r.Results, 'Epochs'))
    epochs = [r.Results.Epochs].';
    epochs(isnan (epochs)) = max ([0; epochs]);
  end
  [~, order] = sortrows ([epochs, means], [-1, -2]);
  rank(order,1) = (1:numel (means)).';
end
