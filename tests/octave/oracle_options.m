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
  [opt.l1, opt.l2, opt.decay] = deal (zeros (1, num_layers));
  for l = find (opt.penalised)
    lambda = of_layer (opt.Lambda, l);
    alpha = of_layer (opt.Alpha, l);
    kind = opt.Penalty;
    if (iscell (kind))
      kind = of_layer (kind, l);
    end
    if (numel (lambda) == 2)
      [opt.l1(l), opt.l2(l)] = deal (lambda(1), lambda(2));
      continue
    end
    switch (kind)
      case "l1"
        opt.l1(l) = lambda;
      case "l2"
        opt.l2(l) = lambda;
      case "elasticnet"
        opt.l1(l) = alpha * lambda;
        opt.l2(l) = (1 - alpha) / 2 * lambda;
      case "decoupled"
        opt.decay(l) = lambda;
    end
  end
end

## What an option says of layer l: one value for all, or one for each.
function value = of_layer (values, l)
  value = values(min (l, numel (values)));
  if (iscell (value))
    value = value{1};
  end
end

%!test
%! opt = struct ("Penalty", "elasticnet", "Lambda", 4, "Alpha", 0.25, ...
%!               "PenalizedLayers", "hidden");
%! opt = oracle_options (opt, 3);
%! assert (opt.l1, [1 1 0]);
%! assert (opt.l2, [1.5 1.5 0]);
%!test
%! opt = struct ("Penalty", {{"l1", "none", "elasticnet", "l2"}}, "Lambda", {{1, 2, [3 4], 5}});
%! opt = oracle_options (opt, 4);
%! assert (opt.l1, [1 0 3 0]);
%! assert (opt.l2, [0 0 4 5]);
