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
## @deftypefn {Private Function} {@var{G} =} data_gradient (@var{caller}, @var{d}, @var{s}, @var{theta}, @var{rows})
## The gradient of a linear model's data loss by its weights, outputs-by-inputs, on the samples
## @var{rows} (empty: all).
## @seealso{entry_lambdas}
## @end deftypefn

function G = data_gradient (caller, d, s, theta, rows)
  [s.Penalty, s.Lambda] = deal ('none', []);
  [num_inputs, num_outputs] = deal (d.Data.NumInputs, d.Targets.NumOutputs);
  try
    [~, grad] = call_core (@__nnreg_cost__, make_network (s, num_inputs, num_outputs), ...
                           layer_penalty (caller, s, 1), theta, ...
                           make_samples (d.Data, d.Targets, rows), s.Threads);
  catch err
    pass_error (caller, err);
  end
  G = double (reshape (grad(1:num_outputs * num_inputs), num_outputs, num_inputs));
end
