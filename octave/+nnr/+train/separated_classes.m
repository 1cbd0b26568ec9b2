## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [which, whole] = nnr.train.separated_classes (theta, problem, s)
##
## Which of the K classes a linear model without a penalty, the parameters THETA, separates from all
## others: 1-by-K. Their best weights are infinite. By the core's rule for all classes: each sample
## is on its side, and the mean loss of this is at most 1e-3. WHOLE is true if all are right.

function [which, whole] = separated_classes (theta, problem, s)
  [which, whole] = deal (false (1, problem.Network.Sizes(end)), false);
  if (! strcmp (s.Task, 'classification') || ! isempty (s.LayerSizes) ...
      || nnr.train.is_penalised (problem))
    return
  end
  samples = problem.Train;
  [~, wanted] = nnr.targets.relative_weights (samples, [], double (samples.Rows(:)) + 1);
  p = double (nnr.model.packed_outputs (problem.Network, theta, samples.Data, wanted, s.Threads));
  truth = double (samples.Labels(wanted)(:)) + 1;
  [~, guess] = max (p, [], 2);
  whole = all (guess == truth);
  members = truth == 1:columns (p);
  right = abs (members - 1 + p);        # the probability of each side that is the truth
  losses = -mean (log (max (right, realmin)), 1);
  which = all (right > 0.5, 1) & losses <= 1e-3 & any (members, 1);
end
