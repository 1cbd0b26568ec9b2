## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [W, names, named] = nnr.plot.first_layer (model, toolkit)
##
## The first layer's weights as double, with a column for each column of X (zeros for inputs that
## nnreg_compact removed), the names of these columns, and whether the user gave them.

function [W, names, named] = first_layer (model, toolkit)
  [numbers, num_inputs] = nnr.model.inputs (model);
  W = nnr.model.all_columns (double (model.Weights{1}), numbers, num_inputs);
  [names, named] = nnr.model.column_names (model);
  if (named)
    names = nnr.plot.picture_texts (names, toolkit);
  end
end
