## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## kind = nnr.model.scaling (model)
##
## How the inputs of a model are scaled, as the option Standardize says it: true, false or "range".

function kind = scaling (model)
  kind = ! isempty (model.InputMean);
  if (kind && all (model.InputMean == 0) && all (model.InputScale == model.InputScale(1)))
    kind = 'range';
  end
end

%!assert (nnr.model.scaling (struct ("InputMean", [], "InputScale", [])), false)
%!assert (nnr.model.scaling (struct ("InputMean", [0; 0], "InputScale", [2; 3])), true)
%!assert (nnr.model.scaling (struct ("InputMean", [0; 0], "InputScale", [4; 4])), "range")
