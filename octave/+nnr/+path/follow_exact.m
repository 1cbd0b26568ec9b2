## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [r, stop, y_varies] = nnr.path.follow_exact (r, p, s, d, problems)
##
## The path of a linear model, with falling lambdas, by the solver that was made for it: a call of
## the gateway does as many points, of all folds, as it can in its time. D and PROBLEMS are from
## nnr.linear.prepare and nnr.linear.problems: folds with a problem of their own follow point by
## point. Y_VARIES: the null model has a loss.

function [r, stop, y_varies] = follow_exact (r, p, s, d, problems)
  plan = planned_path (p, s);
  plan.KeepParts = double (r.NumFolds > 0 && keeps_parts (p, plan, r.NumFolds, problems{1}, s));
  r.NumPlanned = numel (plan.Lambda);
  rec = empty_record (problems, r.NumPlanned);
  store = [];
  if (! isempty (p.CheckpointFile))
    [store, rec] = opened (rec, p, s, d, problems);
  end
  stop = false;
  while (! stop)
    [r, stop, over] = add_points (r, p, s, d, rec, problems{1}.X);
    if (stop || over || rec.Over)
      break
    end
    if (p.Reduces)
      rec = nnr.linear.follow_reduced (problems, plan);
      nnr.path.check_largest (rec.Lambda(1), s);
    else
      rec = next_points (rec, plan, problems, s);
    end
    ## OutputFcn may end Octave: what it sees is in the file.
    store = kept (store, rec, ! isempty (p.OutputFcn) || rec.Over == 1);
  end
  kept (store, rec, true);
  y_varies = rec.NullLoss > 0;
  if (plan.KeepParts && ! isempty (r.Lambda))
    outputs = @(points) fold_outputs (rec, points, problems, p.Folds.Of, s);
    r = nnr.path.add_out_of_fold (r, p, d.Targets, outputs);
  elseif (! isequal (p.OutOfFold, false) && r.NumFolds > 0)
    [r.OutOfFoldMin, r.OutOfFold1SE] = deal ([]);
  end
  warn_of_unfinished (rec, s);
  if (! isempty (r.Lambda))
    warn_of_no_limits (r, p, s, rec.NullLoss, size (problems{1}.X));
  end
end

## By "auto" if the weights of the folds at all points fit into memory. With a penalty that makes
## zeros they are few.
function yes = keeps_parts (p, plan, num_folds, problem, s)
  most = 2 ^ 24;
  yes = p.OutOfFold;
  if (ischar (yes))
    count = columns (problem.X) * problem.NumOutputs * num_folds * numel (plan.Lambda);
    yes = count <= most ...
          || nnr.options.selects (nnr.options.unit_penalty (s.Penalty, s.Alpha));
  end
end

## What the folds predict at some POINTS for their samples, by the weights in the record: a cell
## with the outputs of nnr.results.out_of_fold for each point.
function outputs = fold_outputs (rec, points, problems, of, s)
  records = {rec};
  if (isfield (rec, 'Folds'))
    records = [records, num2cell(rec.Folds)];
  end
  apart = problems{1}.NumParts == 0;
  outputs = cell (1, numel (points));
  for k = 1 + apart:numel (problems)
    own = nnr.linear.part_outputs (records{k}, points, problems{k}, s.Precision);
    for l = 1:numel (points)
      if (apart)
        own{l} = own{l}(problems{k}.Parts == 1,:);
      end
      outputs{l}{end + 1} = own{l};
    end
  end
  if (apart)
    outputs = cellfun (@(own) nnr.results.in_order (of, own), outputs, 'UniformOutput', false);
  end
end

function plan = planned_path (p, s)
  if (isempty (p.Lambda))
    plan = nnr.linear.points (s, zeros (1, p.NumLambda), p.LambdaRatio);
  else
    plan = nnr.linear.points (s, p.Lambda(end:-1:1), 0);
  end
  if (isfinite (p.MaxFeatures) && each_alone (s.Table))
    plan.MostInputs = p.MaxFeatures;
  end
  plan.Relax = double (p.Relax);
end

## No two columns of X come from the same column of a table.
function yes = each_alone (table)
  yes = isempty (table) || all (diff (sort (table.Block)));
end

