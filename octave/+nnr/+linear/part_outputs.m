## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.linear.part_outputs (rec, point, problem, inside, precision)
##
## What the models of the folds predict at a POINT of the record REC (nnr.linear.record) for the
## samples of their fold: a cell row with probabilities (of class PRECISION) or responses in the
## user's units. PROBLEM is of nnr.linear.problem, INSIDE has the rows of each fold.

function outputs = part_outputs (rec, point, problem, inside, precision)
  num_parts = numel (inside);
  num_outputs = problem.NumOutputs;
  num_inputs = columns (problem.X);
  ends = reshape (cumsum (rec.PartCounts.'(:)), num_parts, []);
  unit = problem.Unit(:).';
  unit(unit == 0) = 1;          # a constant column, without a weight
  offset = problem.Offset(:).';
  outputs = cell (1, num_parts);
  for p = 1:num_parts
    e = ends(p,point) - rec.PartCounts(point,p) + 1:ends(p,point);
    W = zeros (num_outputs, num_inputs);
    W(rec.PartIndex(e)) = rec.PartValue(e);
    used = find (any (W, 1));
    W = W(:,used) ./ unit(1,used);
    b = rec.PartBiases(point,(p - 1) * num_outputs + (1:num_outputs)) - offset(1,used) * W.';
    z = full (double (problem.X(inside{p},used)) * W.') + b;
    if (strcmp (problem.Task, 'classification'))
      z = exp (z - max (z, [], 2));
      z = feval (precision, z ./ sum (z, 2));
    end
    outputs{p} = z;
  end
end
