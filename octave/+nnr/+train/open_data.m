## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, y, s, kept] = nnr.train.open_data (X, y, s)
##
## The data that a function which trains was given, checked, without the rows that do not count:
## those of weight 0, and of a table those without a response. KEPT has the numbers of the others,
## [] for all. S are the settings; its Weights may name a column of a table.
##
## If X is a table, or a matrix whose gaps are to be filled ("Missing", "median"), the result is the
## matrix that its recipe makes of it, and S.Table has what nnr.table.of_rows needs: T (the rows
## that are kept, nnr.table.read), Recipe, Predictors (names), Weights, Names and Block of X's
## columns (nnr.table.column_names, nnr.table.layout: of thousands they take time), and Fixed, which
## is true if the recipe is that of an InitialModel. The recipe is learned from the rows to train on
## (ValidationFraction). nnr.train.use_table gives S the rest. Else S.Table is [].

function [X, y, s, kept] = open_data (X, y, s)
  nnr.data.refuse_swapped (X, y, s.Task);
  if (! (nnr.table.is_table (X) || strcmp (s.Missing, 'median')))
    if (! isempty (s.Predictors))
      error ('nnreg:badArgument', 'Predictors names columns of a table, but X is %s', ...
             nnr.words.show_value (X));
    end
    nnr.data.check ('X', X, []);
    nnr.data.refuse_transposed (X, y);
    s.Table = [];
    kept = [];
    if (! nnr.args.is_none (s.Weights))
      [X, y, s.Weights, kept] = nnr.targets.drop_weightless (X, y, s.Weights, 'X');
    end
    return
  end
  [X, s] = nnr.table.take_columns (X, s, {'Weights'}, y, s.Predictors);
  [T, y, table] = predictors_of (X, y, s);
  [table.T, y, s.Weights, kept] = nnr.table.known_rows (T, y, s.Weights, s.ClassNames);
  table.Weights = s.Weights;
  nnr.targets.warn_of_weights (s.Weights, kept);
  if (table.Fixed)
    table.Recipe = s.InitialModel.Preparation;
  else
    table.Recipe = learned (table, y, s);
  end
  table.T = nnr.table.match (table.Recipe, table.T, 'X');
  X = nnr.table.apply (table.Recipe, table.T);
  [table.Names, table.Block] = nnr.table.column_names (table.Recipe);
  s = nnr.train.use_table (s, table);
  s = with_validation (s, table.Recipe);
end

## The table T of the predictors, and what is known of nnr.train.open_data's struct.
function [T, y, table] = predictors_of (X, y, s)
  table = struct ('Source', 'table', 'Predictors', {{}}, 'Response', {{}}, 'T', [], ...
                  'Recipe', [], 'Weights', [], 'Fixed', ! isempty (s.InitialModel));
  of_response = [];
  if (nnr.table.is_table (X))
    T = nnr.table.read ('X', X);
    [y, of_response] = nnr.table.response (T, y);
    refuse_texts (T, of_response, y, s);
  else
    table.Source = 'matrix';
    nnr.data.check ('X', X, []);
    nnr.data.refuse_transposed (X, y);
    nnr.train.check_name_count (own_names (s), columns (X));
    T = nnr.table.of_matrix (X, own_names (s));
  end
  table.Response = T.Names(of_response);
  if (table.Fixed)
    check_initial (s, table.Source);
    T = nnr.table.match (s.InitialModel.Preparation, T, 'X');
  else
    T = nnr.table.pick (T, chosen (T, of_response, s), []);
    ## The package itself gives a table that it has read without the response.
    of_user = strcmp (table.Source, 'table') && ! nnr.table.was_read (X);
    if (of_user && isempty (of_response))
      refuse_copy (T, y);
    end
    if (of_user && isempty (s.Predictors) && ! nnr.args.is_none (s.Weights))
      warn_of_copy (T, s.Weights);
    end
  end
  table.Predictors = T.Names;
  refuse_gaps (T, s);
end

## A user who gives T.y as the response means the column, which must not be a predictor as well.
function refuse_copy (T, y)
  if (ischar (y))
    y = cellstr (y);
  end
  for k = 1:numel (T.Names)
    if (numel (y) == T.NumRows && isequaln (nnr.table.column (T, k), y(:)))
      error ('nnreg:badData', ['column %s of X is the response itself, which the model would ' ...
                               'read off; give its name in place of the values, or name other ' ...
                               '"Predictors"'], T.Names{k});
    end
  end
end

