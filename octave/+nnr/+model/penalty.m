## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.model.penalty (model)
##
## The penalty of the model's weights, summed in double:
##
##   sum_l Lambda1(l) * sum (abs (W_l(:))) + Lambda2(l) * sum (W_l(:) .^ 2)
##   + LambdaGroup * sum (norm (W_1, "columns"))
##
## with the PenaltyFactor of each input for the columns of W_1, and their Groups
## (nnr.model.input_penalty).

function value = penalty (model)
  p = by_input (model);
  enters = p.Group > 0;
  first = double (model.Weights{1}(:,enters));
  f = p.Factors(enters).';
  value = model.Lambda1(1) * sum ((f .* abs (first))(:)) ...
          + model.Lambda2(1) * sum ((f .* first .^ 2)(:));
  for l = 2:numel (model.Weights)
    w = double (model.Weights{l}(:));
    value += model.Lambda1(l) * sum (abs (w)) + model.Lambda2(l) * sum (w .^ 2);
  end
  value += model.LambdaGroup * group_norms (first, p.Group(enters), p.Weights);
end

## The sum of the groups' norms times their weights.
function value = group_norms (W, group, weights)
  norms = norm (W, 'columns').';
  if (numel (unique (group)) == numel (group))
    value = sum (weights(group) .* norms);
  else
    value = sum (weights .* sqrt (accumarray (group, norms .^ 2, size (weights))));
  end
end

function p = by_input (model)
  s = model.Settings;
  for name = {'PenaltyFactor', 'Groups'}
    if (! isfield (s, name{1}))
      s.(name{1}) = [];         # of an older nnreg
    end
  end
  numbers = [];
  if (isfield (model, 'Inputs'))
    numbers = model.Inputs;
  end
  p = nnr.model.input_penalty (s, columns (model.Weights{1}), numbers);
end

%!shared model
%! model.Weights = {single([1, -2; 2, 0]), [3, -1]};
%! model.LambdaGroup = 0;
%! model.Settings = struct ();
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
%!test # factors and groups, also of a compacted model
%! model.Weights{1} = [1, -2, 3, 4; 2, 0, 1, 9];
%! model.Settings = struct ("PenaltyFactor", [2; 0.5; 2; Inf], "Groups", [1; 2; 1; 1]);
%! [model.Lambda1, model.Lambda2, model.LambdaGroup] = deal ([0.1, 0], [0.2, 0], 0.3);
%! want = 0.1 * (2 * 7 + 0.5 * 2) + 0.2 * (2 * 15 + 0.5 * 4) ...
%!        + 0.3 * (2 * sqrt (2) * sqrt (15) + 0.5 * 2);
%! assert (nnr.model.penalty (model), want, 1e-14);
%! [model.Weights{1}, model.Inputs] = deal (model.Weights{1}(:,[2, 1]), [2, 1]);
%! want = 0.1 * (2 * 3 + 0.5 * 2) + 0.2 * (2 * 5 + 0.5 * 4) + 0.3 * (2 * sqrt (2 * 5) + 0.5 * 2);
%! assert (nnr.model.penalty (model), want, 1e-14);
