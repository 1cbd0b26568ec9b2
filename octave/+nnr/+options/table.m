## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## t = nnr.options.table ()
##
## Every option of nnreg_fit, nnreg_gridsearch, nnreg_path, nnreg_learningcurve, nnreg_sparsify and
## nnreg_cost: a struct array with a row for each. All other lists of options are read from here
## (nnr.options.names, nnr.options.defaults).
##
##   Name      its spelling in the help
##   Default   its value if left out; if that is [] or "auto", another option decides
##   Check     a function of name and value that returns the value in canonical form or raises an
##             error; [] if the check needs other options too (nnr.options.settle)
##   Words     properties of the option, a cellstr:
##               fit, search, path, curve, sparsify, cost   these functions take it
##               collect  nnreg_gridsearch ("collect") takes it
##               result   a trained model depends on it: a checkpoint or study continues only if it
##                        is the same
##               later    a training's checkpoint may continue with another value, if the epochs
##                        that are trained would have been the same
##               label    a model keeps it, though no weight depends on it
##               data     its value is data, a model or a function, which a model does not keep
##               varied   a search may vary it; "whole": a range of it means whole numbers
##               adam, fista   only this solver uses it
##               decides  defaults of other options follow from it
##               machine  its default depends on the machine: Check takes it. All other defaults are
##                        in canonical form, so only what was given is checked

function t = table ()
  persistent rows;
  if (isempty (rows))
    list = [training(); run_of_training(); search(); path(); curve(); sparsify()];
    list(:,4) = regexp (list(:,4), '\S+', 'match');
    for k = find (ismember (list(:,1), of_sparsify ()))(:).'
      list{k,4}{end + 1} = 'sparsify';
    end
    rows = cell2struct (list, {'Name', 'Default', 'Check', 'Words'}, 2);
  end
  t = rows;
end

## What a training does.
function list = training ()
  task = 'fit search path curve cost result';
  everywhere = [task, ' varied'];
  trained = 'fit search path curve result varied';
  [one, flag] = deal (@one_of, is ('logical'));
  losses = {'auto', 'crossentropy', 'mse', 'huber', 'mae'};
  list = {
          'Task', 'classification', one('classification', 'regression'), [task, ' decides']
          'LayerSizes', 100, @layer_sizes, [everywhere, ' whole decides']
          'Activations', 'relu', [], everywhere
          'Penalty', 'auto', @penalty, [everywhere, ' decides']
          'Lambda', [], [], everywhere
          'PenalizedLayers', 'all', [], everywhere
          'Alpha', 'auto', [], everywhere
          'PenaltyFactor', [], @penalty_factor, everywhere
          'Groups', [], @groups, everywhere
          'Loss', 'auto', one(losses{:}), [everywhere, ' decides']
          'HuberDelta', 'auto', @huber_delta, everywhere
          'L1Method', 'proximal', one('proximal', 'subgradient'), trained
          'Solver', 'auto', [], [trained, ' decides']
          'Tolerance', 1e-8, is('positive number'), [trained, ' fista']
          'Epochs', [], [], [trained, ' whole later']
          'BatchSize', [], @batch_size, [trained, ' whole adam']
          'LearnRate', 1e-3, @learn_rate, [trained, ' adam later']
          'Beta1', 0.9, @below_one, [trained, ' adam']
          'Beta2', 0.999, @below_one, [trained, ' adam']
          'Epsilon', 1e-7, is('positive number'), [trained, ' adam']
          'ValidationData', [], [], 'fit result data'
          'ValidationFraction', 0, @below_one, 'fit result'
          'Patience', Inf, is('positive integer or Inf'), 'fit result later'
          'Keep', [], [], 'fit search curve result'
          'Weights', [], [], 'fit search path curve cost result data'
          'ClassNames', [], @nnr.targets.class_names, task
          'Predictors', {}, @predictors, task
          'Missing', 'auto', one('auto', 'error', 'median'), task
          'ClassWeights', [], [], everywhere
          'Standardize', 'auto', @scaling, trained
          'StandardizeY', true, flag, everywhere
          'Intercept', true, flag, everywhere
          'Seed', 0, is('nonnegative integer'), [trained, ' whole']
          'Shuffle', true, flag, [trained, ' adam']
          'InitialModel', [], [], 'fit search result data'
          'KeepZeros', false, flag, trained
          'Precision', [], [], everywhere};
