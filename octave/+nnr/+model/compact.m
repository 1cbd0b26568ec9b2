## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## small = nnr.model.compact (model)
##
## The model without dead inputs and units. The help of nnreg_compact describes it.

function small = compact (model)
  [live, varies] = nnr.model.live_parts (model.Weights);
  small = model;
  biases = fold_constants (model, varies);
  kept = cellfun (@at_least_one, live, 'UniformOutput', false);
  for l = 1:numel (model.Weights)
    small.Weights{l} = model.Weights{l}(kept{l + 1},kept{l});
    small.Weights{l}(! live{l + 1}(kept{l + 1}),:) = 0;
    small.Weights{l}(:,! live{l}(kept{l})) = 0;
    small.Biases{l} = cast (biases{l}(kept{l + 1}), class (model.Biases{l}));
  end
  small.LayerSizes = cellfun ('rows', small.Weights(1:end - 1));
  [inputs, small.NumInputs] = nnr.model.inputs (model);
  small.Inputs = inputs(kept{1});
  if (! isempty (small.InputMean))
    small.InputMean = small.InputMean(kept{1});
    small.InputScale = small.InputScale(kept{1});
  end
end

## The live parts; if there is none, the first part.
function kept = at_least_one (live)
  kept = live;
  kept(1) = live(1) || ! any (live);
end

## The biases, plus the outputs of constant units times their weights.
function biases = fold_constants (model, varies)
  table = nnr.model.activations ();
  biases = cell (size (model.Biases));
  constants = zeros (size (varies{1}));
  for l = 1:numel (biases)
    biases{l} = double (model.Biases{l}) + double (model.Weights{l}) * constants;
    if (l < numel (biases))
      activate = table(strcmp (model.Activations{l}, {table.Name})).Fcn;
      constants = activate (biases{l});
      constants(varies{l + 1}) = 0;
    end
  end
end
