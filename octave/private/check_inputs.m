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
## @deftypefn {Private Function} {} check_inputs (@var{caller}, @var{model}, @var{X})
## X must be a matrix as @code{check_x} wants it, with the columns that the model was
## fitted on or, for one of @code{nnreg_compact}, with just the live ones.
## @seealso{check_x, network_outputs, nnreg_compact}
## @end deftypefn

function check_inputs (caller, model, X)
  num_live = columns (model.Weights{1});
  if (! isfield (model, 'Inputs') || num_live == model.NumInputs)
    check_x (caller, 'X', X, num_live);
    return
  end
  check_x (caller, 'X', X, []);
  if (! any (columns (X) == [num_live, model.NumInputs]))
    error ('nnreg:badArgument', ['%s: X must have %s, or only the %d that are ' ...
                                 'model.Inputs, got %d'], caller, ...
           count_text (model.NumInputs, 'column'), num_live, columns (X));
  end
end

%!shared model
%! model = struct ("Weights", {{[1, 2]}}, "Inputs", [2, 4], "NumInputs", 5);
%!test
%! check_inputs ("f", model, 1:5);
%! check_inputs ("f", model, sparse ([7, 8]));
%!error <f: X must have 5 columns, or only the 2 that are model.Inputs, got 3> check_inputs ("f", model, 1:3)
%!error <f: X must have 2 columns, got 5> check_inputs ("f", struct ("Weights", {{[1, 2]}}), 1:5)
