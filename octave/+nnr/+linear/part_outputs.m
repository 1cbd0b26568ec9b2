## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.linear.part_outputs (rec, points, problem, precision)
##
## What the models of the folds predict at some POINTS of the record REC (nnr.linear.record) for
## the samples of their fold, a cell row: for each point probabilities (of class PRECISION) or
## responses in the user's units, a row for each sample; NaN where it is in no fold. PROBLEM is of
## nnr.linear.problem.

function outputs = part_outputs (rec, points, problem, precision)
  outputs = nnr.core.call (@__nnreg_linear_part_outputs__, problem, rec, points);
  if (strcmp (problem.Task, 'classification'))
    outputs = cellfun (@(z) probabilities (z, precision), outputs, 'UniformOutput', false);
  end
end

function p = probabilities (z, precision)
  p = exp (z - max (z, [], 2));
  p = feval (precision, p ./ sum (p, 2));
end
