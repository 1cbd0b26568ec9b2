## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.model.sparsity (model)
##
## The struct that nnreg_sparsity returns: what a penalty has left of the model.

function s = sparsity (model)
  live = nnr.model.live_parts (model.Weights);
  s = count_weights (model.Weights);
  hidden = live(2:end - 1);
  s.NumOutputs = rows (model.Weights{end});
  s.NumUnits = cellfun ('numel', hidden)(:);
  s.NumLiveUnits = cellfun (@nnz, hidden)(:);
  s.LiveUnits = cellfun (@(is_live) find (is_live).', hidden, 'UniformOutput', false)(:);
  s = select_inputs (s, model, live);
  s = count_groups (s, model);
  s = select_columns (s, model);
  s.NumParameters = sum (s.NumWeights) + sum (cellfun ('rows', model.Weights));
  s.NumLiveParameters = live_parameters (model.Weights, live);
  s.EvadedLayers = nnr.model.evaded_layers (model);
end

function s = count_weights (weights)
  s.NumWeights = cellfun ('numel', weights)(:);
  s.NonZeros = cellfun (@nnz, weights)(:);
  s.Zeros = s.NumWeights - s.NonZeros;
  s.ZeroShare = s.Zeros ./ s.NumWeights;
  s.Norms = cellfun (@(W) norm (double (W), 'fro'), weights)(:);
  s.NormRatios = s.Norms(2:end) ./ s.Norms(1:end - 1);
end

function s = select_inputs (s, model, live)
  [numbers, s.NumInputs] = nnr.model.inputs (model);
  selected = find (live{1})(:).';
  s.NumLiveInputs = numel (selected);
  s.LiveInputs = numbers(selected);
  strengths = sqrt (sum (live{2} .* double (model.Weights{1}) .^ 2, 1));
  [s.Strengths, order] = sort (strengths(selected), 'descend');
  s.SelectedInputs = s.LiveInputs(order);
  s.Names = nnr.model.input_names (model, s.SelectedInputs);
  [s.Signs, s.SignMeaning] = deal ([], '');
  if (isscalar (model.Weights))
    [~, ~, effects] = nnr.model.slopes (model);
    s.Signs = sign (effects(s.SelectedInputs,:)).';
    s.SignMeaning = nnr.model.sign_words (model, '+', '-');
  end
end

## Empty if the training had no Groups.
function s = count_groups (s, model)
  [s.NumGroups, s.NumLiveGroups] = deal ([]);
  if (isfield (model.Settings, 'Groups') && ! isempty (model.Settings.Groups))
    groups = model.Settings.Groups;
    [s.NumGroups, s.NumLiveGroups] = deal (max (groups), ...
                                           numel (unique (groups(s.LiveInputs))));
  end
end

## Of a model that was trained on a table: its columns with a live column of X, the strongest first.
function s = select_columns (s, model)
  if (! isfield (model, 'Preparation'))
    return
  end
  block = nnr.table.layout (model.Preparation);
  count = numel (model.Preparation.Columns);
  strengths = sqrt (accumarray (block(s.SelectedInputs).', s.Strengths.' .^ 2, [count, 1])).';
  alive = find (ismember (1:count, block(s.LiveInputs)));
  [s.PredictorStrengths, order] = sort (strengths(alive), 'descend');
  s.SelectedPredictors = alive(order);
  s.PredictorNames = {model.Preparation.Columns(s.SelectedPredictors).Name};
  s.NumPredictors = count;
end

function count = live_parameters (weights, live)
  count = 0;
  for l = 1:numel (weights)
    count += nnz (weights{l}(live{l + 1},live{l})) + nnz (live{l + 1});
  end
end
