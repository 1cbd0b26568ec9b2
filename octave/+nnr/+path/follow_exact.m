## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, stop, y_varies] = nnr.path.follow_exact (r, p, s, d, problem)
##
## The path of a linear model, with falling lambdas, by the solver that was made for it: a call of
## the gateway does as many points, of all folds, as it can in its time. D and PROBLEM are from
## nnr.linear.prepare and nnr.linear.problem. Y_VARIES: the null model has a loss.

function [r, stop, y_varies] = follow_exact (r, p, s, d, problem)
  plan = planned_path (p, s);
  plan.KeepParts = double (p.OutOfFold && problem.NumParts > 0 && may_keep (plan, problem, s));
  r.NumPlanned = numel (plan.Lambda);
  empty = nnr.linear.record (problem, r.NumPlanned);
  key = @() path_key (p, s, d, problem);
  begun = @(store) contents (store, empty);
  [store, rec] = nnr.files.open_checkpoint (p.CheckpointFile, key, begun, growing_fields (), ...
                                            'path');
  if (isempty (rec))
    rec = empty;
  elseif (p.Verbose > 0)
    printf ('goes on from "%s", after %s\n', store.File, ...
            nnr.words.count_text (rows (rec.Counts), 'point'));
  end
  stop = false;
  while (! stop)
    [r, stop] = add_points (r, p, s, d, rec);
    if (stop || rec.Over)
      break
    end
    rec = next_points (rec, plan, problem, s);
    ## OutputFcn may end Octave: what it sees is in the file.
    now = ! isempty (p.OutputFcn) || rec.Over == 1;
    store = nnr.files.keep_checkpoint (store, @() contents (store, rec), now);
  end
  nnr.files.keep_checkpoint (store, @() contents (store, rec), true);
  y_varies = rec.NullLoss > 0;
  if (plan.KeepParts && ! isempty (r.Lambda))
    r = nnr.path.add_out_of_fold (r, p, d.Targets, @(point) nnr.linear.part_outputs ...
                                  (rec, point, problem, nnr.folds.sides (p.Folds), s.Precision));
  end
  warn_of_unfinished (rec, s);
end

## Whether the weights of the folds at all points fit into memory. With a penalty that makes zeros
## they are few.
function yes = may_keep (plan, problem, s)
  most = 2 ^ 24;
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  count = columns (problem.X) * problem.NumOutputs * problem.NumParts * numel (plan.Lambda);
  yes = nnr.options.selects (u) || count <= most;
  if (! yes)
    nnr.words.warn ('nnreg:outOfFold', ['the result will have no out-of-fold predictions: they ' ...
                                        'need %.2g weights; give fewer lambdas or folds, or ' ...
                                        '"OutOfFold", false'], count);
  end
end

function plan = planned_path (p, s)
  if (isempty (p.Lambda))
    plan = nnr.linear.points (s, zeros (1, p.NumLambda), p.LambdaRatio);
  else
    plan = nnr.linear.points (s, fliplr (p.Lambda), 0);
  end
  if (isfinite (p.MaxFeatures))
    plan.MostInputs = p.MaxFeatures;
  end
end

function rec = next_points (rec, plan, problem, s)
  done = rows (rec.Counts);
  [plan.First, plan.Explained] = deal (done, rec.Explained);
  if (done > 0)
    plan.Lambda = rec.Lambda(:).';
  end
  began = tic ();
  result = nnr.core.call (@__nnreg_linear_follow__, problem, plan, rec.State);
  result.Seconds = toc (began);
  rec = nnr.linear.record (rec, result);
  if (done == 0)
    nnr.path.check_largest (rec.Lambda(1), s);
  end
end

## Adds the points of REC that R does not have yet: one by one if somebody looks at each.
function [r, stop] = add_points (r, p, s, d, rec)
  [first, last] = deal (numel (r.Lambda) + 1, rows (rec.Counts));
  stop = false;
  if (last < first)
    return
  end
  fresh = point_rows (first:last, p, s, d, rec);
  step = merge (p.Verbose > 0 || ! isempty (p.OutputFcn), 1, last - first + 1);
  for from = 1:step:last - first + 1
    r = append (r, fresh, from:from + step - 1);
    nnr.path.last (r, false);
    if (p.Verbose > 0)
      nnr.path.print (r, 'point');
    end
    nnr.words.progress ('nnreg_path', @() sprintf ('point %d of at most %d', numel (r.Lambda), ...
                                                   r.NumPlanned));
    stop = ! isempty (p.OutputFcn) && nnr.args.asks_to_stop (p.OutputFcn, r, 'path');
    if (stop)
      return
    end
  end
