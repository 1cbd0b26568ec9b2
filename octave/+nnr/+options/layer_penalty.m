## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## p = nnr.options.layer_penalty (s, num_layers)
## p = nnr.options.layer_penalty (s, num_layers, columns)
##
## The penalty of the settings S for each of NUM_LAYERS layers: a struct with the rows Lambda1,
## Lambda2 and Decay, the number Group (nnr.options.penalties says what they mean), L1Method, and
## what PenaltyFactor and Groups say about the inputs, which are these COLUMNS of X ([]: all):
##
##   Factors       of each input; [] if all are 1
##   GroupStarts, GroupInputs, GroupWeights   the inputs of group g, from 0, are
##                 GroupInputs(GroupStarts(g) + 1:GroupStarts(g + 1)); [] if each is a group

function p = layer_penalty (s, num_layers, columns)
  none = zeros (1, num_layers);
  p = struct ('Lambda1', none, 'Lambda2', none, 'Decay', none, 'L1Method', s.L1Method, ...
              'Group', 0, 'Factors', [], 'GroupStarts', [], 'GroupInputs', [], 'GroupWeights', []);
  layers = penalized_layers (s.PenalizedLayers, num_layers);
  lambda = layer_lambda (s, num_layers);
  if (isempty (layers) && ! is_without (s))
    error ('nnreg:badArgument', ['PenalizedLayers is "hidden", but there is no hidden layer ' ...
                                 'for the penalty %s'], names_of (s.Penalty));
  end
  p = fill (p, s, layers, lambda);
  if (nargin < 3)
    columns = [];
  end
  if (any (s.PenaltyFactor != 1) || ! isempty (s.Groups))
    u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
    p = by_inputs (p, s, columns, u.ByInput);
  end
end

## Each penalty fills in the terms of the layers that have it.
function p = fill (p, s, layers, lambda)
  num_layers = numel (lambda);
  kinds = cellstr (s.Penalty)(:).';
  names = cell (1, num_layers);
  names(:) = kinds;
  alpha = s.Alpha(:).' + zeros (1, num_layers);
  t = nnr.options.penalties ();
  if (! isscalar (kinds))
    kinds = unique (kinds);
  end
  for name = kinds
    with_it = layers(strcmp (names(layers), name{1}));
    if (! isempty (with_it))
      p = t.(name{1}).Fill (p, with_it, lambda, alpha);
    end
  end
end

function p = by_inputs (p, s, columns, grouped)
  inputs = nnr.model.input_penalty (s, 0, columns);
  if (any (inputs.Factors != 1))
    p.Factors = inputs.Factors;
  end
  num_groups = rows (inputs.Weights);
  if (grouped && num_groups < numel (s.Groups))
    [number, order] = sort (inputs.Group);
    order(number == 0) = [];
    p.GroupInputs = uint32 (order - 1);
    sizes = accumarray (number(number > 0), 1, [num_groups, 1]);
    p.GroupStarts = uint32 ([0; cumsum(sizes)]);
    p.GroupWeights = inputs.Weights;
  end
end

## Lambda, one number for each layer. It is required with a penalty and only then.
function lambda = layer_lambda (s, num_layers)
  lambda = zeros (1, num_layers);
  absent = nnr.args.is_none (s.Lambda);
  if (is_without (s))
    check_unused (s.Lambda, absent);
    return;
  elseif (absent)
    error ('nnreg:badArgument', ['Lambda is missing: the penalty %s needs a number, such as ' ...
                                 '"Lambda", 1e-3; nnreg_path tries many'], names_of (s.Penalty));
  end
  fits = isnumeric (s.Lambda) && isreal (s.Lambda) ...
         && any (numel (s.Lambda) == [1, num_layers]) ...
         && isvector (s.Lambda) && all (s.Lambda(:) >= 0 & s.Lambda(:) < Inf);
  if (! fits)
    error ('nnreg:badArgument', ...
           'Lambda must be a nonnegative number, or one for each of the %s, got %s', ...
           nnr.words.count_text (num_layers, 'layer'), nnr.words.show_value (s.Lambda));
  end
  lambda(:) = double (full (s.Lambda));
end

function yes = is_without (s)
  yes = ischar (s.Penalty) && strcmp (s.Penalty, 'none');
end

## "l1", or "l1", "none" of layers.
function text = names_of (penalty)
  text = ['"', strjoin(cellstr (penalty)(:).', '", "'), '"'];
end

function check_unused (lambda, absent)
  if (! (absent || (isnumeric (lambda) && all (lambda(:) == 0))))
    if (ischar (lambda))
      error ('nnreg:badArgument', 'Lambda must be a nonnegative number, got %s', ...
             nnr.words.show_value (lambda));
    end
    error ('nnreg:badArgument', ['Lambda is %s without a Penalty; give one, such as ' ...
                                 '"Penalty", "l1", "l2" or "elasticnet"'], ...
           nnr.words.show_value (lambda));
  end
end

function layers = penalized_layers (wanted, num_layers)
  if (ischar (wanted))
    wanted = nnr.args.check_choice ('PenalizedLayers', wanted, {'all', 'hidden'});
    layers = 1:num_layers;
    if (strcmp (wanted, 'hidden'))
      layers = 1:num_layers - 1;
    end
    return;
  end
  ok = isnumeric (wanted) && isreal (wanted) && isvector (wanted);
  if (ok)
    layers = double (full (wanted(:).'));
    ok = all (layers >= 1 & layers <= num_layers & layers == fix (layers));
  end
  if (! ok)
    error ('nnreg:badArgument', ['PenalizedLayers must be "all", "hidden" or numbers of layers ' ...
                                 'from 1 to %d, got %s'], num_layers, ...
           nnr.words.show_value (wanted));
  end
end
