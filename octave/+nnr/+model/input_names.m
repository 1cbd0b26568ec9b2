## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.model.input_names (model, numbers)
##
## The model's FeatureNames of the columns NUMBERS of X: a cell row, empty if the model has none.

function names = input_names (model, numbers)
  names = {};
  if (! isempty (model.FeatureNames))
    names = model.FeatureNames(numbers);
  end
end

%!assert (nnr.model.input_names (struct ("FeatureNames", {{"a", "b"}}), [2, 1]), {"b", "a"})
%!assert (nnr.model.input_names (struct ("FeatureNames", {{}}), 1), {})
