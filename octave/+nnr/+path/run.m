## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.path.run (X, y, args)
##
## Computes the path that nnreg_path returns. ARGS are its options.

function r = run (X, y, args)
  guard = nnr.words.raised ('begin');
  r = followed (X, y, args);
  raised = nnr.words.raised ();
  if (! isempty (raised))
    r = with_warnings (r, raised);
    nnr.path.last (r, true);
  end
end

## Each model keeps the warnings of the path.
function r = with_warnings (r, raised)
  for k = 1:numel (r.Models)
    r.Models{k}.Training.Warnings = raised;
  end
  for name = {'ModelMin', 'Model1SE'}
    if (isfield (r, name{1}))
      r.(name{1}).Training.Warnings = raised;
    end
  end
end

function r = followed (X, y, args)
  [X, p, s, given] = first_settings (X, y, args);
  progress = nnr.words.progress ('nnreg_path', @() 'preparing the data', ...
                                 nnr.options.silent (s, given));
  source = X;
  [X, y, opened, kept] = nnr.train.open_data (X, y, s);
  if (! isempty (opened.Table))
    [p, s] = settings_again (args, X, p);
  end
  s.Weights = opened.Weights;
  own = s;                      # for a path on other rows
  s = nnr.train.use_table (s, opened.Table);
  p.Verbose = s.Verbose;
  s.Verbose = 0;
  targets = nnr.targets.make (y, rows (X), s);
  nnr.targets.warn_of_labels (X, y, targets, s, given);
  folds = nnr.path.folds (p, targets, s, kept);
  p.Folds = folds;
  num_folds = nnr.folds.count (folds);
  outside = rows_outside (folds, num_folds, p, s);
  if (p.Exact)
    d = nnr.linear.prepare (X, targets, s);
  else
    d = nnr.train.prepare_data (X, targets, s, outside);
  end
  s.Standardize = d.Standardize;
  s.ClassNames = targets.ClassNames;
  p.Relaxed = relaxed_settings (p, s);
  nnr.options.warn_of_idle_options (s, given, idle_in_path (p));
  r = no_points (p, s, num_folds, targets.SampleWeights);
  nnr.path.last (r, false);
  if (p.Verbose > 0)
    nnr.path.print (r, 'begin');
  end
  guard = onCleanup (@say_what_is_left);        # also after Ctrl-C
  nnr.words.progress ('nnreg_path', @() 'point 1');
  if (p.Exact)
    problems = nnr.linear.problems (X, d, s, folds, outside, p.Reduces);
    [r, stopped, y_varies] = nnr.path.follow_exact (r, p, s, d, problems);
  else
    [r, stopped, y_varies] = train_points (r, p, s, d, folds, X);
  end
  if (isempty (r.Lambda))
    refuse_max_features (p, s);
  end
  r.Complete = ! stopped;
  if (p.Nested > 0 && ! stopped && r.NumFolds > 0)
    rows_of = @(some) nnr.train.source_rows (source, X, s.Table, kept, some);
    r = nnr.path.nested (r, rows_of, y, p, own, given, targets);
  end
  r = with_predictors (r, s.Table);
  nnr.path.last (r, true);
  warn_of_constant (r, y_varies);
  warn_of_lost_inputs (r, p);
  look_for_outliers (r, X, targets, s);
  if (p.Verbose > 0)
    nnr.path.print (r, 'end');
  end
end

## The rows that each fold learns from. The solver of linear models wants them of tables alone: []
## else.
function outside = rows_outside (folds, num_folds, p, s)
  if (p.Exact && isempty (s.Table))
    outside = cell (1, num_folds);
  else
    [~, outside] = nnr.folds.sides (folds);
  end
end

## How many columns X has, on which some defaults depend, is not known yet of a table.
function [X, p, s, given] = first_settings (X, y, args)
  if (nnr.table.is_table (X))
    [p, s, given] = nnr.path.settings (args, nnr.table.sizes (X));
    [X, p] = nnr.table.take_columns (X, p, {'CVGroups', 'CVTime'}, y, s.Predictors);
  else
    nnr.data.check ('X', X, []);
    [p, s, given] = nnr.path.settings (args, size (X));
  end
end

function [again, s] = settings_again (args, X, p)
  [again, s] = nnr.path.settings (args, size (X));
  [again.CVGroups, again.CVTime] = deal (p.CVGroups, p.CVTime);
end

## Of a table: the names of its columns that each point uses.
function r = with_predictors (r, table)
  if (! isempty (table))
    names = {table.Recipe.Columns.Name};
    r.SelectedPredictors = cellfun (@(live) names(unique (table.Block(live))), r.Selected, ...
                                    'UniformOutput', false);
  end
end

## A path whose points are trainings.
function [r, stopped, y_varies] = train_points (r, p, s, d, folds, X)
  chains = nnr.path.chains (d, folds, X, s);
  p.Journal = nnr.path.Journal (p, s, d, folds);
  if (p.Eliminates)
    [r, stopped] = nnr.path.eliminate_inputs (r, p, s, d, chains);
  else
    [r, stopped] = nnr.path.follow_lambdas (r, p, s, d, chains);
  end
  p.Journal.close ();
  if (! isequal (p.OutOfFold, false) && r.NumFolds > 0 && ! isempty (r.Lambda))
    in_order = @(outputs) nnr.results.in_order (p.Folds.Of, outputs);
    outputs_at = @(points) cellfun (in_order, p.Journal.Outputs(points), 'UniformOutput', false);
    r = nnr.path.add_out_of_fold (r, p, d.Targets, outputs_at);
  end
  y_varies = nnr.train.constant_loss (nnr.data.make_samples (d.Data, d.Targets, []), s, ...
                                      d.Targets.NumOutputs) > 0;
end

