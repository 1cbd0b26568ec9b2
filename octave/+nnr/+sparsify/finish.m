## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.sparsify.finish (t, point)
##
## The network of a POINT of the frontier, trained once more, on all rows if a fraction was held
## out. If it was taught its probabilities are soft: its last layer is multiplied by the factor that
## suits POINT best on the rows held out, from 1 to 10, or by 3 if they do not say.

function model = finish (t, point)
  if (! point.IsTaught && ! isempty (t.Soft))
    [t.Data.Targets.Responses, t.Soft] = deal ([]);
  end
  model = nnr.sparsify.train (t, 'last', point.Model, 0);
  if (point.IsTaught)
    factor = sharpness (t, point.Model);
    model.Weights{end} = factor * model.Weights{end};
    model.Biases{end} = factor * model.Biases{end};
  end
end

function factor = sharpness (t, model)
  [samples, problem, theta] = nnr.sparsify.held_out (t, model);
  [weights, wanted] = nnr.targets.relative_weights (samples, samples.Weights, ...
                                                    double (samples.Rows(:)) + 1);
  p = nnr.model.packed_outputs (problem.Network, theta, samples.Data, wanted, ...
                                t.Settings.Threads);
  h = struct ('Scores', double (p), 'Truth', double (samples.Labels(wanted)(:)) + 1, ...
              'Weights', weights);
  factor = 3;
  try
    factor = min (10, max (1, 1 / nnr.decisions.temperature (h)));
  end
end
