## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.model.penalty (model)
##
## The penalty of the model's weights, summed in double:
##
##   sum_l Lambda1(l) * sum (abs (W_l(:))) + Lambda2(l) * sum (W_l(:) .^ 2)
##   + LambdaGroup * sum (norm (W_1, "columns"))

function value = penalty (model)
  value = 0;
  for l = 1:numel (model.Weights)
    w = double (model.Weights{l}(:));
    value += model.Lambda1(l) * sum (abs (w)) + model.Lambda2(l) * sum (w .^ 2);
  end
  value += model.LambdaGroup * sum (norm (double (model.Weights{1}), 'columns'));
end

%!shared model
%! model.Weights = {single([1, -2; 2, 0]), [3, -1]};
%! model.LambdaGroup = 0;
%!test
%! [model.Lambda1, model.Lambda2] = deal ([0.5, 2], [0, 0]);
%! assert (nnr.model.penalty (model), 0.5 * 5 + 2 * 4);
%!test
%! [model.Lambda1, model.Lambda2] = deal ([0, 1], [0.1, 3]);
%! assert (nnr.model.penalty (model), 0.1 * 9 + 4 + 3 * 10, 1e-14);
%!test
%! [model.Lambda1, model.Lambda2] = deal ([0, 0], [0, 0]);
%! model.LambdaGroup = 0.5;
%! assert (nnr.model.penalty (model), 0.5 * (sqrt (5) + 2), 1e-14);
