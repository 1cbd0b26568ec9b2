## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.sparsify.teach (t, teachers)
##
## The settings T (nnr.sparsify.open) of a classification with soft labels, which TEACHERS, a cell
## of models, give (distillation; Hinton, Vinyals and Dean 2015). The share of class k in a row of
## class c is
##
##   (1 - a) [k = c] + a exp (z_k / T) / sum_j exp (z_j / T),  a = 3/4, T = 5
##
## where z is the mean of the teachers' log probabilities. T.Soft has them for all rows, T.Data for
## all but those held out. Without TEACHERS T stays as it is.

function t = teach (t, teachers)
  if (isempty (teachers))
    return
  end
  [share, temperature] = deal (3/4, 5);
  z = 0;
  for k = 1:numel (teachers)
    p = double (outputs_of (t, teachers{k})).';
    z += log (max (p, realmin)) / numel (teachers);
  end
  p = exp ((z - max (z, [], 1)) / temperature);
  p ./= sum (p, 1);
  labels = double (t.Data.Targets.Labels(:).');
  truth = double (labels == (0:rows (p) - 1).');
  t.Soft = cast ((1 - share) * truth + share * p, t.Settings.Precision);
  t.Data.Targets.Responses = t.Soft;
  held = t.Data.ValidationRows;
  t.Data.Targets.Responses(:,held) = truth(:,held);
end

## Of the rows of T.X, one row each.
function outputs = outputs_of (t, model)
  [problem, theta, d] = nnr.sparsify.as_problem (t, model);
  outputs = nnr.model.packed_outputs (problem.Network, theta, d.Data, (1:d.Data.NumSamples).', ...
                                      t.Settings.Threads);
end
