## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## opt = oracle_options (opt, num_layers)
##
## The options of nnreg_fit that define the mathematics, with defaults, for a network of num_layers
## layers. In the result Activations is a cell with a name for each hidden layer, and l1, l2, decay
## and penalised have an element for each layer.

function opt = oracle_options (opt, num_layers)
  defaults = struct ("Task", "classification", "Activations", "relu", ...
                     "Penalty", "none", "Lambda", 0, "Alpha", 0.5, ...
                     "L1Method", "proximal", "PenalizedLayers", "all", ...
                     "Epochs", 1, "BatchSize", 128, "LearnRate", 1e-3, ...
                     "Weights", [], "ClassWeights", []);
  for name = fieldnames (defaults).'
    if (! isfield (opt, name{1}))
      opt.(name{1}) = defaults.(name{1});
    end
  end
  if (ischar (opt.Activations))
    opt.Activations = repmat ({opt.Activations}, 1, num_layers - 1);
  elseif (isscalar (opt.Activations))
    opt.Activations = repmat (opt.Activations, 1, num_layers - 1);
  end
  opt = layer_lambdas (opt, num_layers);
end

## The factors of ||W_l||_1, ||W_l||_F^2 and of the decoupled decay, a row each.
function opt = layer_lambdas (opt, num_layers)
  opt.penalised = false (1, num_layers);
  if (isnumeric (opt.PenalizedLayers))
    opt.penalised(opt.PenalizedLayers) = true;
  elseif (strcmp (opt.PenalizedLayers, "hidden"))
    opt.penalised(1:(num_layers - 1)) = true;
  else
    opt.penalised(:) = true;
  end
  lambda = opt.Lambda(:).' .* opt.penalised;
  [opt.l1, opt.l2, opt.decay] = deal (zeros (1, num_layers));
  switch (opt.Penalty)
    case "l1"
      opt.l1 = lambda;
    case "l2"
      opt.l2 = lambda;
    case "elasticnet"
      opt.l1 = opt.Alpha * lambda;
      opt.l2 = (1 - opt.Alpha) / 2 * lambda;
    case "decoupled"
      opt.decay = lambda;
  end
end

%!test
%! opt = struct ("Penalty", "elasticnet", "Lambda", 4, "Alpha", 0.25, ...
%!               "PenalizedLayers", "hidden");
%! opt = oracle_options (opt, 3);
%! assert (opt.l1, [1 1 0]);
%! assert (opt.l2, [1.5 1.5 0]);