## Each point of a path that drops inputs has models of the folds, and one of all rows. One that
## fits its own rows worse than the folds' models predict others lost an input that these kept.
function warn_of_lost_inputs (r, p)
  if (! p.Eliminates || r.NumFolds < 2 || isempty (r.Lambda))
    return
  end
  enough = 1.2;
  for k = unique ([r.IndexMin, r.Index1SE])(:).'
    losses = r.FoldLosses(:,k);
    outside = mean (losses);
    error_of = std (losses) / sqrt (numel (losses));
    if (r.TrainLoss(k) > max (outside + 2 * error_of, enough * outside))
      nnr.words.warn ('nnreg:lostInputs', ...
                      ['the model of all rows with %s does not reach the score beside it: its ' ...
                       'data loss is %.3g, in cross-validation %.3g; the folds kept an input ' ...
                       'that it lost; try another Seed, more units or more Epochs'], ...
                      nnr.words.count_text (r.LiveInputs(k), 'input'), r.TrainLoss(k), outside);
      return
    end
  end
end

## Warns of a complete path of which nothing is left but the constant prediction, or of a choice
## that is one.
function warn_of_constant (r, y_varies)
  if (! (r.Complete && y_varies))
    return
  elseif (! any (r.LiveInputs))
    nnr.words.warn ('nnreg:allZero', ...
                    ['no input is left at any point of the path: each lambda is too large, the ' ...
                     'least is %g; leave out "Lambda" to have them chosen'], min (r.Lambda));
  elseif (r.NumFolds > 0 && r.LiveInputs(r.IndexMin) == 0)
    nnr.words.warn ('nnreg:constant', ...
                    ['ModelMin has no inputs: in cross-validation no point of the path has a ' ...
                     'better %s than a constant prediction; try other inputs, more samples, or ' ...
                     'another Score'], r.ScoreName);
  elseif (r.NumFolds > 0 && r.LiveInputs(r.Index1SE) == 0)
    nnr.words.warn ('nnreg:constant', ...
                    ['Model1SE has no inputs: in cross-validation the best point of the path, ' ...
                     'with %s, has a better %s than a constant prediction by at most one ' ...
                     'standard error; more samples would tell'], ...
                    nnr.words.count_text (r.LiveInputs(r.IndexMin), 'input'), r.ScoreName);
  end
end

## By the errors of the model that the path chooses, or of its last one.
function look_for_outliers (r, X, targets, s)
  if (! (r.Complete && strcmp (s.Loss, 'mse') && nnr.train.has_far_responses (targets.Y.')))
    return
  end
  model = r.Models{end};
  if (r.NumFolds > 0)
    model = r.Models{r.IndexMin};
  end
  errors = targets.Y - double (nnr.model.network_outputs (model, X, s.Threads));
  weights = nnr.targets.relative_weights (targets, targets.SampleWeights, []);
  nnr.train.warn_of_outliers (errors, targets.Y, weights);
end

## Each row: an option that has no effect, and what it belongs to.
function idle = idle_in_path (p)
  idle = cell (0, 2);
  if (p.Eliminates || ! isempty (p.Lambda))
    where = 'a path that chooses its lambdas';
    idle = {'NumLambda', where; 'LambdaRatio', where};
  end
end

## The settings of relaxed refits: no penalty, and zeros stay zero. A network trains for twice
## WarmEpochs (measured): it has more to make up for than after one step of lambda.
function s = relaxed_settings (p, s)
  if (! p.Relax)
    s = [];
    return
  end
  s.Penalty = 'none';
  s.Lambda = [];
  s.KeepZeros = true;
  if (! p.Falls)
    s.Epochs = 2 * p.WarmEpochs;
  end
end

function r = no_points (p, s, num_folds, weights)
  r = struct ('Penalty', s.Penalty, 'Method', {{'lambda', 'elimination'}{1 + p.Eliminates}}, ...
              'ScoreName', p.Score, 'NumFolds', num_folds, 'Folds', p.Folds.Of, ...
              'Complete', false, 'NumPlanned', 0, 'Lambda', [], 'TrainLoss', [], ...
              'FoldLosses', [], 'FoldScores', [], 'Zeros', [], 'LiveInputs', [], ...
              'LiveUnits', [], 'Selected', {{}}, 'Models', {{}});
  if (r.NumFolds > 0)
    r.FoldWeights = fold_weights (p.Folds, weights);
  end
end

## The sum of the weights ([]: all 1) of the samples in each fold, a column.
function sums = fold_weights (folds, weights)
  sums = zeros (0, 1);
  for of = folds.Of             # of each repeat
    if (isempty (weights))
      own = sum (of == 1:max (of), 1).';
    else
      held = of > 0;
      own = accumarray (of(held), weights(held), [max(of), 1]);
    end
    sums = [sums; own];
  end
end

function say_what_is_left ()
  [r, over] = nnr.path.last ();
  if (! over && ! isempty (r.Lambda))
    fprintf ("nnreg_path: interrupted; nnreg_path (\"last\") returns what is done, %s\n", ...
             nnr.words.count_text (numel (r.Lambda), 'point'));
  end
end

function refuse_max_features (p, s)
  advice = 'larger MaxFeatures or larger lambdas';
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (! u.MakesZeros)
    names = fieldnames (nnr.options.penalties ()).';
    names = names(cellfun (@(name) getfield (nnr.options.unit_penalty (name, 0.5), ...
                                             'MakesZeros'), names));
    advice = sprintf ('penalty that makes zeros ("%s" or "%s"), this one keeps all inputs', ...
                      strjoin (names(1:end - 1), '", "'), names{end});
  end
  error ('nnreg:badArgument', 'no point of the path has at most %s; give a %s', ...
         nnr.words.count_text (p.MaxFeatures, 'input'), advice);
end
