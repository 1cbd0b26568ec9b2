## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.linear.part_outputs (rec, point, problem, inside, precision)
##
## What the models of the folds predict at a POINT of the record REC (nnr.linear.record) for the
## samples of their fold: a cell row with probabilities (of class PRECISION) or responses in the
## user's units. PROBLEM is of nnr.linear.problem, INSIDE has the rows of each fold.

function outputs = part_outputs (rec, point, problem, inside, precision)
  num_parts = numel (inside);
  [weights, biases] = weights_of_parts (rec, point, problem, num_parts);
  offset = problem.Offset(:).';
  outputs = cell (1, num_parts);
  for p = 1:num_parts
    used = any (weights(:,:,p), 1);
    W = weights(:,used,p);
    bias = biases(p,:) - offset(1,used) * W.';
    outputs{p} = full (double (problem.X(inside{p},used)) * W.') + bias;
  end
  if (strcmp (problem.Task, 'classification'))
    outputs = cellfun (@(z) probabilities (z, precision), outputs, 'UniformOutput', false);
  end
end

function p = probabilities (z, precision)
  p = exp (z - max (z, [], 2));
  p = feval (precision, p ./ sum (p, 2));
end

## For the columns of X as they are but for the Offset: the weights K-by-D-by-P, the biases P-by-K.
function [W, b] = weights_of_parts (rec, point, problem, num_parts)
  num_outputs = problem.NumOutputs;
  num_inputs = columns (problem.X);
  counts = rec.PartCounts(point,:);
  first = sum (rec.PartCounts(1:point - 1,:)(:));
  entries = first + (1:sum (counts));
  part = repelems (1:num_parts, [1:num_parts; counts]).';
  W = zeros (num_outputs, num_inputs, num_parts);
  W(rec.PartIndex(entries) + (part - 1) * num_outputs * num_inputs) = rec.PartValue(entries);
  unit = problem.Unit(:).';
  unit(unit == 0) = 1;          # a constant column, without a weight
  W ./= unit;
  b = reshape (rec.PartBiases(point,:), num_outputs, num_parts).';
end
