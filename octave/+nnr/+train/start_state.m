## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## state = nnr.train.start_state (network, s, theta)
##
## The state of a training before its first step: the parameters theta or, without these, from
## InitialModel or the seed; moments zero.

function state = start_state (network, s, theta)
  if (nargin < 3 || isempty (theta))
    theta = first_theta (network, s);
  end
  zero = zeros (size (theta), class (theta));
  state = struct ('Theta', theta, 'FirstMoment', zero, 'SecondMoment', zero, ...
                  'Step', 0, 'Epoch', 0, 'Position', 0, 'LossSum', 0, ...
                  'MetricSum', 0, 'WeightSum', 0, 'Seconds', 0, ...
                  'Curvature', 1, 'Momentum', 1, 'Converged', 0, 'Over', false);
end

function theta = first_theta (network, s)
  if (! isempty (s.InitialModel))
    theta = initial_theta (network, s.InitialModel);
    return
  end
  theta = __nnreg_network_init__ (network, s.Seed);
end

function theta = initial_theta (network, model)
  nnr.model.check ('InitialModel', model);
  sizes = [columns(model.Weights{1}), cellfun('rows', model.Weights)];
  if (! isequal (sizes, network.Sizes))
    error ('nnreg:badArgument', ['InitialModel has the layers %s, this ' ...
                                 'training the layers %s'], strjoin (strsplit (num2str (sizes)), ...
                                                                     '-'), ...
           strjoin (strsplit (num2str (network.Sizes)), '-'));
  end
  theta = nnr.model.unroll_weights (model.Weights, model.Biases, network.Precision);
  if (! all (isfinite (theta)))
    error ('nnreg:badArgument', 'InitialModel has weights that are not finite');
  end
end