## The points of all samples. Each further problem has a record in Folds; what it says of its parts
## stands in the record of all, as if there were one problem.
function rec = empty_record (problems, num_points)
  rec = nnr.linear.record (problems{1}, num_points);
  if (numel (problems) > 1)
    folds = cellfun (@(problem) nnr.linear.record (problem, num_points), problems(2:end), ...
                     'UniformOutput', false);
    rec.Folds = [folds{:}];
    rec = with_parts (rec, problems{1});
  end
end

## The record of all samples with what its Folds say.
function rec = with_parts (rec, problem)
  losses = columns (rec.Loss);
  for name = {'PartLoss', 'PartRight'}
    count = merge (strcmp (name{1}, 'PartLoss'), losses, 1);
    own = arrayfun (@(f) f.(name{1})(:,count + 1:end), rec.Folds, 'UniformOutput', false);
    rec.(name{1}) = [rec.(name{1})(:,1:count * (1 + problem.NumParts)), own{:}];
  end
end

function rec = next_points (rec, plan, problems, s)
  if (numel (problems) == 1)
    rec = more_points (rec, plan, problems{1}, s);
    return
  end
  whole = rmfield (rec, 'Folds');
  models = 1 + problems{1}.NumParts;
  whole.PartLoss = rec.PartLoss(:,1:models * columns (rec.Loss));
  whole.PartRight = rec.PartRight(:,1:models);
  whole = more_points (whole, plan, problems{1}, s);
  count = rows (whole.Counts);
  [plan.Lambda, plan.Ratio, plan.MayEnd, plan.MostInputs] = deal (whole.Lambda(1:count).', 0, 0, 0);
  plan.Block = whole.Block;     # whatever ends a block of all samples ends one of a fold
  for k = 1:numel (rec.Folds)
    fold = rec.Folds(k);
    while (rows (fold.Counts) < count)
      fold.Lambda = whole.Lambda(1:count);
      fold = more_points (fold, plan, problems{k + 1}, s);
    end
    fold.Lambda(end + 1:rows (whole.Lambda),1) = 0;
    folds(k) = fold;
  end
  whole.Folds = folds;
  rec = with_parts (whole, problems{1});
end

function rec = more_points (rec, plan, problem, s)
  rec = nnr.linear.advance (rec, plan, problem);
  if (! (rec.Lambda(1) > 0))
    nnr.path.check_largest (rec.Lambda(1), s);
  end
end

## Adds the points of REC that R does not have yet: one by one if somebody looks at each. OVER: the
## next one has more inputs than MaxFeatures. (The core knows the columns of X alone, of which
## several may come from one column of a table.)
function [r, stop, over] = add_points (r, p, s, d, rec, X)
  first = numel (r.Lambda) + 1;
  last = rows (rec.Counts);
  stop = false;
  over = false;
  if (last < first)
    return
  end
  fresh = point_rows (first:last, p, s, d, rec);
  fresh.Models = nnr.linear.with_accuracy (fresh.Models, X, d.Targets, s);
  many = find (fresh.LiveInputs > p.MaxFeatures, 1);
  if (! isempty (many))
    [over, last] = deal (true, first + many - 2);
  end
  step = merge (p.Verbose > 0 || ! isempty (p.OutputFcn), 1, max (1, last - first + 1));
  for from = 1:step:last - first + 1
    r = append (r, fresh, from:from + step - 1);
    nnr.path.last (r, false);
    if (p.Verbose > 0)
      nnr.path.print (r, 'point');
    end
    nnr.words.progress ('nnreg_path', @() sprintf ('point %d of at most %d', numel (r.Lambda), ...
                                                   r.NumPlanned), numel (r.Lambda), r.NumPlanned);
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
  if (p.Relax)
    s = p.Relaxed;
  end
  f.Models = nnr.linear.models (rec, points, d, s);
  all = d.Targets.NumOutputs * d.Data.NumInputs;
  f.Zeros = (all - rec.Counts(points).') / all;
  f.Selected = selected (rec, points, d.Targets.NumOutputs);
  f.LiveInputs = nnr.path.count_inputs (f.Selected, s.Table);
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
    num_outputs = numel (scales);
    measured = sqrt (reshape (sum (losses, 2) / num_outputs, [], models));
    losses = sum (losses ./ scales .^ 2, 2) / num_outputs;
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
  for name = {'Lambda', 'TrainLoss', 'FoldLosses', 'FoldScores', 'Models', 'Zeros', 'Selected', ...
              'LiveInputs', 'LiveUnits'}
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
  unfinished = rec.Unfinished;
  if (isfield (rec, 'Folds'))
    unfinished = [unfinished, rec.Folds.Unfinished];
  end
  unfinished = nnz (any (unfinished, 2));
  if (unfinished > 0)
    nnr.words.warn ('nnreg:notConverged', ...
                    ['at %d of %s a training did not reach the Tolerance %g; give a larger ' ...
                     'Tolerance, or larger lambdas'], unfinished, ...
                    nnr.words.count_text (rows (rec.Counts), 'point'), s.Tolerance);
  end
end

## Where classes separate, the core ends refits at a loss that is this small.
function warn_of_no_limits (r, p, s, null_loss, sizes)
  if (strcmp (s.Task, 'regression') && sizes(2) < sizes(1))
    return                      # its exact fit is the only one
  end
  least = 1e-6 * (1 + eps);
  models = [r.Models{:}];
  histories = [models.History];
  losses = [histories.Loss];
  count = nnz (losses <= least * null_loss);
  if (! p.Relax)
    nnr.linear.warn_of_limits (losses, null_loss, sizes, s);
  elseif (count > 0 && null_loss > 0 && strcmp (s.Task, 'classification'))
    nnr.words.warn ('nnreg:separable', ...
                    ['at %d of %s the inputs that are left separate the classes perfectly: ' ...
                     'without a penalty their best weights are infinite; give larger lambdas, ' ...
                     'or leave out Relax'], count, ...
                    nnr.words.count_text (numel (losses), 'point'));
  end
end

## -------------------------------------------------------------- Checkpoint --

## The checkpoint, and the record in it, or the EMPTY one.
function [store, rec] = opened (empty, p, s, d, problems)
  key = @() path_key (p, s, d, problems);
  begun = @(store) contents (store, empty);
  growing = growing_fields (numel (problems) - 1);
  [store, found] = nnr.files.open_checkpoint (p.CheckpointFile, key, begun, growing, 'path');
  rec = empty;
  if (isempty (found))
    return
  end
  rec = with_folds (found, empty);
  if (p.Verbose > 0)
    printf ('goes on from "%s", after %s\n', store.File, ...
            nnr.words.count_text (rows (rec.Counts), 'point'));
  end
end

function [names, sums] = path_key (p, s, d, problems)
  data = {'X', nnr.path.key_of_data(problems{1}.X, s); 'y or Weights', d.Targets; ...
          'CV', {p.Folds.Of, p.Folds.Forward}};
  [names, sums] = nnr.path.Journal.key_of (p, s, data);
end

function store = kept (store, rec, now)
  if (! isempty (store))
    store = nnr.files.keep_checkpoint (store, @() contents (store, rec), now);
  end
end

## A checkpoint has no structs in its fields: a field of fold 2 is named Fold2_Biases.
function c = contents (store, rec)
  c = rec;
  if (isfield (rec, 'Folds'))
    c = rmfield (c, 'Folds');
    for k = 1:numel (rec.Folds)
      for name = fieldnames (rec.Folds).'
        c.(of_fold (k, name{1})) = rec.Folds(k).(name{1});
      end
    end
  end
  [c.Names, c.Sums] = deal (store.Names, store.Sums);
end

## The record in the contents C of a checkpoint.
function rec = with_folds (c, empty)
  rec = rmfield (c, {'Names', 'Sums'});   # `contents` puts them last again
  if (! isfield (empty, 'Folds'))
    return
  end
  rec.Folds = empty.Folds;
  for k = 1:numel (rec.Folds)
    for name = fieldnames (rec.Folds).'
      rec.Folds(k).(name{1}) = c.(of_fold (k, name{1}));
      rec = rmfield (rec, of_fold (k, name{1}));
    end
  end
end

function name = of_fold (k, name)
  name = sprintf ('Fold%d_%s', k, name);
end

function names = growing_fields (num_folds)
  own = {'Biases', 'Counts', 'Index', 'Value', 'PartBiases', 'PartCounts', 'PartIndex', ...
         'PartValue', 'Loss', 'PartLoss', 'PartRight', 'Unfinished', 'Seconds'};
  names = own;
  for k = 1:num_folds
    names = [names, cellfun(@(name) of_fold (k, name), own, 'UniformOutput', false)];
  end
end
