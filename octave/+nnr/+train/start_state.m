## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## state = nnr.train.start_state (network, s, theta)
##
## The state of a training before its first step. The parameters are THETA; if it is left out or
## empty, they come from the InitialModel, or else from the seed. The moments are zero.

function state = start_state (network, s, theta)
  persistent blank;
  if (isempty (blank))
    names = nnr.core.names ();
    [numbers, start] = nnr.train.state_numbers ();
    arrays = cell (size (names.StateArrays));
    blank = cell2struct ([arrays, start, {false}], [names.StateArrays, numbers, {'Over'}], 2);
  end
  if (nargin < 3 || isempty (theta))
    theta = first_theta (network, s);
  end
  state = blank;
  state.Theta = theta;
  state.FirstMoment = zeros (size (theta), class (theta));
  state.SecondMoment = state.FirstMoment;
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
    text = @(sizes) strjoin (strsplit (num2str (sizes)), '-');
    error ('nnreg:badArgument', 'InitialModel has the layers %s, this training the layers %s', ...
           text (sizes), text (network.Sizes));
  end
  theta = nnr.model.unroll_weights (model.Weights, model.Biases, network.Precision);
  if (! all (isfinite (theta)))
    error ('nnreg:badArgument', 'InitialModel has weights that are not finite');
  end
end
