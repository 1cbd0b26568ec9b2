## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [p, s, names] = nnr.path.settings (args, [num_samples, num_inputs])
##
## The options of a path, checked. P has the path's own (NumLambda, LambdaRatio, Lambda, CV,
## CVGroups, CVTime, Repeats, OutOfFold, Nested, Score, MaxFeatures, Relax, WarmEpochs, OutputFcn,
## CheckpointFile), Eliminates (the path drops inputs), Falls (lambda falls from point to point),
## Exact and Reduces (see choose_solver), Predicts (Score comes from predictions). S has the options
## of its trainings; the path sets their Lambda. NAMES are the options that were given.

function [p, s, names] = settings (args, sizes)
  num_samples = sizes(1);
  defaults = nnr.options.defaults ();
  usual = 'l1';
  defaults.Penalty = usual;
  [given, p, names, of_training] = nnr.options.parse ('path', defaults, args);
  if (iscell (given.Penalty) && isscalar (given.Penalty))
    given.Penalty = given.Penalty{1};
  end
  if (ischar (given.Penalty) && strcmpi (given.Penalty, 'auto'))
    given.Penalty = usual;
  end
  if (isnumeric (given.Weights) && ! isempty (given.Weights))
    num_samples = nnz (given.Weights);
  end
  refuse_what_has_no_place (given, names);
  p.Lambda = given_lambda (given.Lambda);
  p.OutputFcn = [];
  if (! isempty (given.OutputFcn))
    given = nnr.options.check (given, {'OutputFcn'});
    p.OutputFcn = given.OutputFcn;
  end
  if (any (strcmp (names, 'CheckpointFile')))
    given = nnr.options.check (given, {'CheckpointFile'});
  end
  p.CheckpointFile = given.CheckpointFile;
  given.Lambda = 1;
  given.OutputFcn = [];
  given.CheckpointFile = '';
  given.Keep = 'last';
  s = nnr.options.settings (given, names(of_training));
  if (iscell (s.Penalty) || ! isscalar (s.Alpha))
    error ('nnreg:badArgument', ['a path has one Penalty and one Alpha for all layers, got %s ' ...
                                 'and %s'], nnr.words.option_text (s.Penalty), ...
           nnr.words.show_value (s.Alpha));
  end
  p = nnr.options.check (p, names(! of_training));
  p = path_kind (p, s);
  s = nnr.options.for_rows (s, num_samples, []);
  if (! p.Falls && nnr.args.is_none (given.Epochs))
    s.Epochs = first_epochs (s, num_samples);
  end
  p = check_own (p, s);
  [p, s] = choose_solver (p, s, sizes);
end

## Each point goes on from the one before, so the first needs half of what a training by itself
## needs (for three classes: the classes are not counted yet), but 1600 steps of Adam, or 16 epochs
## of "fista". Measured: these find the inputs that matter, more overfit.
function epochs = first_epochs (s, num_samples)
  epochs = 16;
  if (strcmp (s.Solver, 'adam'))
    a_pass = max (1, ceil (num_samples / s.BatchSize));
    epochs = max (ceil (s.Epochs / 2), ceil (1600 / a_pass));
  end
end

## Exact: the solver for linear models follows the path. Reduces: on fewer inputs. Relaxed refits of
## more inputs than samples, with a penalty that keeps them all, have many optima: the solver fista
## ends at the one nearest to where it begins.
function [p, s] = choose_solver (p, s, sizes)
  p.Reduces = p.Falls && ! p.Relax && nnr.linear.reduces (s, sizes);
  p.Exact = p.Falls && (p.Reduces || nnr.linear.suits (s, sizes));
  if (! p.Exact && strcmp (s.Solver, 'coordinate'))
    s.Solver = 'fista';
  end
  if (p.Exact && isnan (p.LambdaRatio))
    p.LambdaRatio = merge (sizes(2) > sizes(1), 1e-2, 1e-4);
  end
end

function refuse_what_has_no_place (given, names)
  if (strcmp (given.Keep, 'last'))
    given.Keep = [];            # what a path does anyway
  end
  nnr.options.refuse ('path', given, names, ...
                      ['a path, which validates on its folds and starts each training from the ' ...
                       'one before']);
  if (! any (strcmp (names, 'Penalty')))
    return
  end
  penalties = nnr.options.penalties ();
  known = ischar (given.Penalty) && isfield (penalties, lower (given.Penalty));
  if (! known || in_objective (lower (given.Penalty)))
    return;                     # what is no penalty at all is an error as in nnreg_fit
  end
  all = fieldnames (penalties).';
  used = cellfun (@in_objective, all);
  nnr.args.check_choice ('Penalty', given.Penalty, all(used));
end

function yes = in_objective (name)
  u = nnr.options.unit_penalty (name, 0.5);
  yes = u.InObjective;
end

## The lambdas of the user, or empty.
function lambda = given_lambda (lambda)
  if (nnr.args.is_none (lambda))
    return
  end
  ok = isnumeric (lambda) && isreal (lambda) && isvector (lambda) ...
       && all (lambda(:) > 0 & lambda(:) < Inf);
  if (! ok)
    error ('nnreg:badArgument', ['Lambda must be a vector of positive numbers, or left ' ...
                                 'out, got %s'], nnr.words.show_value (lambda));
  end
  lambda = sort (double (full (lambda(:).')));
  lambda(diff (lambda) == 0) = [];
end

## What the path changes from point to point.
function p = path_kind (p, s)
  deep = ! isempty (s.LayerSizes);
  can = deep && by_input (s);
  if (strcmp (p.Method, 'elimination') && ! can)
    error ('nnreg:badArgument', ['the Method "elimination" needs hidden layers and the ' ...
                                 'penalty "group"']);
  end
  p.Eliminates = can && ! strcmp (p.Method, 'lambda');
  p.Falls = ! strcmp (s.Solver, 'adam') && ! deep;
  if (p.Eliminates && numel (p.Lambda) > 1)
    error ('nnreg:badArgument', ['the Method "elimination" trains with one Lambda, got ' ...
                                 '%s; "Method", "lambda" takes a list'], ...
           nnr.words.show_value (p.Lambda));
  end
end

function yes = by_input (s)
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  yes = u.ByInput;
end

## A score that the solvers do not measure comes from the predictions of the folds at all points.
function p = with_score (p, s)
  if (ischar (p.Score) && strcmpi (p.Score, 'auto'))
    p.Score = 'Loss';
  end
  of_predictions = nnr.metrics.score_names (s.Task);
  measured = {'Loss', nnr.train.measure_name(s.Task)};
  p.Score = nnr.args.check_choice ('Score', p.Score, [measured, of_predictions]);
  p.Predicts = any (strcmp (p.Score, of_predictions));
end

## The path's own options that were left out, and what depends on others.
function p = check_own (p, s)
  if (isempty (p.NumLambda))
    p.NumLambda = merge (isempty (s.LayerSizes), 100, 20);
  end
  if (isempty (p.LambdaRatio))
    p.LambdaRatio = NaN;
  end
  if (p.Nested > 0)
    nnr.folds.check_nested (p);
  end
  if (isempty (p.Relax))
    p.Relax = p.Eliminates;
  elseif (p.Eliminates && ! p.Relax)
    error ('nnreg:badArgument', ['the Method "elimination" scores relaxed refits; Relax ' ...
                                 'cannot be false']);
  end
  if (isempty (p.WarmEpochs))
    p.WarmEpochs = merge (strcmp (s.Solver, 'adam'), ceil (s.Epochs / 5), s.Epochs);
  end
  p = with_score (p, s);
end
