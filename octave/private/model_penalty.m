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
## @deftypefn {Private Function} {@var{value} =} model_penalty (@var{model})
## The penalty of the weights of @var{model}, summed in double:
##
## @example
## sum_l Lambda1(l) * sum (abs (W_l(:))) + Lambda2(l) * sum (W_l(:) .^ 2)
## + LambdaGroup * sum (norm (W_1, "columns"))
## @end example
## @seealso{nnreg_evaluate}
## @end deftypefn

function value = model_penalty (model)
  value = 0;
  for l = 1:numel (model.Weights)
    w = double (model.Weights{l}(:));
    value += model.Lambda1(l) * sum (abs (w)) + model.Lambda2(l) * sum (w .^ 2);
  end
  if (isfield (model, 'LambdaGroup'))
    value += model.LambdaGroup * sum (norm (double (model.Weights{1}), 'columns'));
  end
end

%!shared model
%! model.Weights = {single([1, -2; 2, 0]), [3, -1]};
%! model.Settings.Penalty = "l1";
%!test
%! [model.Lambda1, model.Lambda2] = deal ([0.5, 2], [0, 0]);
%! assert (model_penalty (model), 0.5 * 5 + 2 * 4);
%!test
%! [model.Lambda1, model.Lambda2] = deal ([0, 1], [0.1, 3]);
%! assert (model_penalty (model), 0.1 * 9 + 4 + 3 * 10, 1e-14);
%!test
%! [model.Lambda1, model.Lambda2] = deal ([0, 0], [0, 0]);
%! model.LambdaGroup = 0.5;
%! assert (model_penalty (model), 0.5 * (sqrt (5) + 2), 1e-14);
