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
  moved_outputs = nnr.model.mover (small, X(:,used), opts.Threads);
  [live, place] = ismember ([inputs.Columns], used);
  before = double (full (X(:,used(place(live)))));
  change = @(outputs, code) changed (outputs, code(1,live) - before, place(live), ...
                                     moved_outputs);
  pd = with_values (pd, inputs, weights, base, change);
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

## CHANGE returns the outputs of all rows with a code in the columns of the inputs.
function pd = with_values (pd, inputs, weights, base, change)
  counts = cellfun ('rows', {inputs.Codes});
  values = zeros (prod (counts), columns (base));
  for k = 1:prod (counts)
    [i, j] = ind2sub ([counts, 1], k);
    code = inputs(1).Codes(i,:);
    if (numel (inputs) > 1)
      code = [code, inputs(2).Codes(j,:)];
    end
    outputs = change (base, code);
    values(k,:) = weights.' * double (outputs);
    if (isfield (pd, 'Rows'))
      pd.ICE(k,:,:) = permute (double (outputs(pd.Rows,:)), [3, 1, 2]);
    end
  end
  if (numel (inputs) > 1)
    values = reshape (values, [counts, columns(base)]);
  end
  pd.Values = values;
end

function outputs = changed (outputs, moves, inputs, moved_outputs)
  moved = find (any (moves, 2))(:);
  if (! isempty (moved))
    outputs(moved,:) = moved_outputs (inputs, moved, moves(moved,:));
  end
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
