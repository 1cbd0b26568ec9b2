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
## @deftypefn {Private Function} {[@var{network}, @var{theta}] =} model_network (@var{model})
## A model's network and parameters as the gateways read them, in the precision of its
## weights.
## @seealso{make_network, unroll_weights}
## @end deftypefn

function [network, theta] = model_network (model)
  precision = class (model.Weights{1});
  s = struct ('Precision', precision, 'Task', model.Task, ...
              'Activations', {model.Activations(:).'}, ...
              'LayerSizes', cellfun ('rows', model.Weights(:).')(1:end - 1));
  network = make_network (s, columns (model.Weights{1}), rows (model.Weights{end}));
  theta = unroll_weights (model.Weights, model.Biases, precision);
end
