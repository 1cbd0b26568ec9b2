## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## pd = nnr.model.dependence (model, X, names, opts)
##
## Partial dependence: the struct that nnreg_partialdependence returns. X is a matrix that the MODEL
## reads; NAMES and OPTS are the user's, checked but for NAMES, QueryPoints and what depends on X.

function pd = dependence (model, X, names, opts)
  [X, weights] = weighted_rows (X, opts.Weights);
  [small, X, numbers, used] = nnr.model.live_inputs (model, X, opts.Threads);
  at = nnr.model.find_inputs (model, names, numbers);
  if (opts.ICE > 0 && numel (at) > 1)
    error ('nnreg:badArgument', 'ICE is for one input, got %d inputs', numel (at));
  end
  wanted = given_points (opts.QueryPoints, numel (at));
  for d = 1:numel (at)
    inputs(d) = nnr.model.query_points (at(d), X, weights, wanted{d}, opts.NumPoints(numel (at)));
  end
  pd = struct ('Task', model.Task, 'ClassNames', {model.ClassNames}, 'Names', {{inputs.Name}}, ...
               'Points', {{inputs.Points}}, 'Values', [], 'Mean', [], ...
               'NumSamples', rows (X), 'Distribution', [inputs.Distribution]);
  base = nnr.model.network_outputs (small, X(:,used), opts.Threads);
  pd.Mean = weights.' * double (base);
  if (opts.ICE > 0)
    order = __nnreg_shuffle__ (rows (X), opts.Seed, 0);
    pd.Rows = sort (double (order(1:min (end, opts.ICE))(:)));
    pd.ICE = zeros (numel (inputs.Points), numel (pd.Rows), columns (base));
  end
  data = struct ('X', X(:,used), 'Used', used, 'Weights', weights, 'Outputs', base);
  pd = with_values (pd, inputs, small, data, opts);
end

## The option QueryPoints: of two inputs a cell with the points of each.
function wanted = given_points (points, count)
  wanted = {points};
  if (count == 2 && isempty (points))
    wanted = {[], []};
  elseif (count == 2)
    wanted = points;
    if (! (iscell (points) && numel (points) == 2))
      error ('nnreg:badArgument', ['QueryPoints of two inputs must be a cell with the points ' ...
                                   'of each, got %s'], nnr.words.show_value (points));
    end
  end
end

## DATA: the columns X that the model USED, their Weights, and the model's Outputs there.
function pd = with_values (pd, inputs, small, data, opts)
  base = data.Outputs;
  moved_outputs = nnr.model.mover (small, data.X, opts.Threads);
  counts = cellfun ('rows', {inputs.Codes});
  [live, place] = ismember ([inputs.Columns], data.Used);
  before = double (full (data.X(:,place(live))));
  values = zeros (prod (counts), columns (base));
  for k = 1:prod (counts)
    [i, j] = ind2sub ([counts, 1], k);
    code = inputs(1).Codes(i,:);
    if (numel (inputs) > 1)
      code = [code, inputs(2).Codes(j,:)];
    end
    moves = code(1,live) - before;
    moved = find (any (moves, 2))(:);
    outputs = base;
    if (! isempty (moved))
      outputs(moved,:) = moved_outputs (place(live), moved, moves(moved,:));
    end
    values(k,:) = data.Weights.' * double (outputs);
    if (isfield (pd, 'Rows'))
      pd.ICE(k,:,:) = permute (double (outputs(pd.Rows,:)), [3, 1, 2]);
    end
  end
  if (numel (inputs) > 1)
    values = reshape (values, [counts, columns(base)]);
  end
  pd.Values = values;
end

## Rows without a weight are not there; WEIGHTS sum to 1.
function [X, weights] = weighted_rows (X, weights)
  weights = nnr.targets.metric_weights (weights, rows (X));
  if (isempty (weights))
    weights = ones (rows (X), 1);
  end
  X = X(weights > 0,:);
  weights = weights(weights > 0) / sum (weights);
end
