## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.sparsify.teach (t, teachers)
##
## The settings T (nnr.sparsify.open) with targets that TEACHERS, a cell of models, give
## (distillation; Hinton, Vinyals and Dean 2015). The target of a row of class c is then
##
##   (1 - a) [k = c] + a exp (z_k / T) / sum_j exp (z_j / T),  a = 3/4, T = 3
##
## for each class k, where z is the mean of the teachers' log probabilities; that of a regression is
## the mean of the response and the teachers' outputs. T.Soft has those of all rows. In T.Data rows
## held out keep what they have: scores are about the truth.

function t = teach (t, teachers)
  targets = t.Data.Targets;
  classes = strcmp (t.Settings.Task, 'classification');
  z = 0;
  for k = 1:numel (teachers)
    out = double (outputs_of (t, teachers{k})).';
    if (classes)
      out = log (max (out, realmin));
    end
    z += out / numel (teachers);
  end
  [truth, share] = deal (double (t.Truth), 1/2);
  if (classes)
    truth = double (double (targets.Labels(:).') == (0:targets.NumOutputs - 1).');
    [share, temperature] = deal (3/4, 3);
    z = exp ((z - max (z, [], 1)) / temperature);
    z ./= sum (z, 1);
  end
  t.Soft = cast ((1 - share) * truth + share * z, t.Settings.Precision);
  t.Data.Targets.Responses = t.Soft;
  held = t.Data.ValidationRows;
  t.Data.Targets.Responses(:,held) = truth(:,held);
end

## Of the rows of T.X, one row each.
function outputs = outputs_of (t, model)
  s = t.Settings;
  [s.InitialModel, s.LayerSizes] = deal (model, model.LayerSizes);
  d = nnr.sparsify.data_of (t, model);
  samples = nnr.data.make_samples (d.Data, d.Targets, []);
  problem = nnr.train.make_problem (s, samples, [], d.Targets.NumOutputs);
  state = nnr.train.start_state (problem, s);
  count = d.Data.NumSamples;
  outputs = nnr.model.packed_outputs (problem.Network, state.Theta, d.Data, (1:count).', ...
                                      s.Threads);
end
