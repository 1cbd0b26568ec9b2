## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## input = nnr.model.query_points (input, X, weights, wanted, count)
##
## Where partial dependence on an INPUT (nnr.model.find_inputs) is computed: at the points WANTED,
## or if these are [], at COUNT points at most. The result has Points besides (a column of numbers,
## or a cellstr of levels), Codes (a row for each: its values in the Columns of X) and Distribution,
## how the rows of X with their WEIGHTS (sum 1) lie.

function input = query_points (input, X, weights, wanted, count)
  recipe = input.Recipe;
  if (! isempty (recipe) && ! strcmp (recipe.Kind, 'number'))
    input = with_levels (input, X, weights, wanted);
    return
  end
  values = double (full (X(:,input.Columns(1))));
  known = true (size (values));
  if (numel (input.Columns) > 1)
    known = X(:,input.Columns(2)) == 0;         # the column that marks gaps
  end
  if (isempty (wanted))
    wanted = spread_points (values(known), weights(known), count);
  elseif (! (isnumeric (wanted) && isreal (wanted) && all (isfinite (wanted(:)))))
    error ('nnreg:badArgument', 'QueryPoints of %s must be finite numbers, got %s', input.Name, ...
           nnr.words.show_value (wanted));
  end
  input.Points = double (wanted(:));
  input.Codes = [input.Points, zeros(numel (input.Points), numel (input.Columns) - 1)];
  input.Distribution = histogram (values, weights, known, input.Points);
end

## All different values if they are few, else evenly from the 5% to the 95% quantile.
function points = spread_points (values, weights, count)
  if (isempty (values))
    points = 0;
    return
  end
  points = unique (values);
  if (numel (points) > count)
    [sorted, order] = sort (values);
    below = cumsum (weights(order)) / sum (weights);
    ends = sorted([find(below >= 0.05, 1), find(below >= 0.95 - 1e-12, 1)]);
    points = unique (linspace (ends(1), ends(2), count).');
  end
end

## The share of the rows in bins over the range of the points.
function h = histogram (values, weights, known, points)
  [low, high] = deal (min (points), max (points));
  edges = bin_edges (values(known), low, high);
  num_bins = numel (edges) - 1;
  inside = known & values >= low & values <= high;
  h = struct ('Edges', edges, 'Share', zeros (1, num_bins), ...
              'Outside', [sum(weights(known & values < low)), ...
                          sum(weights(known & values > high))], ...
              'Gaps', sum (weights(! known)), 'Near', []);
  [sorted, order] = sort (points);
  borders = [-Inf; (sorted(1:end - 1) + sorted(2:end)) / 2];
  nearest = lookup (borders, values(known));
  near = accumarray (nearest(:), weights(known), [numel(points), 1]);
  h.Near(order) = near;
  if (low == high)
    h.Edges = low;
    h.Share = sum (weights(inside));
  else
    bin = min (num_bins, lookup (edges, values(inside)));
    h.Share = accumarray (bin(:), weights(inside), [num_bins, 1]).';
  end
end

## Of whole numbers each bin has equally many, or it would look as if some were rare.
function edges = bin_edges (values, low, high)
  most_bins = 30;
  edges = linspace (low, high, most_bins + 1);
  if (high > low && all ([values; low; high] == fix ([values; low; high])))
    width = ceil ((high - low + 1) / most_bins);
    edges = [low, low - 0.5 + width:width:high - 0.5, high];
  end
end

function input = with_levels (input, X, weights, wanted)
  c = input.Recipe;
  others = {'(other)'; '(gap)'};
  others = others([c.Other, c.Gap]);
  names = [c.Levels(:); others(:)];
  ones_in = double (full (X(:,input.Columns)));
  input.Codes = eye (numel (names));
  if (! isempty (wanted))
    if (islogical (wanted))
      words = {'false'; 'true'};
      wanted = words(1 + wanted(:));
    elseif (ischar (wanted))
      wanted = {wanted};
    end
    [found, at] = deal (false, 0);
    if (iscellstr (wanted))
      [found, at] = ismember (wanted(:), names);
    end
    if (! all (found))
      if (iscellstr (wanted))
        wanted = wanted{find (! found, 1)};
      end
      error ('nnreg:badArgument', 'QueryPoints of %s must be among %s, got %s', input.Name, ...
             strjoin (names(1:min (end, 10)).', ', '), nnr.words.show_value (wanted));
    end
    names = names(at);
    input.Codes = input.Codes(at,:);
    ones_in = ones_in(:,at);
  end
  input.Points = names;
  shares = weights.' * ones_in;
  input.Distribution = struct ('Edges', [], 'Share', shares, 'Outside', 1 - sum (shares), ...
                               'Gaps', 0, 'Near', shares);
end
