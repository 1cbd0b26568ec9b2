## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.train.make_model (theta, problem, d, s, history)
##
## The model that nnreg_fit returns (its help lists the fields), with the parameters THETA. Means
## that only the solver subtracted (nnr.train.scale_data) go into the biases.

function model = make_model (theta, problem, d, s, history)
  [weights, biases] = nnr.model.roll_weights (theta, problem.Network.Sizes);
  if (! isempty (d.Data.Offset))
    biases{1} = cast (double (biases{1}) - double (weights{1}) * d.Data.Offset, s.Precision);
  end
  if (isempty (s.LayerSizes) && strcmp (s.Task, 'classification') && ! strcmp (s.Solver, 'adam'))
    weights{1} = nnr.train.centre_classes (weights{1}, problem.Penalty);
  end
  model = nnr.train.describe_models ({weights}, {biases}, problem.Penalty, d, s, history);
end
