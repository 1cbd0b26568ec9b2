## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.sparsify.shrink (model)
##
## The MODEL without its dead inputs and units, if it is clearly smaller then: a training that keeps
## the zeros ends alike, but sooner.

function model = shrink (model)
  small = nnr.model.compact (model);
  count = @(m) sum (cellfun (@numel, m.Weights));
  if (count (small) < 0.7 * count (model))
    model = small;
  end
end

%!test
%! m = struct ("Weights", {{[1, 0; 0, 0], [3, 0]}}, "Biases", {{[1; 2], 5}}, "InputMean", [], ...
%!             "Activations", {{"relu"}}, "LayerSizes", 2);
%! small = nnr.sparsify.shrink (m);
%! assert ({small.Weights, small.Inputs, small.LayerSizes}, {{1, 3}, 1, 1});
%! m.Weights = {[1, 1; 1, 1], [3, 2]};
%! assert (nnr.sparsify.shrink (m), m);
