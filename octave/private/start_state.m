## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{state} =} start_state (@var{caller}, @var{network}, @var{s}, @var{theta})
## The state of a training before its first step: the parameters @var{theta} or, without
## these, from InitialModel or the seed; moments zero.
## @end deftypefn

function state = start_state (caller, network, s, theta)
  if (nargin < 4 || isempty (theta))
    theta = first_theta (caller, network, s);
  end
  zero = zeros (size (theta), class (theta));
  state = struct ("Theta", theta, "FirstMoment", zero, "SecondMoment", zero, ...
                  "Step", 0, "Epoch", 0, "Position", 0, "LossSum", 0, ...
                  "MetricSum", 0, "WeightSum", 0, "Seconds", 0, ...
                  "Curvature", 1, "Momentum", 1, "Converged", 0, "Over", false);
end

function theta = first_theta (caller, network, s)
  if (! isempty (s.InitialModel))
    theta = initial_theta (caller, network, s.InitialModel);
    return
  end
  try
    theta = __nnreg_network_init__ (network, s.Seed);
  catch err
    pass_error (caller, err);
  end
end

function theta = initial_theta (caller, network, model)
  check_model (caller, "InitialModel", model);
  sizes = [columns(model.Weights{1}), cellfun("rows", model.Weights)];
  if (! isequal (sizes, network.Sizes))
    error ("nnreg:badArgument", ["%s: InitialModel has the layers %s, this " ...
                                 "training the layers %s"], caller, ...
           strjoin (strsplit (num2str (sizes)), "-"), ...
           strjoin (strsplit (num2str (network.Sizes)), "-"));
  end
  theta = unroll_weights (model.Weights, model.Biases, network.Precision);
  if (! all (isfinite (theta)))
    error ("nnreg:badArgument", "%s: InitialModel has weights that are not finite", ...
           caller);
  end
end
