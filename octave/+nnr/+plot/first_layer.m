## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [W, names, named] = nnr.plot.first_layer (model, toolkit)
##
## The first layer's weights as double, with a column for each column of X (zeros where
## nnreg_compact has taken the input out), names of these, and whether the user gave them.

function [W, names, named] = first_layer (model, toolkit)
  W = double (model.Weights{1});
  if (isfield (model, 'Inputs'))
    part = W;
    W = zeros (rows (part), model.NumInputs);
    W(:,model.Inputs) = part;
  end
  names = nnr.model.input_names (model, 1:columns (W));
  named = ! isempty (names);
  if (! named)
    names = arrayfun (@(j) sprintf ('input %d', j), 1:columns (W), 'UniformOutput', false);
  end
  names = cellfun (@(name) nnr.words.cut_text (name, 16), ...
                   nnr.plot.picture_texts (names, toolkit), ...
                   'UniformOutput', false);
end
