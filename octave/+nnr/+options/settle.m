## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.options.settle (s)
## s = nnr.options.settle (s, given)
##
## Checks the options of nnreg_fit whose check or default depends on other options. The others must
## have been checked before (nnr.options.check). What else the number of rows decides is left to
## nnr.options.for_rows. GIVEN has the names of the options that may differ from their defaults, by
## default all.

function s = settle (s, given)
  if (nargin < 2)
    given = nnr.options.names ('fit');
  end
  if (isempty (s.LayerSizes) && ! any (strcmp (given, 'Activations')))
    s.Activations = cell (1, 0);
  else
    s.Activations = layer_activations (s.Activations, numel (s.LayerSizes));
  end
  s.Loss = loss (s);
  if (strcmp (s.Penalty, 'auto'))
    [s.Penalty, s.Lambda] = default_penalty (s);
  end
  s = settle_penalty (s);
  s.Solver = solver (s, given);
  exact = ! strcmp (s.Solver, 'adam');
  if (nnr.args.is_none (s.Epochs))
    s.Epochs = merge (exact, 1000, []);
  else
    s.Epochs = nnr.args.check_scalar ('Epochs', s.Epochs, 'positive integer');
    nnr.args.check_at_most ('Epochs', s.Epochs, 1e7);
  end
  s.Keep = choice_or ('Keep', s.Keep, {'best', 'last'}, 1 + (exact && isempty (s.LayerSizes)));
  s.Precision = choice_or ('Precision', s.Precision, {'single', 'double'}, 1 + exact);
  if (any (strcmp (given, 'Epsilon')))
    nnr.args.check_not_lost ('Epsilon', s.Epsilon, s.Precision);
  end
  check_validation (s);
  counts = [numel(s.PenaltyFactor), numel(s.Groups)];
  if (all (counts > 0) && counts(1) != counts(2))
    error ('nnreg:badArgument', 'PenaltyFactor has %s, Groups %d', ...
           nnr.words.count_text (counts(1), 'input'), counts(2));
  end
  if (s.KeepZeros && isempty (s.LayerSizes) && isempty (s.InitialModel))
    error ('nnreg:badArgument', ['KeepZeros of a linear model needs an InitialModel: without ' ...
                                 'one all weights start at zero']);
  end
end

function name = loss (s)
  usual = nnr.options.usual_loss (s.Task);
  name = s.Loss;
  if (strcmp (name, 'auto'))
    name = usual;
  elseif (strcmp (name, 'crossentropy') != strcmp (usual, 'crossentropy'))
    error ('nnreg:badArgument', 'the Loss "%s" has no place in a %s; %s', name, s.Task, ...
           merge (strcmp (name, 'crossentropy'), 'it takes "mse", "huber" or "mae"', ...
                  'give "Task", "regression"'));
  end
end

## A Lambda alone is that of L2, as in other programs, unless another option asks which penalty is
## meant. A new network has a small one, unless another option of penalties says what is wanted.
function [kind, lambda] = default_penalty (s)
  [kind, lambda] = deal ('none', s.Lambda);
  if (nnr.options.are_defaults (s, {'Groups', 'Alpha', 'L1Method'}) && is_strength (lambda))
    kind = 'l2';
    return
  end
  names = {'Lambda', 'PenalizedLayers', 'PenaltyFactor', 'Groups', 'Alpha', 'L1Method', ...
           'InitialModel', 'KeepZeros'};
  by_adam = ischar (s.Solver) && any (strcmpi (s.Solver, {'auto', 'adam'}));
  if (! isempty (s.LayerSizes) && by_adam && all (nnr.options.are_defaults (s, names)))
    [kind, lambda] = deal ('l2', 'auto');
  end
end

## Whether LAMBDA has numbers of which one is positive, or is a function of the epoch. A pair is
## that of another penalty.
function yes = is_strength (lambda)
  yes = is_function_handle (lambda);
  if (iscell (lambda))
    yes = ! isempty (lambda) && all (cellfun ('numel', lambda(:)) == 1) ...
          && all (cellfun (@isnumeric, lambda(:))) && any ([lambda{:}] != 0);
  elseif (isnumeric (lambda))
    yes = any (lambda(:) != 0);
  end
end

