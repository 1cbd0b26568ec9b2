## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [numbers, count] = nnr.model.inputs (model)
##
## The columns of X that the model reads (a row), and the number of columns of X.

function [numbers, count] = inputs (model)
  count = columns (model.Weights{1});
  numbers = 1:count;
  if (isfield (model, 'Inputs'))
    [numbers, count] = deal (model.Inputs, model.NumInputs);
  end
end

%!test
%! model = struct ("Weights", {{[1, 2]}});
%! [numbers, count] = nnr.model.inputs (model);
%! assert ({numbers, count}, {1:2, 2});
%! [model.Inputs, model.NumInputs] = deal ([2, 4], 5);
%! [numbers, count] = nnr.model.inputs (model);
%! assert ({numbers, count}, {[2, 4], 5});