end

## The fields of the result for some points.
function f = point_rows (points, p, s, d, rec)
  [losses, measured] = scores_of (points, d, rec);
  f.Lambda = rec.Lambda(points).';
  f.TrainLoss = losses(:,1).';
  f.FoldLosses = losses(:,2:end).';
  f.FoldScores = merge (strcmp (p.Score, 'Loss'), f.FoldLosses, measured(:,2:end).');
  f.Measured = measured(:,2:end).';
  f.Models = nnr.linear.models (rec, points, d, s);
  all = d.Targets.NumOutputs * d.Data.NumInputs;
  f.Zeros = (all - rec.Counts(points).') / all;
  f.Selected = selected (rec, points, d.Targets.NumOutputs);
  f.LiveInputs = cellfun (@numel, f.Selected);
  f.LiveUnits = zeros (1, numel (points));
end

## Data loss and accuracy or RMSE, points-by-(1 + folds).
function [losses, measured] = scores_of (points, d, rec)
  models = columns (rec.PartRight);
  losses = reshape (rec.PartLoss(points,:), numel (points), [], models);
  scales = d.Targets.ResponseScale;
  if (isempty (scales))
    measured = rec.PartRight(points,:);
  else
    measured = sqrt (reshape (mean (losses, 2), [], models));
    losses = mean (losses ./ scales .^ 2, 2);
  end
  losses = reshape (losses, [], models);
end

## The inputs that each point uses, a cell row of rows.
function inputs = selected (rec, points, num_outputs)
  ends = cumsum (rec.Counts);
  counts = rec.Counts(points);
  entries = ends(points(1)) - counts(1) + 1:ends(points(end));
  live = floor ((rec.Index(entries).' - 1) / num_outputs) + 1;
  if (num_outputs > 1)
    owner = repelems (1:numel (points), [1:numel(points); counts.']);
    pairs = unique ([owner; live].', 'rows');
    [live, counts] = deal (pairs(:,2).', accumarray (pairs(:,1), 1, size (counts)));
  end
  inputs = mat2cell (live, 1, counts);
end

function r = append (r, fresh, at)
  measured = fresh.Measured(:,at);
  fresh = rmfield (fresh, 'Measured');
  for name = fieldnames (fresh).'
    r.(name{1}) = [r.(name{1}), fresh.(name{1})(:,at)];
  end
  if (r.NumFolds > 0)
    name = ['CV', nnr.train.measure_name(r.Models{1}.Task)];
    if (! isfield (r, name))
      r.(name) = [];
    end
    r.(name) = [r.(name), r.FoldWeights.' * measured / sum(r.FoldWeights)];
  end
  r = nnr.path.choose_lambda (r, true);
end

function warn_of_unfinished (rec, s)
  unfinished = nnz (rec.Unfinished);
  if (unfinished > 0)
    nnr.words.warn ('nnreg:notConverged', ...
                    ['at %d of %s a training did not reach the Tolerance %g; give a larger ' ...
                     'Tolerance, or larger lambdas'], unfinished, ...
                    nnr.words.count_text (rows (rec.Counts), 'point'), s.Tolerance);
  end
end

## -------------------------------------------------------------- Checkpoint --

function [names, sums] = path_key (p, s, d, problem)
  data = {'X', problem.X; 'y or Weights', d.Targets; 'CV', {problem.Parts, problem.Forward}};
  [names, sums] = nnr.path.Journal.key_of (p, s, data);
end

function c = contents (store, rec)
  c = rec;
  [c.Names, c.Sums] = deal (store.Names, store.Sums);
end

function names = growing_fields ()
  names = {'Biases', 'Counts', 'Index', 'Value', 'PartBiases', 'PartCounts', 'PartIndex', ...
           'PartValue', 'Loss', 'PartLoss', 'PartRight', 'Unfinished', ...
           'Seconds'};
end