## Penalty is a name if all layers have the same, Alpha a number, Lambda not a cell.
function s = settle_penalty (s)
  num_layers = numel (s.LayerSizes) + 1;
  if (iscell (s.Penalty))
    check_layers ('Penalty', 'a name', s.Penalty, num_layers);
    if (isscalar (unique (s.Penalty)))
      s.Penalty = s.Penalty{1};
    end
  end
  s.Alpha = alpha (s.Alpha, s.Penalty, num_layers);
  if (iscell (s.Lambda))
    [s.Lambda, s.Alpha] = lambda_of_cell (s, num_layers);
  end
  if (all (s.Alpha == s.Alpha(1)))
    s.Alpha = s.Alpha(1);
  end
end

function check_layers (name, what, values, num_layers)
  if (! any (numel (values) == [1, num_layers]))
    where = ' for a single layer';
    if (num_layers > 1)
      where = sprintf (', or one for each of the %d layers', num_layers);
    end
    error ('nnreg:badArgument', '%s must be %s%s, got %d', name, what, where, numel (values));
  end
end

function value = alpha (value, penalty, num_layers)
  if (strcmp (value, 'auto'))
    t = nnr.options.penalties ();
    value = [];
    for name = cellstr (penalty)(:).'
      own = [t.(name{1}).Alpha, 0.5];   # a penalty without it has an empty one
      value(end + 1) = own(1);
    end
  elseif (isnumeric (value) && isvector (value) && ! isscalar (value))
    check_layers ('Alpha', 'a number', value, num_layers);
    value = arrayfun (@(v) nnr.args.check_scalar ('Alpha', v, 'number from 0 to 1'), value(:).');
  else
    value = nnr.args.check_scalar ('Alpha', value, 'number from 0 to 1');
  end
end

## A cell has numbers, or for "elasticnet" pairs [lambda1, lambda2]: Alpha Lambda = lambda1 and
## (1 - Alpha) / 2 Lambda = lambda2.
function [lambda, alpha] = lambda_of_cell (s, num_layers)
  check_layers ('Lambda', 'a number', s.Lambda, num_layers);
  pair = find (cellfun (@(v) numel (v) == 2 && any (v(:) != 0), s.Lambda(:)), 1);
  if (strcmp (s.Penalty, 'none') && ! isempty (pair))
    error ('nnreg:badArgument', ['Lambda{%d} is the pair %s, which belongs to "Penalty", ' ...
                                 '"elasticnet"'], pair, nnr.words.show_value (s.Lambda{pair}));
  end
  names = cellstr (s.Penalty);
  [cells, alpha] = deal (s.Lambda(:).', s.Alpha);
  if (! all (cellfun (@isscalar, {names, cells, alpha})))
    [names, cells] = deal (repmat (names, 1, num_layers / numel (names)), ...
                           repmat (cells, 1, num_layers / numel (cells)));
    alpha = alpha(:).' + zeros (1, num_layers);
  end
  lambda = zeros (size (cells));
  for l = 1:numel (cells)
    value = cells{l};
    ok = isnumeric (value) && isreal (value) && any (numel (value) == [1, 2]) ...
         && all (value(:) >= 0 & value(:) < Inf);
    if (! ok)
      error ('nnreg:badArgument', ['Lambda{%d} must be a nonnegative number, or a pair ' ...
                                   '[lambda1, lambda2] of the penalty "elasticnet", got %s'], l, ...
             nnr.words.show_value (value));
    elseif (isscalar (value))
      lambda(l) = value;
      continue
    elseif (! any (strcmp (names{l}, {'elasticnet', 'none'})))
      error ('nnreg:badArgument', ['Lambda{%d} is the pair %s, which the penalty "elasticnet" ' ...
                                   'takes, but the penalty is "%s"'], l, ...
             nnr.words.show_value (value), names{l});
    end
    value = double (full (value));
    lambda(l) = value(1) + 2 * value(2);
    if (lambda(l) > 0)
      alpha(l) = value(1) / lambda(l);
    end
  end
end

## "auto" is an exact solver for a linear model, unless an option asks for what only Adam has: the
## one made for it if there is a penalty and nothing that needs epochs or a start, else "fista".
function name = solver (s, given)
  name = s.Solver;
  if (! (ischar (name) && strcmp (name, 'auto')))
    core = nnr.core.names ();
    name = nnr.args.check_choice ('Solver', name, [{'auto'}, core.Solvers, {'coordinate'}]);
  end
  changes = is_function_handle (s.Lambda) || needs_adam (s.Penalty);
  subgradient = strcmp (s.L1Method, 'subgradient');
  has_kinks = strcmp (s.Loss, 'mae');
  exact = any (strcmp (name, {'fista', 'coordinate'}));
  if (exact && changes)
    error ('nnreg:badArgument', ['a "decoupled" penalty and a Lambda that changes belong to ' ...
                                 '"Solver", "adam"']);
  elseif (exact && subgradient)
    error ('nnreg:badArgument', 'the L1Method "subgradient" belongs to "Solver", "adam"');
  elseif (exact && has_kinks)
    error ('nnreg:badArgument', ['the Loss "mae" has a kink, so it belongs to "Solver", ' ...
                                 '"adam"; "huber" with a small HuberDelta is nearly the same']);
  elseif (strcmp (name, 'auto'))
    name = 'adam';
    if (isempty (s.LayerSizes) && ! (changes || subgradient || has_kinks || tunes_adam (s, given)))
      name = merge (isempty (unfit_for_coordinate (s)), 'coordinate', 'fista');
    end
  elseif (strcmp (name, 'coordinate'))
    fault = unfit_for_coordinate (s);
    if (! isempty (fault))
      error ('nnreg:badArgument', 'the Solver "coordinate" %s', fault);
    end
  end
end

function yes = needs_adam (penalties)
  yes = false;
  t = nnr.options.penalties ();
  for name = cellstr (penalties)(:).'
    yes = yes || strcmp (t.(name{1}).Solver, 'adam');
  end
end

## Why the solver "coordinate" cannot be used, or ''. It has no epochs, so nothing that is done
## after each of them, and no start.
function text = unfit_for_coordinate (s)
  of_epochs = {'Epochs', 'Patience', 'OutputFcn', 'Profile', 'CheckpointFile', 'InitialModel', ...
               'KeepZeros'};
  is_given = [! nnr.args.is_none(s.Epochs), s.Patience != Inf, ! isempty(s.OutputFcn), ...
              s.Profile, ! isempty(s.CheckpointFile), ! nnr.args.is_none(s.InitialModel), ...
              s.KeepZeros];
  text = '';
  if (! isempty (s.LayerSizes))
    text = 'is for linear models, but LayerSizes is not []';
  elseif (nnr.targets.is_robust (s))
    text = sprintf ('minimises the squared error, but Loss is "%s"', s.Loss);
  elseif (ischar (s.Penalty) && strcmp (s.Penalty, 'none'))
    text = 'needs a penalty, but Penalty is "none"';
  elseif (! (isnumeric (s.Lambda) && all (s.Lambda(:) > 0)))
    text = sprintf ('needs a positive Lambda, got %s', nnr.words.show_value (s.Lambda));
  elseif (any (is_given))
    given = of_epochs(is_given);
    text = sprintf ('has no epochs and no start, but %s is given', given{1});
  end
end

## An option that only Adam uses has another value than its default.
function tunes = tunes_adam (s, given)
  names = nnr.options.names_among (given, 'adam');
  tunes = ! (isempty (names) || all (nnr.options.are_defaults (s, names)));
end

## [] is the choice of this NUMBER.
function value = choice_or (name, value, choices, number)
  if (nnr.args.is_none (value))
    value = choices{number};
  else
    value = nnr.args.check_choice (name, value, choices);
  end
end

## Activations as a row cell with a name for each hidden layer.
function names = layer_activations (names, num_hidden)
  table = nnr.model.activations ();
  choices = {table.Name};
  if (! iscell (names))
    name = nnr.args.check_choice ('Activations', names, choices);
    names = cell (1, num_hidden);
    names(:) = {name};
    return;
  end
  names = names(:).';
  if (isscalar (names))
    names = repmat (names, 1, num_hidden);
  end
  if (numel (names) != num_hidden)
    error ('nnreg:badArgument', ...
           'Activations must be one name, or one for each of the %s, got %s', ...
           nnr.words.count_text (num_hidden, 'hidden layer'), nnr.words.show_value (names));
  end
  for l = 1:num_hidden
    names{l} = nnr.args.check_choice ('Activations', names{l}, choices);
  end
end

function check_validation (s)
  given = ! nnr.args.is_none (s.ValidationData);
  if (given && ! (iscell (s.ValidationData) ...
                  && any (numel (s.ValidationData) == [2, 3])))
    error ('nnreg:badArgument', ...
           'ValidationData must be a cell {X, y} or {X, y, weights}, got %s', ...
           nnr.words.show_value (s.ValidationData));
  elseif (given && s.ValidationFraction > 0)
    error ('nnreg:badArgument', 'give ValidationData or ValidationFraction, not both');
  elseif (isfinite (s.Patience) && ! given && s.ValidationFraction == 0)
    error ('nnreg:badArgument', ['Patience needs validation data: give ' ...
                                 'ValidationData or ValidationFraction']);
  end
end
