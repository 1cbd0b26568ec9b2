## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.check_inputs (model, X)
##
## Raises an error unless X has the columns that the model was fitted on. For a model of
## nnreg_compact, X may also have only the live columns.

function check_inputs (model, X)
  num_live = columns (model.Weights{1});
  if (! isfield (model, 'Inputs') || num_live == model.NumInputs)
    nnr.data.check ('X', X, num_live);
    return
  end
  nnr.data.check ('X', X, []);
  if (! any (columns (X) == [num_live, model.NumInputs]))
    error ('nnreg:badArgument', 'X must have %s, or only the %d that are model.Inputs, got %d', ...
           nnr.words.count_text (model.NumInputs, 'column'), num_live, columns (X));
  end
end

%!shared model
%! model = struct ("Weights", {{[1, 2]}}, "Inputs", [2, 4], "NumInputs", 5);
%!test
%! nnr.model.check_inputs (model, 1:5);
%! nnr.model.check_inputs (model, sparse ([7, 8]));
%!error <X must have 5 columns, or only the 2 that are model.Inputs, got 3>
%! nnr.model.check_inputs (model, 1:3)
%!error <X must have 2 columns, got 5> nnr.model.check_inputs (struct ("Weights", {{[1, 2]}}), 1:5)
