## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## rec = nnr.linear.follow_reduced (problems, plan)
##
## All points of the path that PLAN (nnr.linear.points) describes, for the PROBLEMS of
## nnr.linear.problems that are best followed on fewer inputs (nnr.linear.reduces): the record of
## nnr.linear.record.

function rec = follow_reduced (problems, plan)
  problem = problems{1};
  num_points = numel (plan.Lambda);
  r = nnr.linear.reduce (problem, 0);
  if (plan.Ratio > 0)
    top = largest_lambda (problem, r, plan);
    plan.Lambda = top * plan.Ratio .^ ((0:num_points - 1) / max (1, num_points - 1));
    plan.Ratio = 0;
  end
  rec = follow (without_parts (problem), r, setfield (plan, 'KeepParts', 0));
  num_points = rows (rec.Counts);
  [rec.Biases, rec.Counts, rec.Index, rec.Value] = on_all_inputs (rec, problem, r);
  rec = shaped_for (rec, problem);
  plan.Lambda = plan.Lambda(1:num_points);
  plan.MayEnd = 0;
  own = {};
  if (numel (problems) > 1)
    own = cellfun (@(problem) of_fold (problem, plan), problems(2:end), 'UniformOutput', false);
    rec.Folds = [own{:}];
    [rec.Folds.Lambda] = deal (rec.Lambda);
  elseif (problem.NumParts > 0)
    own = arrayfun (@(part) of_fold (nnr.linear.of_part (problem, part), plan), ...
                    1:problem.NumParts, 'UniformOutput', false);
    if (plan.KeepParts)
      rec = with_weights (rec, [own{:}]);
    end
  end
  for k = 1:numel (own)
    losses = columns (own{k}.PartLoss) / 2;
    rec.PartLoss = [rec.PartLoss, own{k}.PartLoss(:,losses + 1:end)];
    rec.PartRight = [rec.PartRight, own{k}.PartRight(:,2)];
    rec.Unfinished = rec.Unfinished + own{k}.Unfinished;
    rec.Seconds = rec.Seconds + own{k}.Seconds;
  end
end

function problem = without_parts (problem)
  [problem.Parts, problem.NumParts] = deal ([], 0);
end

## The record of a problem with one part. The weights of the model outside of it are for all inputs.
function rec = of_fold (problem, plan)
  r = nnr.linear.reduce (problem, 1);
  rec = follow (problem, r, plan);
  if (plan.KeepParts)
    part = struct ('Biases', rec.PartBiases, 'Counts', rec.PartCounts, 'Index', rec.PartIndex, ...
                   'Value', rec.PartValue);
    [biases, counts, index, value] = on_all_inputs (part, problem, r);
    [rec.PartBiases, rec.PartCounts, rec.PartIndex, rec.PartValue] = deal (biases, counts, ...
                                                                           index, value);
  end
  rec.State = getfield (nnr.linear.record (problem, 0), 'State');
end

## With what has the size that a record of this PROBLEM has before its first point: nothing goes on
## from the State, but a checkpoint has it.
function rec = shaped_for (rec, problem)
  begun = nnr.linear.record (problem, 0);
  for name = {'State', 'PartBiases', 'PartCounts'}
    rec.(name{1}) = begun.(name{1});
  end
end

## The weights of the parts in the order of nnr.linear.record: each model has all.
function rec = with_weights (rec, own)
  [num_points, num_parts] = deal (rows (rec.Counts), numel (own));
  together = @(name) permute (reshape ([own.(name)], [], num_points, num_parts), [1, 3, 2])(:);
  rec.PartBiases = [own.PartBiases];
  rec.PartCounts = [own.PartCounts];
  [rec.PartIndex, rec.PartValue] = deal (together ('PartIndex'), together ('PartValue'));
end

## The path of a problem, all samples or one part, on the inputs of R.
function rec = follow (problem, r, plan)
  num_inputs = columns (r.X);
  problem.X = r.X;
  [problem.Offset, problem.Unit] = deal (zeros (num_inputs, 1), ones (num_inputs, 1));
  problem.Scale = problem.Unit;
  rec = nnr.linear.record (problem, numel (plan.Lambda));
  while (! rec.Over)
    rec = nnr.linear.advance (rec, plan, problem);
    nnr.words.progress ();
  end
end

## The weights of W (its Biases, Counts, Index and Value) for all inputs, as the gateway would give
## them: for the columns (x - Offset) ./ Unit.
function [biases, counts, index, value] = on_all_inputs (w, problem, r)
  num_outputs = problem.NumOutputs;
  [num_inputs, num_points] = deal (rows (r.Basis), rows (w.Counts));
  to_units = problem.Unit(:) ./ r.Scale;
  shift = (problem.Offset(:) - r.Mean) ./ r.Scale;
  ends = cumsum (w.Counts);
  biases = w.Biases;
  value = zeros (num_outputs * num_inputs, num_points);
  for k = 1:num_points
    e = ends(k) - w.Counts(k) + 1:ends(k);
    V = zeros (num_outputs, columns (r.Basis));
    V(w.Index(e)) = w.Value(e);
    W = V * r.Basis.';
    biases(k,:) = biases(k,:) + (W * shift).';
    value(:,k) = reshape (W .* to_units.', [], 1);
  end
  counts = repmat (rows (value), num_points, 1);
  index = repmat ((1:rows (value)).', num_points, 1);
  value = value(:);
end

## As the gateway has it: from the gradient of the loss where all weights are 0.
function lambda = largest_lambda (problem, r, plan)
  share = r.Share;
  if (strcmp (problem.Task, 'regression'))
    unit = 1;
    if (! isempty (problem.ResponseScale))
      unit = problem.ResponseScale.';
    end
    slopes = 2 / problem.NumOutputs * share ...
             .* (problem.Responses - share.' * problem.Responses) ./ unit;
  else
    own = problem.Labels(:) + 1 == 1:problem.NumOutputs;
    slopes = share .* (share.' * own - own);
  end
  G = r.Basis * (r.X.' * slopes);
  lambda = max (abs (G(:))) / plan.Entry * (1 + 1e-13);
end