end

## How it runs, which changes no weight.
function list = run_of_training ()
  list = { ...
          'Threads', [], @threads, 'fit search path curve cost collect machine'
          'Verbose', [], @verbosity, 'fit search path curve machine'
          'OutputFcn', [], @output_function, 'fit path data'
          'Profile', false, is('logical'), 'fit'
          'FeatureNames', {}, @nnr.args.check_names, 'fit search path curve label'
          'CheckpointFile', '', @file_name, 'fit path'};
end

function list = search ()
  [flag, count] = deal (is ('logical'), @(name, value) count_or_none (name, value, 1e6));
  list = { ...
          'CV', 3, [], 'search'
          'CVGroups', [], [], 'search'
          'CVTime', [], [], 'search'
          'Repeats', 1, @repeats, 'search'
          'OutOfFold', 'auto', @flag_or_auto, 'search collect'
          'Nested', 0, @outer_folds, 'search'
          'Refit', true, flag, 'search collect'
          'Score', 'auto', [], 'search path'
          'Select', 'mean', one_of('mean', '1se'), 'search collect'
          'NumSamples', [], count, 'search'
          'Halving', 0, @halving_factor, 'search result'
          'WarmStart', false, flag, 'search result'
          'Curves', false, flag, 'search result'
          'StudyDir', '', @row_of_characters, 'search'
          'Executor', 'threads', [], 'search'
          'Shards', [], count, 'search'
          'SlurmOptions', cell(1, 0), @words_of_options, 'search'
          'Wait', true, flag, 'search'
          'CSV', '', @row_of_characters, 'search collect'};
end

function list = path ()
  [count, epochs] = deal (@(name, value) count_or_none (name, value, 1e4), ...
                          @(name, value) count_or_none (name, value, 1e7));
  list = { ...
          'CV', 5, [], 'path'
          'CVGroups', [], [], 'path'
          'CVTime', [], [], 'path'
          'Repeats', 1, @repeats, 'path'
          'OutOfFold', 'auto', @flag_or_auto, 'path result'
          'Nested', 0, @outer_folds, 'path'
          'NumLambda', [], count, 'path result'
          'LambdaRatio', [], @lambda_ratio, 'path result'
          'MaxFeatures', Inf, is('positive integer or Inf'), 'path result'
          'Relax', [], @flag_or_none, 'path result'
          'WarmEpochs', [], epochs, 'path result'
          'Method', 'auto', one_of('auto', 'lambda', 'elimination'), 'path result'};
end

function list = curve ()
  list = { ...
          'CV', 5, [], 'curve'
          'CVGroups', [], [], 'curve'
          'NumRows', [], [], 'curve'
          'Score', 'auto', [], 'curve'};
end

function list = sparsify ()
  list = { ...
          'MaxLoss', 0.005, [], 'sparsify'
          'NumWeights', [], [], 'sparsify'
          'Zeros', [], [], 'sparsify'};
end

## The options of a training that nnreg_sparsify leaves to the user.
function names = of_sparsify ()
  names = {'Task', 'LayerSizes', 'Activations', 'Loss', 'HuberDelta', 'Epochs', 'BatchSize', ...
           'LearnRate', 'Beta1', 'Beta2', 'Epsilon', 'ValidationData', 'ValidationFraction', ...
           'Weights', 'ClassNames', 'Predictors', 'Missing', 'ClassWeights', 'Standardize', ...
           'StandardizeY', 'Intercept', 'Seed', 'Shuffle', 'Precision', 'Threads', 'Verbose', ...
           'FeatureNames'};
