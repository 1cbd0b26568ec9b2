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
## @deftypefn {Private Function} {[@var{model}, @var{history}, @var{profile}] =} fit_packed (@var{caller}, @var{d}, @var{s})
## Trains on data that are packed already: the body of nnreg_fit.
## @seealso{fit_data}
## @end deftypefn

function [model, history, profile] = fit_packed (caller, d, s)
  check_initial (caller, s, d.Targets);
  [train, validation] = validation_samples (caller, d, s);
  problem = make_problem (caller, s, train, validation, d.Targets.NumOutputs);
  state = start_state (caller, problem.Network, s);
  [theta, log, ~, profile] = run_training (caller, problem, state, s);
  history = make_history (log, s.Task, ! isempty (validation));
  model = make_model (theta, problem, d, s, history);
  warn_of_evasion (caller, model);
end

function warn_of_evasion (caller, model)
  [layers, ratios] = evaded_layers (model);
  if (! isempty (layers))
    warning ('nnreg:evaded', ['%s: the network evades the penalty on layer %d by scale: ' ...
                              'these weights have become small and those of layer %d, ' ...
                              'which has no penalty, large (%.3g times the norm), so that ' ...
                              'Lambda means little; penalise the layers behind too, by ' ...
                              '"PenalizedLayers", "all" and a smaller Lambda'], ...
             caller, layers(1), layers(1) + 1, ratios(1));
  end
end
