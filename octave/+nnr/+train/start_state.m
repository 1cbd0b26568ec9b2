## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## state = nnr.train.start_state (problem, s, theta)
##
## The state of a training before its first step. The parameters are THETA; if it is left out or
## empty, they come from the InitialModel. Otherwise a linear model starts as the best constant
## (with the solver "coordinate", which needs no start, at 0), and a network at random weights by
## the seed, but 0 for inputs that are constant after Standardize.
## Inputs that never enter have the weights 0. The moments are zero.

function state = start_state (problem, s, theta)
  persistent blank;
  if (isempty (blank))
    names = nnr.core.names ();
    [numbers, start] = nnr.train.state_numbers ();
    arrays = cell (size (names.StateArrays));
    blank = cell2struct ([arrays, start, {false}], [names.StateArrays, numbers, {'Over'}], 2);
  end
  if (nargin < 3 || isempty (theta))
    theta = first_theta (problem, s);
    never = problem.Penalty.Factors == Inf;
    theta(repelem (never(:), problem.Network.Sizes(2))) = 0;
  end
  state = blank;
  state.Theta = theta;
  state.FirstMoment = zeros (size (theta), class (theta));
  state.SecondMoment = state.FirstMoment;
end

function theta = first_theta (problem, s)
  network = problem.Network;
  data = problem.Train.Data;
  if (! isempty (s.InitialModel))
    theta = initial_theta (network, s.InitialModel, data.Offset);
  elseif (strcmp (s.Solver, 'coordinate'))
    theta = zeros (nnr.model.count_parameters (network.Sizes), 1, s.Precision);
  elseif (starts_at_zero (s))
    theta = nnr.train.null_theta (problem, s);
  else
    theta = __nnreg_network_init__ (network, s.Seed);
    if (isequal (s.Standardize, true))
      units = network.Sizes(2);
      theta(repelem (data.Constant(:), units)) = 0;
    end
  end
end

## Adam's step for whole inputs cannot leave 0.
function yes = starts_at_zero (s)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  yes = isempty (s.LayerSizes) && ! (u.ByInput && strcmp (s.Solver, 'adam'));
end

function theta = initial_theta (network, model, offset)
  nnr.model.check ('InitialModel', model);
  sizes = [columns(model.Weights{1}), cellfun('rows', model.Weights)];
  if (! isequal (sizes, network.Sizes))
    text = @(sizes) strjoin (strsplit (num2str (sizes)), '-');
    error ('nnreg:badArgument', 'InitialModel has the layers %s, this training the layers %s', ...
           text (sizes), text (network.Sizes));
  end
  biases = model.Biases;
  if (! isempty (offset))
    biases{1} = double (biases{1}) + double (model.Weights{1}) * offset;
  end
  theta = nnr.model.unroll_weights (model.Weights, biases, network.Precision);
  if (! all (isfinite (theta)))
    error ('nnreg:badArgument', 'InitialModel has weights that are not finite');
  end
end

%!test # a network of one input
%! model = nnreg_fit ((1:9).', (1:9).' > 4, "LayerSizes", 2, "Standardize", true, ...
%!                    "Epochs", 1, "Verbose", 0);
%! assert (all (model.Weights{1} != 0));
%!test # inputs that are constant have no weight then
%! model = nnreg_fit ([(1:9).', 7 * ones(9, 1)], (1:9).' > 4, "LayerSizes", 2, ...
%!                    "Standardize", true, "Epochs", 1, "Verbose", 0);
%! assert (model.Weights{1} != 0, [true, false; true, false]);