end

## --------------------------------------------------------------------------------- Checks --

function check = is (kind)
  check = @(name, value) nnr.args.check_scalar (name, value, kind);
end

function check = one_of (varargin)
  check = @(name, value) nnr.args.check_choice (name, value, varargin);
end

## A name, or a row cell with a name for each layer.
function kinds = penalty (name, kinds)
  known = fieldnames (nnr.options.penalties ()).';
  if (! iscell (kinds))
    kinds = nnr.args.check_choice (name, kinds, [{'auto'}, known]);
    return
  elseif (isempty (kinds))
    error ('nnreg:badArgument', '%s must have a name for each layer, got an empty cell', name);
  end
  kinds = kinds(:).';
  for l = 1:numel (kinds)
    kinds{l} = nnr.args.check_choice (sprintf ('%s{%d}', name, l), kinds{l}, known);
  end
end

function sizes = layer_sizes (name, sizes)
  ok = isnumeric (sizes) && isreal (sizes) && (isempty (sizes) || isvector (sizes));
  if (ok)
    sizes = double (full (sizes(:).'));
    ok = all (sizes >= 1 & sizes == fix (sizes) & sizes < 2^31) && numel (sizes) < 64;
  end
  if (! ok)
    error ('nnreg:badArgument', ['%s must be at most 63 positive integers below 2^31, or [] ' ...
                                 'for a linear model, got %s'], ...
           name, nnr.words.show_value (sizes));
  end
end

## A row of positive numbers: how many responses there are only the data say.
function delta = huber_delta (name, delta)
  if (ischar (delta) && strcmpi (delta, 'auto'))
    delta = 'auto';
    return
  end
  ok = isnumeric (delta) && isreal (delta) && isvector (delta) && all (delta(:) > 0) ...
       && all (delta(:) < Inf);
  if (! ok)
    error ('nnreg:badArgument', ['%s must be "auto" or a positive number in the units of y (or ' ...
                                 'one for each response), got %s'], ...
           name, nnr.words.show_value (delta));
  end
  delta = double (full (delta(:).'));
end

## [] for the choice by the data (nnr.options.for_rows).
function size = batch_size (name, size)
  if (! nnr.args.is_none (size))
    size = nnr.args.check_scalar (name, size, 'positive integer');
  end
end

function value = flag_or_auto (name, value)
  if (ischar (value) && strcmpi (value, 'auto'))
    value = 'auto';
  elseif (isscalar (value) && (isequal (value, 0) || isequal (value, 1)))
    value = logical (value);
  else
    error ('nnreg:badArgument', '%s must be true, false or "auto", got %s', name, ...
           nnr.words.show_value (value));
  end
end

function kind = scaling (name, kind)
  words = {'auto', 'range'};
  text = ischar (kind);
  if (text && any (strcmpi (kind, words)))
    kind = lower (kind);
  elseif ((islogical (kind) || isnumeric (kind)) && isscalar (kind) && any (kind == [0, 1]))
    kind = logical (kind);
  else
    hint = '';
    if (text)
      hint = nnr.args.did_you_mean (kind, words);
    end
    error ('nnreg:badArgument', '%s must be true, false, "auto" or "range", got %s%s', name, ...
           nnr.words.show_value (kind), hint);
  end
end

function rate = learn_rate (name, rate)
  if (! is_function_handle (rate))
    rate = nnr.args.check_scalar (name, rate, 'positive number or function of the epoch');
  end
end

## D-by-1, or [] for 1 everywhere. How many inputs there are only the data say
## (nnr.options.check_inputs).
function factors = penalty_factor (name, factors)
  if (nnr.args.is_none (factors))
    factors = [];
    return;
  end
  ok = (isnumeric (factors) || islogical (factors)) && isreal (factors) && isvector (factors);
  if (! (ok && all (factors(:) >= 0)))          # NaN is not
    error ('nnreg:badArgument', ['%s must have a nonnegative number or Inf for each input, ' ...
                                 'got %s'], name, nnr.words.show_value (factors));
  end
  factors = double (full (factors(:)));
  if (all (factors == Inf))
    error ('nnreg:badArgument', '%s is Inf for all inputs, so none can enter', name);
  end
end

## D-by-1, from 1 to the number of groups without a gap, or [] for none.
function numbers = groups (name, wanted)
  numbers = [];
  if (nnr.args.is_none (wanted))
    return;
  end
  named = iscellstr (wanted) && isvector (wanted);
  ok = named || (isnumeric (wanted) && isreal (wanted) && isvector (wanted));
  if (! (ok && (named || all (wanted(:) >= 1 & wanted(:) == fix (wanted(:)) & wanted(:) < Inf))))
    error ('nnreg:badArgument', ['%s must have for each input the number of its group (1, 2, ' ...
                                 '...) or its name, got %s'], name, nnr.words.show_value (wanted));
  end
  if (! named)
    wanted = double (full (wanted));
  end
  [~, ~, numbers] = unique (wanted(:));
  numbers = numbers(:);
end

function names = predictors (name, names)
  if (ischar (names) && isrow (names))
    names = {names};
  end
  names = nnr.args.check_names (name, names);
end

function value = below_one (name, value)
  value = nnr.args.check_scalar (name, value, 'nonnegative number');
  if (value >= 1)
    error ('nnreg:badArgument', '%s must be at least 0 and below 1, got %s', name, ...
           nnr.words.show_value (value));
  end
end

function count = threads (name, count)
  count = nnr.args.check_threads (count);
end

function level = verbosity (name, level)
  if (nnr.args.is_none (level))
    level = double (nnr.words.at_terminal ());
  end
  level = nnr.args.check_scalar (name, level, 'nonnegative integer');
end

function fcn = output_function (name, fcn)
  if (! (is_function_handle (fcn) || nnr.args.is_none (fcn)))
    error ('nnreg:badArgument', '%s must be a function handle, got %s', name, ...
           nnr.words.show_value (fcn));
  end
end

function file = file_name (name, file)
  if (! (ischar (file) && (isrow (file) || isempty (file)) && ! any (file == char (0))))
    error ('nnreg:badArgument', '%s must be the name of a file, got %s', name, ...
           nnr.words.show_value (file));
  end
end

function text = row_of_characters (name, text)
  if (! (ischar (text) && (isrow (text) || isempty (text)) && ! any (text == char (0))))
    error ('nnreg:badArgument', '%s must be a row of characters without NUL, got %s', name, ...
           nnr.words.show_value (text));
  end
end

## A row of characters is split at blanks. No shell reads it, so quotes in it would have no effect.
function words = words_of_options (name, words)
  given = words;
  if (ischar (words) && (isrow (words) || isempty (words)))
    if (any (ismember (words, '''"\')))
      error ('nnreg:badArgument', ['%s is split at blanks, without quotes and backslashes; for ' ...
                                   'a blank in a word give a cell of words, such as ' ...
                                   '{"--time=30", "--comment=two words"}, got %s'], ...
             name, nnr.words.show_value (given));
    end
    words = regexp (words, '[^ \t]+', 'match');
  end
  is_word = @(word) ! isempty (word) && nnr.words.is_line (word);
  if (! (iscell (words) && all (cellfun (is_word, words(:)))))
    error ('nnreg:badArgument', ['%s must be a row of characters or a cell of words, without ' ...
                                 'newlines, got %s'], name, nnr.words.show_value (given));
  end
  words = reshape (words, 1, []);
  own = regexp (words, '^(--array|--output|-a|-o)', 'match', 'once');
  own = own(! cellfun (@isempty, own));
  if (! isempty (own))
    error ('nnreg:badArgument', ['%s cannot have %s, which nnreg sets itself; Shards is the ' ...
                                 'number of tasks, and their output is in StudyDir/slurm'], ...
           name, own{1});
  end
end

function count = repeats (name, count)
  count = nnr.args.check_scalar (name, count, 'positive integer');
  nnr.args.check_at_most (name, count, 1e4);
end

## 0: no nested estimate.
function count = outer_folds (name, count)
  if (! (isnumeric (count) && isscalar (count) && isreal (count) && any (count == [0, 2:1e4])))
    error ('nnreg:badArgument', '%s must be 0 or a number of outer folds from 2, got %s', name, ...
           nnr.words.show_value (count));
  end
  count = double (full (count));
end

function count = count_or_none (name, count, most)
  if (! nnr.args.is_none (count))
    count = nnr.args.check_scalar (name, count, 'positive integer');
    nnr.args.check_at_most (name, count, most);
  end
end

function value = flag_or_none (name, value)
  if (! nnr.args.is_none (value))
    value = nnr.args.check_scalar (name, value, 'logical');
  end
end

function ratio = lambda_ratio (name, ratio)
  if (nnr.args.is_none (ratio))
    return
  end
  ratio = nnr.args.check_scalar (name, ratio, 'positive number');
  if (ratio >= 1)
    error ('nnreg:badArgument', '%s must be below 1, got %g', name, ratio);
  end
end

## 0: no halving. true is 3.
function factor = halving_factor (name, wanted)
  if (isscalar (wanted) && (islogical (wanted) || isequal (wanted, 0) || isequal (wanted, 1)))
    factor = 3 * logical (wanted);
    return;
  end
  if (! (isnumeric (wanted) && isscalar (wanted) && isreal (wanted) && wanted > 1 && wanted < Inf))
    error ('nnreg:badArgument', '%s must be true, false or a factor above 1, got %s', name, ...
           nnr.words.show_value (wanted));
  end
  factor = double (wanted);
end

%!test
%! # no function takes two rows of one name, and words are spelt right
%! t = nnr.options.table ();
%! known = {"fit", "search", "path", "cost", "curve", "sparsify", "collect", "result", "later", ...
%!          "label", "data", "varied", "whole", "adam", "fista", "decides", "machine"};
%! assert (all (ismember ([t.Words], known)));
%! for fn = known(1:7)
%!   names = {t(cellfun (@(w) any (strcmp (w, fn{1})), {t.Words})).Name};
%!   assert (numel (unique (names)), numel (names));
%! end
%!test
%! row = nnr.options.table ();
%! check = @(value) row(strcmp ({row.Name}, "SlurmOptions")).Check ("SlurmOptions", value);
%! assert (check (" --time=30\t--mem  4G "), {"--time=30", "--mem", "4G"});
%! assert (check ({"--comment=it's \"$HOME\""; "-n1"}), {"--comment=it's \"$HOME\"", "-n1"});
%! assert (check ({["--comment=", 195, 182]}), {["--comment=", 195, 182]});
%! for empty = {"", " ", {}, cell(1, 0)}
%!   assert (isempty (check (empty{1})));
%! end
%! for bad = {"--comment='two words'", "--comment=\"x\"", "a\\ b"}
%!   fail ("check (bad{1})", 'is split at blanks, .* give a cell of words, such as \{"--time');
%! end
%! for bad = {"a\nb", {"a\nb"}, {"a\0"}, {""}, {3}, 3, ["a"; "b"]}
%!   fail ("check (bad{1})", "SlurmOptions must be a row of characters or a cell of words");
%! end
%!test
%! # each default is its own canonical form
%! for row = nnr.options.table ().'
%!   if (! isempty (row.Check) && ! any (strcmp (row.Words, "machine")))
%!     assert (row.Check (row.Name, row.Default), row.Default);
%!   end
%! end
