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
## @deftypefn {Private Function} {[@var{W}, @var{names}, @var{named}] =} first_layer (@var{model}, @var{toolkit})
## The first layer's weights as double, with a column for each column of X (zeros where
## @code{nnreg_compact} has taken the input out), names of these, and whether the
## user gave them.
## @seealso{draw_weights, draw_inputs}
## @end deftypefn

function [W, names, named] = first_layer (model, toolkit)
  W = double (model.Weights{1});
  if (isfield (model, 'Inputs'))
    part = W;
    try
      W = zeros (rows (part), model.NumInputs);
    catch err
      pass_error ('nnreg_plot', err);
    end
    W(:,model.Inputs) = part;
  end
  names = input_names (model, 1:columns (W));
  named = ! isempty (names);
  if (! named)
    names = arrayfun (@(j) sprintf ('input %d', j), 1:columns (W), 'UniformOutput', false);
  end
  names = cellfun (@(name) cut_text (name, 16), picture_texts (names, toolkit), ...
                   'UniformOutput', false);
end
