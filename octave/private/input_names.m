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
## @deftypefn {Private Function} {@var{names} =} input_names (@var{model}, @var{numbers})
## What the model's FeatureNames call these columns of X: a cell row, empty if it has none.
## @seealso{nnreg_sparsity, nnreg_importance}
## @end deftypefn

function names = input_names (model, numbers)
  names = {};
  if (isfield (model, 'FeatureNames') && ! isempty (model.FeatureNames))
    names = model.FeatureNames(numbers);
  end
end

%!assert (input_names (struct ("FeatureNames", {{"a", "b"}}), [2, 1]), {"b", "a"})
%!assert (input_names (struct ("FeatureNames", {{}}), 1), {})
%!assert (input_names (struct (), 1), {})
