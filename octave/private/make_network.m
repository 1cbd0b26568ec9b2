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
## @deftypefn {Private Function} {@var{network} =} make_network (@var{s}, @var{num_inputs}, @var{num_outputs})
## The network of the settings @var{s} as the gateways read it.
## @end deftypefn

function network = make_network (s, num_inputs, num_outputs)
  network = struct ("Precision", s.Precision, "Task", s.Task, ...
                    "Sizes", [num_inputs, s.LayerSizes, num_outputs], ...
                    "Activations", {s.Activations});
end
