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
## @deftypefn {Private Function} {@var{outputs} =} network_outputs (@var{caller}, @var{model}, @var{X}, @var{threads})
## The model's outputs for the rows of X (N-by-K): probabilities, or responses in the
## user's units.
## @seealso{raw_outputs, in_user_units}
## @end deftypefn

function outputs = network_outputs (caller, model, X, threads)
  outputs = in_user_units (model, raw_outputs (caller, model, X, threads));
end