## T.w as the weights leaves column w among the predictors. Who names "Predictors" has seen it.
function warn_of_copy (T, weights)
  for k = find (strcmp (T.Kinds, 'number'))(:).'
    if (isequal (T.Values{k}, weights(:)) && any (weights(:) != weights(1)))
      nnr.words.warn ('nnreg:weights', ['column %s of X has the values of Weights, and is a ' ...
                                        'predictor too; "Weights", "%s" makes it the weights ' ...
                                        'alone'], T.Names{[k, k]});
    end
  end
end

function refuse_texts (T, of_response, y, s)
  if (! (strcmp (s.Task, 'regression') && isscalar (of_response) && iscellstr (y)))
    return
  end
  known = ! cellfun ('isempty', y);
  row = [find(known & isnan (str2double (y)), 1), find(known, 1)];
  if (! isempty (row))
    error ('nnreg:badData', ['the response, column %s, holds texts (%s in row %d); a ' ...
                             'regression needs numbers'], T.Names{of_response}, ...
           nnr.words.show_value (y{row(1)}), row(1));
  end
end

## The names of a matrix; FeatureNames of an InitialModel are those of what its recipe makes.
function names = own_names (s)
  names = s.FeatureNames;
  if (! isempty (s.InitialModel))
    names = {};
    if (isfield (s.InitialModel, 'Preparation'))
      names = {s.InitialModel.Preparation.Columns.Name};
    end
  end
end

function check_initial (s, source)
  model = s.InitialModel;
  if (! (isfield (model, 'Preparation') && strcmp (model.Preparation.Source, source)))
    what = struct ('table', 'a table', 'matrix', 'a matrix with "Missing", "median"');
    error ('nnreg:badArgument', 'InitialModel was not trained on %s', what.(source));
  end
end

function at = chosen (T, of_response, s)
  at = setdiff (1:numel (T.Names), of_response);
  if (! isempty (s.Predictors))
    at = nnr.table.find_columns (T, s.Predictors, 'Predictors');
    both = intersect (at, of_response);
    if (! isempty (both))
      error ('nnreg:badArgument', 'Predictors must not have the response, "%s"', T.Names{both(1)});
    end
  elseif (isempty (at))
    error ('nnreg:badData', 'the table has no columns besides the response');
  end
end

function refuse_gaps (T, s)
  if (! strcmp (s.Missing, 'error'))
    return
  end
  for k = 1:numel (T.Names)
    row = find (isnan (T.Values{k}), 1);
    if (! isempty (row))
      error ('nnreg:badData', ['column %s of X has a gap in row %d; leave out "Missing", ' ...
                               '"error" to have gaps filled'], T.Names{k}, row);
    end
  end
end

## The recipe, with its warnings.
function recipe = learned (table, y, s)
  wanted = [];
  if (s.ValidationFraction > 0)
    targets = nnr.targets.make (y, table.T.NumRows, s);
    wanted = nnr.train.split_rows (targets, table.T.NumRows, s);
  end
  recipe = nnr.table.learn (table.T, table.Source, wanted, table.Weights);
  recipe.Response = table.Response;
  nnr.table.warn_of_recipe (recipe, table.T);
end

## ValidationData as matrices, without the rows of a table that have no response.
function s = with_validation (s, recipe)
  if (! iscell (s.ValidationData))
    return
  end
  [T, yv] = s.ValidationData{1:2};
  if (nnr.table.is_table (T))
    T = nnr.table.read ('ValidationData{1}', T);
    v = [s.ValidationData(:).', {[]}];
    v{2} = nnr.table.response (T, yv);
    v{3} = nnr.table.named_column (T, v{3}, 'ValidationData{3}');
    [T, v{2}, v{3}] = nnr.table.known_rows (T, v{2}, v{3}, s.ClassNames, 'ValidationData');
    s.ValidationData = v(1:3);
  elseif (strcmp (recipe.Source, 'table'))
    return                      # the prepared matrix
  else
    T = nnr.table.of_matrix (T, {recipe.Columns.Name});
  end
  s.ValidationData{1} = nnr.table.new_rows (recipe, T, 'ValidationData{1}');
end

%!error <^the response, column b, holds texts \("u" in row 2\); a regression needs numbers$>
%! s = nnr.options.settings ({"Task", "regression"});
%! nnr.train.open_data (struct ("a", [1; 2], "b", {{"7"; "u"}}), "b", s);
%!error <^column b of X is the response itself, which the model would read off; give its name in>
%! T = struct ("a", [1; 2; 3], "b", {{"v"; ""; "u"}});
%! nnr.train.open_data (T, T.b, nnr.options.settings ({}));
%!test # the same values as predictors of something else, or not among the predictors
%! T = struct ("a", [1; 2; 3], "b", {{"v"; "w"; "u"}});
%! X = nnr.train.open_data (T, T.b, nnr.options.settings ({"Predictors", "a"}));
%! assert (X, [1; 2; 3]);
