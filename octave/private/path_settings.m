## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{p}, @var{s}, @var{names}] =} path_settings (@var{caller}, @var{args}, @var{num_samples})
## The options of a path, checked: @var{p} has those of its own (NumLambda, LambdaRatio,
## Lambda, CV, Score, MaxFeatures, Relax, WarmEpochs, OutputFcn, CheckpointFile), and @code{Caller},
## @code{Eliminates} and @code{Falls} (whether inputs are dropped step by step, and if not,
## whether lambda falls or rises); @var{s} those of its trainings, without a Lambda; @var{names}
## says which options were given.
## @seealso{nnreg_path, fit_settings}
## @end deftypefn

function [p, s, names] = path_settings (caller, args, num_samples)
  own = struct ('NumLambda', [], 'LambdaRatio', [], 'CV', 5, 'Score', 'auto', ...
                'MaxFeatures', Inf, 'Relax', [], 'WarmEpochs', [], 'Method', 'auto');
  defaults = fit_defaults ();
  defaults.Penalty = 'l1';
  [defaults.Standardize, defaults.Keep] = deal ([], 'last');
  for name = fieldnames (own).'
    defaults.(name{1}) = own.(name{1});
  end
  [given, names] = parse_options (caller, defaults, args);
  refuse_what_has_no_place (caller, given);
  p = struct ('Caller', caller, 'Lambda', given_lambda (caller, given.Lambda), ...
              'OutputFcn', {given.OutputFcn});
  for name = fieldnames (own).'
    p.(name{1}) = given.(name{1});
  end
  [given.Lambda, given.OutputFcn] = deal (1, []);
  standardize = given.Standardize;
  given.Standardize = ! isempty (standardize) && standardize;
  s = fit_settings (caller, {rmfield(given, fieldnames (own))});
  [p.CheckpointFile, s.CheckpointFile] = deal (s.CheckpointFile, '');
  p = path_kind (caller, p, s);
  s.Standardize = standardised (caller, standardize, p, s);
  if (! p.Falls && isnumeric (given.Epochs) && isempty (given.Epochs))
    ## Measured: about 800 steps find the inputs that matter, more overfit.
    steps = ceil (num_samples / s.BatchSize);
    if (strcmp (s.Solver, 'fista'))
      steps = 50;
    end
    s.Epochs = max (10, ceil (800 / steps));
  end
  p = check_own (caller, p, s);
end

## Inputs compete on one scale where they are chosen between.
function yes = standardised (caller, yes, p, s)
  if (isnumeric (yes) && isempty (yes))
    yes = isempty (s.LayerSizes) || p.Eliminates || strcmp (s.Penalty, 'group');
  end
  yes = check_scalar (caller, 'Standardize', yes, 'logical');
end

function refuse_what_has_no_place (caller, given)
  plain = fit_defaults ();
  plain.Keep = 'last';
  names = {'ValidationData', 'ValidationFraction', 'Patience', 'Keep', 'InitialModel', ...
           'Profile'};
  for name = names
    if (! isequal (given.(name{1}), plain.(name{1})))
      error ('nnreg:badArgument', ['%s: %s has no place in a path, which validates on its ' ...
                                   'folds and starts each training from the one before'], ...
             caller, name{1});
    end
  end
  if (ischar (given.Penalty) && any (strcmpi (given.Penalty, {'none', 'decoupled'})))
    error ('nnreg:badArgument', ['%s: Penalty must be "l1", "l2", "elasticnet" or "group", ' ...
                                 'got "%s"'], caller, given.Penalty);
  end
end

## The lambdas of the user, or empty.
function lambda = given_lambda (caller, lambda)
  ok = isnumeric (lambda) && isreal (lambda) && (isempty (lambda) || isvector (lambda)) ...
       && all (lambda(:) > 0 & lambda(:) < Inf);
  if (! ok)
    error ('nnreg:badArgument', ['%s: Lambda must be a vector of positive numbers, or left ' ...
                                 'out, got %s'], caller, show_value (lambda));
  end
  lambda = unique (double (full (lambda(:).')));
end

## What the path changes from point to point.
function p = path_kind (caller, p, s)
  deep = ! isempty (s.LayerSizes);
  method = check_choice (caller, 'Method', p.Method, {'auto', 'lambda', 'elimination'});
  can = deep && strcmp (s.Penalty, 'group');
  if (strcmp (method, 'elimination') && ! can)
    error ('nnreg:badArgument', ['%s: the Method "elimination" needs hidden layers and the ' ...
                                 'penalty "group"'], caller);
  end
  p.Eliminates = can && ! strcmp (method, 'lambda');
  p.Falls = strcmp (s.Solver, 'fista') && ! deep;
  if (p.Falls && s.KeepZeros)
    error ('nnreg:badArgument', ['%s: KeepZeros has no place in a path that begins where all ' ...
                                 'weights are zero, as that of a linear model does'], caller);
  elseif (p.Eliminates && numel (p.Lambda) > 1)
    error ('nnreg:badArgument', ['%s: the Method "elimination" trains with one Lambda, got ' ...
                                 '%s; "Method", "lambda" takes a list'], caller, ...
           show_value (p.Lambda));
  end
end

function p = check_own (caller, p, s)
  p.NumLambda = default_or (caller, 'NumLambda', p.NumLambda, 'positive integer', ...
                            merge (isempty (s.LayerSizes), 100, 20));
  check_at_most (caller, 'NumLambda', p.NumLambda, 1e4);
  p.LambdaRatio = default_or (caller, 'LambdaRatio', p.LambdaRatio, 'positive number', NaN);
  if (p.LambdaRatio >= 1)
    error ('nnreg:badArgument', '%s: LambdaRatio must be below 1, got %g', caller, p.LambdaRatio);
  end
  p.MaxFeatures = check_scalar (caller, 'MaxFeatures', p.MaxFeatures, 'positive integer or Inf');
  p.Relax = default_or (caller, 'Relax', p.Relax, 'logical', p.Eliminates);
  if (p.Eliminates && ! p.Relax)
    error ('nnreg:badArgument', ['%s: the Method "elimination" scores relaxed refits; Relax ' ...
                                 'cannot be false'], caller);
  end
  exact = strcmp (s.Solver, 'fista');
  p.WarmEpochs = default_or (caller, 'WarmEpochs', p.WarmEpochs, 'positive integer', ...
                             merge (exact, s.Epochs, ceil (s.Epochs / 5)));
  check_at_most (caller, 'WarmEpochs', p.WarmEpochs, 1e7);
  measures = {'Accuracy', 'Loss'};
  if (strcmp (s.Task, 'regression'))
    measures{1} = 'RMSE';
  end
  if (ischar (p.Score) && strcmpi (p.Score, 'auto'))
    p.Score = measures{1};
  end
  p.Score = check_choice (caller, 'Score', p.Score, measures);
  if (! (is_function_handle (p.OutputFcn) || isempty (p.OutputFcn)))
    error ('nnreg:badArgument', '%s: OutputFcn must be a function handle, got %s', caller, ...
           show_value (p.OutputFcn));
  end
end

function value = default_or (caller, name, value, kind, default)
  if (isnumeric (value) && isempty (value))
    value = default;
  else
    value = check_scalar (caller, name, value, kind);
  end
end
