## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, stop] = nnr.path.add_point (r, p, d, point)
##
## Adds a point to the result of a path, chooses anew, shows and stores what there is, and asks
## OutputFcn whether to stop.  point has its Lambda, the Chain on all samples, Penalty and Settings
## of its training, and Outcome, the rows of nnr.path.train_chains.

function [r, stop] = add_point (r, p, d, point)
  model = point_model (d, point);
  live = nnr.model.live_parts (model.Weights);
  at = numel (r.Lambda) + 1;
  r.Lambda(at) = point.Lambda;
  r.TrainLoss(at) = point.Outcome(1,4);
  r.FoldLosses(:,at) = point.Outcome(2:end,4);
  r.FoldScores(:,at) = fold_scores (point.Outcome(2:end,:), r.ScoreName);
  r.Zeros(at) = point.Outcome(1,6);
  r.LiveInputs(at) = nnz (live{1});
  r.LiveUnits(at) = sum (cellfun ('nnz', live(2:end - 1)));
  r.Selected{at} = find (live{1}).';
  r.Models{at} = model;
  r = nnr.path.choose_lambda (r);
  nnr.path.store ('put', r);
  if (p.Verbose > 0)
    nnr.path.print (r, 'point');
  end
  stop = ! isempty (p.OutputFcn) && nnr.args.asks_to_stop (p.OutputFcn, r, 'path');
end

function scores = fold_scores (outcome, name)
  switch (name)
    case 'Accuracy'
      scores = outcome(:,5);
    case 'RMSE'
      scores = sqrt (outcome(:,5));
    otherwise
      scores = outcome(:,4);
  end
end

## The model over all columns of X, those that were dropped with zero weights.
function model = point_model (d, point)
  s = point.Settings;
  chain = point.Chain;
  live_network = nnr.model.make_network (s, numel (chain.Live), d.Targets.NumOutputs);
  [weights, biases] = nnr.model.roll_weights (chain.Theta, live_network.Sizes);
  weights{1} = nnr.model.all_columns (weights{1}, chain.Live, d.Data.NumInputs);
  problem = struct ('Network', ...
                    nnr.model.make_network (s, d.Data.NumInputs, d.Targets.NumOutputs), ...
                    'Penalty', point.Penalty);
  history = nnr.train.make_history (point.Outcome(1,:), s.Task, false);
  history.Epoch = s.Epochs;
  model = nnr.train.make_model (nnr.model.unroll_weights (weights, biases, s.Precision), ...
                                problem, d, s, history);
end
