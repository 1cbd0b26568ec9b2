## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [p, s, names] = nnr.path.settings (args, num_samples)
##
## The options of a path, checked: p has those of its own (NumLambda, LambdaRatio, Lambda, CV,
## Score, MaxFeatures, Relax, WarmEpochs, OutputFcn, CheckpointFile), and Caller, Eliminates and
## Falls (whether inputs are dropped step by step, and if not, whether lambda falls or rises); s
## those of its trainings, without a Lambda; names says which options were given.

function [p, s, names] = settings (args, num_samples)
  own = struct ('NumLambda', [], 'LambdaRatio', [], 'CV', 5, 'Score', 'auto', ...
                'MaxFeatures', Inf, 'Relax', [], 'WarmEpochs', [], 'Method', 'auto');
  defaults = nnr.options.defaults ();
  defaults.Penalty = 'l1';
  [defaults.Standardize, defaults.Keep] = deal ([], 'last');
  for name = fieldnames (own).'
    defaults.(name{1}) = own.(name{1});
  end
  [given, names] = nnr.args.parse_options (defaults, args);
  refuse_what_has_no_place (given);
  p = struct ('Lambda', given_lambda (given.Lambda), ...
              'OutputFcn', {given.OutputFcn});
  for name = fieldnames (own).'
    p.(name{1}) = given.(name{1});
  end
  [given.Lambda, given.OutputFcn] = deal (1, []);
  standardize = given.Standardize;
  given.Standardize = ! isempty (standardize) && standardize;
  s = nnr.options.settings ({rmfield(given, fieldnames (own))});
  [p.CheckpointFile, s.CheckpointFile] = deal (s.CheckpointFile, '');
  p = path_kind (p, s);
  s.Standardize = standardised (standardize, p, s);
  if (! p.Falls && isnumeric (given.Epochs) && isempty (given.Epochs))
    ## Measured: about 800 steps find the inputs that matter, more overfit.
    steps = ceil (num_samples / s.BatchSize);
    if (strcmp (s.Solver, 'fista'))
      steps = 50;
    end
    s.Epochs = max (10, ceil (800 / steps));
  end
  p = check_own (p, s);
end

## Inputs compete on one scale where they are chosen between.
function yes = standardised (yes, p, s)
  if (isnumeric (yes) && isempty (yes))
    yes = isempty (s.LayerSizes) || p.Eliminates || strcmp (s.Penalty, 'group');
  end
  yes = nnr.args.check_scalar ('Standardize', yes, 'logical');
end

function refuse_what_has_no_place (given)
  plain = nnr.options.defaults ();
  plain.Keep = 'last';
  names = {'ValidationData', 'ValidationFraction', 'Patience', 'Keep', 'InitialModel', ...
           'Profile'};
  for name = names
    if (! isequal (given.(name{1}), plain.(name{1})))
      error ('nnreg:badArgument', ['%s has no place in a path, which validates on its ' ...
                                   'folds and starts each training from the one before'], name{1});
    end
  end
  if (ischar (given.Penalty) && any (strcmpi (given.Penalty, {'none', 'decoupled'})))
    error ('nnreg:badArgument', ['Penalty must be "l1", "l2", "elasticnet" or "group", ' ...
                                 'got "%s"'], given.Penalty);
  end
end

## The lambdas of the user, or empty.
function lambda = given_lambda (lambda)
  ok = isnumeric (lambda) && isreal (lambda) && (isempty (lambda) || isvector (lambda)) ...
       && all (lambda(:) > 0 & lambda(:) < Inf);
  if (! ok)
    error ('nnreg:badArgument', ['Lambda must be a vector of positive numbers, or left ' ...
                                 'out, got %s'], nnr.words.show_value (lambda));
  end
  lambda = unique (double (full (lambda(:).')));
end

## What the path changes from point to point.
function p = path_kind (p, s)
  deep = ! isempty (s.LayerSizes);
  method = nnr.args.check_choice ('Method', p.Method, {'auto', 'lambda', 'elimination'});
  can = deep && strcmp (s.Penalty, 'group');
  if (strcmp (method, 'elimination') && ! can)
    error ('nnreg:badArgument', ['the Method "elimination" needs hidden layers and the ' ...
                                 'penalty "group"']);
  end
  p.Eliminates = can && ! strcmp (method, 'lambda');
  p.Falls = strcmp (s.Solver, 'fista') && ! deep;
  if (p.Falls && s.KeepZeros)
    error ('nnreg:badArgument', ['KeepZeros has no place in a path that begins where all ' ...
                                 'weights are zero, as that of a linear model does']);
  elseif (p.Eliminates && numel (p.Lambda) > 1)
    error ('nnreg:badArgument', ['the Method "elimination" trains with one Lambda, got ' ...
                                 '%s; "Method", "lambda" takes a list'], nnr.words.show_value (p.Lambda));
  end
end

function p = check_own (p, s)
  p.NumLambda = default_or ('NumLambda', p.NumLambda, 'positive integer', ...
                            merge (isempty (s.LayerSizes), 100, 20));
  nnr.args.check_at_most ('NumLambda', p.NumLambda, 1e4);
  p.LambdaRatio = default_or ('LambdaRatio', p.LambdaRatio, 'positive number', NaN);
  if (p.LambdaRatio >= 1)
    error ('nnreg:badArgument', 'LambdaRatio must be below 1, got %g', p.LambdaRatio);
  end
  p.MaxFeatures = nnr.args.check_scalar ('MaxFeatures', p.MaxFeatures, 'positive integer or Inf');
  p.Relax = default_or ('Relax', p.Relax, 'logical', p.Eliminates);
  if (p.Eliminates && ! p.Relax)
    error ('nnreg:badArgument', ['the Method "elimination" scores relaxed refits; Relax ' ...
                                 'cannot be false']);
  end
  exact = strcmp (s.Solver, 'fista');
  p.WarmEpochs = default_or ('WarmEpochs', p.WarmEpochs, 'positive integer', ...
                             merge (exact, s.Epochs, ceil (s.Epochs / 5)));
  nnr.args.check_at_most ('WarmEpochs', p.WarmEpochs, 1e7);
  measures = {'Accuracy', 'Loss'};
  if (strcmp (s.Task, 'regression'))
    measures{1} = 'RMSE';
  end
  if (ischar (p.Score) && strcmpi (p.Score, 'auto'))
    p.Score = measures{1};
  end
  p.Score = nnr.args.check_choice ('Score', p.Score, measures);
  if (! (is_function_handle (p.OutputFcn) || isempty (p.OutputFcn)))
    error ('nnreg:badArgument', 'OutputFcn must be a function handle, got %s', ...
           nnr.words.show_value (p.OutputFcn));
  end
end

function value = default_or (name, value, kind, default)
  if (isnumeric (value) && isempty (value))
    value = default;
  else
    value = nnr.args.check_scalar (name, value, kind);
  end
end
