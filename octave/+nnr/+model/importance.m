## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## imp = nnr.model.importance (model, X, truth, opts)
##
## Permutation importance: the struct that nnreg_importance returns. Of a model with a Preparation
## it counts the inputs, of which each may have several columns of X, which are shuffled together.
## TRUTH is the result of nnr.model.truth; opts has NumRepeats, Seed, Weights (N-by-1 or empty) and
## Threads.

function imp = importance (model, X, truth, opts)
  [small, X, numbers, used] = nnr.model.live_inputs (model, X, opts.Threads);
  names = nnr.model.input_names (model, numbers);
  [sets, streams, count] = deal (num2cell (1:numel (used)), small.Inputs, columns (X));
  if (isfield (model, 'Preparation'))
    block = nnr.table.layout (model.Preparation);
    [streams, ~, place] = unique (block(numbers(used)));
    sets = arrayfun (@(k) find (place(:).' == k), 1:numel (streams), 'UniformOutput', false);
    names = {model.Preparation.Columns.Name};
    [numbers, count] = deal (1:numel (names), numel (names));
  end
  [base, increases] = permute_columns (small, X(:,used), sets, streams, truth, opts);
  if (isfield (model, 'Preparation'))
    used = streams;
  end
  [means, stds] = deal (zeros (2, count));
  means(:,used) = mean (increases, 3);
  stds(:,used) = std (increases, 0, 3);
  imp = struct ('Importance', means(1,:), 'Std', stds(1,:), ...
                'ErrorIncrease', means(2,:), 'ErrorStd', stds(2,:));
  [~, imp.Order] = sort (imp.Importance, 'descend');
  [imp.Columns, imp.Live] = deal (numbers, ismember (1:count, used));
  [imp.NumSamples, imp.NumRepeats] = deal (rows (X), opts.NumRepeats);
  imp.DataLoss = base(1);
  imp.Error = base(2);
  imp.Names = names;
  imp.ErrorName = '1 - Accuracy';
  if (strcmp (model.Task, 'regression'))
    imp.ErrorName = merge (is_squared (model), 'RMSE', 'MAE');
  end
end

## DataLoss and error of X (2-by-1), and their increase by each permutation of each of the SETS of
## columns (2-by-sets-by-repeats). Only samples whose values change are computed again. STREAMS are
## of the generator, one for each set.
function [base, increases] = permute_columns (small, X, sets, streams, truth, opts)
  shares = sample_shares (opts.Weights, rows (X));
  values = both (small, truth, nnr.model.network_outputs (small, X, opts.Threads));
  means = shares.' * values;
  base = rooted (small, means);
  increases = zeros (2, numel (sets), opts.NumRepeats);
  moved_outputs = nnr.model.mover (small, X, opts.Threads);
  for k = 1:numel (sets)
    part = double (full (X(:,sets{k})));
    for r = 1:opts.NumRepeats
      stream = (r - 1) * small.NumInputs + streams(k);
      moves = part(__nnreg_shuffle__ (rows (X), opts.Seed, stream),:) - part;
      moved = find (any (moves, 2))(:);         # of one sample: 0x0
      outputs = moved_outputs (sets{k}, moved, moves(moved,:));
      rise = both (small, truth(moved,:), outputs) - values(moved,:);
      report ((k - 1) * opts.NumRepeats + r, numel (sets) * opts.NumRepeats);
      increases(:,k,r) = rooted (small, means + shares(moved).' * rise) - base;
    end
  end
end

function report (done, total)
  nnr.words.progress ('nnreg_importance', @() sprintf ('permutation %d of %d', done, total), ...
                      done, total);
end

function shares = sample_shares (weights, num_samples)
  if (isempty (weights))
    weights = ones (num_samples, 1);
  end
  shares = weights / sum (weights);
end

## Loss and error of each sample.
function values = both (model, truth, outputs)
  [losses, errs] = nnr.model.sample_losses (model, truth, outputs);
  values = [losses, errs];
end

## The means of both; of squared errors the root.
function pair = rooted (model, means)
  pair = means(:);
  if (is_squared (model))
    pair(2) = sqrt (max (0, pair(2)));
  end
end

function yes = is_squared (model)
  yes = strcmp (model.Task, 'regression') && isempty (nnr.model.thresholds (model));
end
