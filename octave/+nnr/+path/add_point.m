## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, stop] = nnr.path.add_point (r, p, d, point, chains)
##
## Adds a point to the path R, repeats the choice by cross-validation, keeps and prints the path,
## and asks OutputFcn whether to stop. POINT has Lambda, the Chain on all samples, the Penalty and
## Settings of its training, and the Outcome of all chains (nnr.path.train_chains). CHAINS are
## these. Their predictions of the folds are noted in the journal of P.

function [r, stop] = add_point (r, p, d, point, chains)
  c = nnr.core.epoch_columns ();
  model = point_model (d, point);
  live = nnr.model.live_parts (model.Weights);
  at = numel (r.Lambda) + 1;
  [all, folds] = deal (point.Outcome(1,:), point.Outcome(2:end,:));
  r.Lambda(at) = point.Lambda;
  r.TrainLoss(at) = all(c.ValDataLoss);
  r.FoldLosses(:,at) = folds(:,c.ValDataLoss);
  measure = struct ('Name', nnr.train.measure_name (point.Settings.Task), 'Column', c.ValMetric);
  measured = nnr.results.score_column (measure, folds);
  if (p.Predicts || ! isequal (p.OutOfFold, false))
    p.Journal.Outputs{at} = nnr.path.fold_outputs (chains, point.Settings);
  end
  r.FoldScores(:,at) = scores_of (r, p, d, measured, point.Settings.Threads);
  if (r.NumFolds > 0)
    r.(['CV', measure.Name])(at) = r.FoldWeights.' * measured / sum (r.FoldWeights);
  end
  r.LiveUnits(at) = sum (cellfun ('nnz', live(2:end - 1)));
  r.Selected{at} = find (live{1}).';
  r.LiveInputs(at) = nnr.path.count_inputs (r.Selected(at), nnr.table.of (point.Settings));
  r.Zeros(at) = all(c.Zeros);
  if (p.Eliminates)
    r.Zeros(at) = 1 - numel (r.Selected{at}) / d.Data.NumInputs;
  end
  r.Models{at} = model;
  r = nnr.path.choose_lambda (r, isempty (point.Settings.LayerSizes));
  nnr.path.last (r, false);
  if (p.Verbose > 0)
    nnr.path.print (r, 'point');
  end
  say_how_far (min (at + 1, r.NumPlanned), r.NumPlanned);
  stop = ! isempty (p.OutputFcn) && nnr.args.asks_to_stop (p.OutputFcn, r, 'path');
end

## Each fold's Score at the last point; MEASURED is the accuracy or RMSE.
function scores = scores_of (r, p, d, measured, threads)
  scores = measured;
  if (strcmp (p.Score, 'Loss'))
    scores = r.FoldLosses(:,end);
  elseif (p.Predicts && r.NumFolds > 0)
    outputs = nnr.results.in_order (p.Folds.Of, p.Journal.Outputs{end});
    scores = nnr.path.fold_scores (p.Score, p.Folds.Of, d.Targets, outputs, threads);
  end
end

function say_how_far (point, planned)
  nnr.words.progress ('nnreg_path', @() sprintf ('point %d of at most %d', point, planned), ...
                      point - 1, planned);
end

## The model over all columns of X. Inputs that were dropped have zero weights.
function model = point_model (d, point)
  [s, chain, num_outputs] = deal (point.Settings, point.Chain, d.Targets.NumOutputs);
  network = nnr.model.make_network (s, numel (chain.Live), num_outputs);
  [weights, biases] = nnr.model.roll_weights (chain.Theta, network.Sizes);
  weights{1} = nnr.model.all_columns (weights{1}, chain.Live, d.Data.NumInputs);
  problem = struct ('Network', nnr.model.make_network (s, d.Data.NumInputs, num_outputs), ...
                    'Penalty', point.Penalty);
  history = nnr.train.make_history (point.Outcome(1,:), s.Task, false);
  history.Epoch = s.Epochs;
  model = nnr.train.make_model (nnr.model.unroll_weights (weights, biases, s.Precision), ...
                                problem, d, s, history);
end
