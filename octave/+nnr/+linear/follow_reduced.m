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
  rec = follow (problem, r, 0, plan);
  num_points = rows (rec.Counts);
  rec = on_all_inputs (rec, problem, r);
  plan.Lambda = plan.Lambda(1:num_points);
  plan.MayEnd = 0;
  parts = num2cell (1:problem.NumParts);
  owners = repmat ({problem}, 1, problem.NumParts);
  if (numel (problems) > 1)
    owners = problems(2:end);
    parts = repmat ({1}, size (owners));
  end
  for k = 1:numel (owners)
    [problem, part] = deal (owners{k}, parts{k});
    own = follow (problem, nnr.linear.reduce (problem, part), part, plan);
    losses = columns (own.PartLoss) / 2;
    rec.PartLoss = [rec.PartLoss, own.PartLoss(:,losses + 1:end)];
    rec.PartRight = [rec.PartRight, own.PartRight(:,2)];
    rec.Unfinished = rec.Unfinished + own.Unfinished;
    rec.Seconds = rec.Seconds + own.Seconds;
  end
end

## The path on the inputs of R; with a PART, also of the samples outside of it.
function rec = follow (problem, r, part, plan)
  num_inputs = columns (r.X);
  problem.X = r.X;
  [problem.Offset, problem.Unit] = deal (zeros (num_inputs, 1), ones (num_inputs, 1));
  problem.Scale = problem.Unit;
  problem.NumParts = double (part > 0);
  if (part > 0)
    problem.Parts = int32 (problem.Parts == part);
  else
    problem.Parts = [];
  end
  rec = nnr.linear.record (problem, numel (plan.Lambda));
  while (! rec.Over)
    [plan.First, plan.Explained] = deal (rows (rec.Counts), rec.Explained);
    began = tic ();
    result = nnr.core.call (@__nnreg_linear_follow__, problem, plan, rec.State);
    result.Seconds = toc (began);
    rec = nnr.linear.record (rec, result);
    nnr.words.progress ();
  end
end

## The record with the weights of all inputs, as the gateway would give them: for the columns
## (x - Offset) ./ Unit.
function rec = on_all_inputs (rec, problem, r)
  num_outputs = problem.NumOutputs;
  [num_inputs, num_points] = deal (rows (r.Basis), rows (rec.Counts));
  to_units = problem.Unit(:) ./ r.Scale;
  shift = (problem.Offset(:) - r.Mean) ./ r.Scale;
  ends = cumsum (rec.Counts);
  value = zeros (num_outputs * num_inputs, num_points);
  for k = 1:num_points
    e = ends(k) - rec.Counts(k) + 1:ends(k);
    V = zeros (num_outputs, columns (r.Basis));
    V(rec.Index(e)) = rec.Value(e);
    W = V * r.Basis.';
    rec.Biases(k,:) = rec.Biases(k,:) + (W * shift).';
    value(:,k) = reshape (W .* to_units.', [], 1);
  end
  rec.Counts(:) = rows (value);
  rec.Index = repmat ((1:rows (value)).', num_points, 1);
  rec.Value = value(:);
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
