## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [model, h, args] = nnr.decisions.held_out (args)
##
## The MODEL that is to decide, and the predictions H for rows that it did not learn from, out of
## the arguments ARGS of nnreg_threshold, nnreg_calibrate or nnreg_conformal:
##
##   r, ...          the result of a search or a path with its out-of-fold predictions; of a path
##                   the option Select says which point
##   model, r, ...   the same for a model of the user's, such as a calibrated one
##   model, X, y, ...   rows that the model did not learn from; of a table y may be left out
##
## The output ARGS are the options without Select and Weights. H has Scores (N-by-K probabilities
## without the model's Temperature, or N-by-R responses), Truth (classes 1..K, or responses),
## Weights (N-by-1), and What, a text for the rows.

function [model, h, args] = held_out (args)
  first = args{1};
  is_result = @(x) nnr.model.is_result (x, {'path', 'search'});
  if (is_result (first))
    [select, weights, args] = own_options (args(2:end));
    [o, model] = of_result (first, select);
    h = of_folds (o, model, weights);
  elseif (numel (args) >= 2 && is_result (args{2}))
    nnr.model.check ('MODEL', first);
    model = first;
    result = args{2};
    [select, weights, args] = own_options (args(3:end));
    h = of_folds (of_result (result, select), model, weights);
  else
    nnr.model.check ('the first argument', first);
    model = first;
    has_table = numel (args) > 1 && nnr.table.is_table (args{2});
    if (! has_table && (numel (args) < 3 || ischar (args{2})))
      error ('nnreg:badArgument', ['give the result of nnreg_gridsearch or nnreg_path, or a ' ...
                                   'model with X and y of rows that it was not trained on']);
    end
    [h, args] = of_data (model, args{2}, args(3:end));
  end
end

## Select and Weights may be among the options.
function [select, weights, rest] = own_options (args)
  [select, weights, rest] = deal ('min', [], {});
  for k = 1:2:numel (args)
    name = args{k};
    has_value = k < numel (args);
    if (has_value && ischar (name) && strcmpi (name, 'Select'))
      select = nnr.args.check_choice ('Select', args{k + 1}, {'min', '1se'});
    elseif (has_value && ischar (name) && strcmpi (name, 'Weights'))
      weights = args{k + 1};
    else
      rest = [rest, args(k:min (k + 1, end))];
    end
  end
end

## The out-of-fold predictions of a result and its model.
function [o, model] = of_result (r, select)
  names = {'OutOfFold', 'Model'};
  if (nnr.model.is_result (r, 'path'))
    names = strcat (names, merge (strcmp (select, '1se'), '1SE', 'Min'));
  end
  if (! isfield (r, names{1}) || isequal (r.(names{1}), []))
    error ('nnreg:badArgument', ['the result has no %s; make it with folds and "OutOfFold", ' ...
                                 'true, up to its end'], names{1});
  end
  o = r.(names{1});
  if (nargout > 1)
    if (! isfield (r, names{2}))
      error ('nnreg:badArgument', ['the result has no Model, as Refit was false; give a model ' ...
                                   'as the first argument and the result as the second']);
    end
    model = r.(names{2});
    nnr.model.check (names{2}, model);
  end
  fault = fault_of (o);
  if (! isempty (fault))
    error ('nnreg:badArgument', '%s does not hold together: %s', names{1}, fault);
  end
end

function fault = fault_of (o)
  fault = '';
  if (! (isstruct (o) && all (isfield (o, {'Scores', 'Y', 'Weights', 'ClassNames'}))))
    fault = 'it must be a struct with Scores, Y, Weights and ClassNames';
  elseif (rows (o.Scores) != rows (o.Y) ...
          || (isfield (o, 'FirstScores') && ! size_equal (o.FirstScores, o.Scores)) ...
          || ! any (numel (o.Weights) == [0, rows(o.Y)]))
    fault = 'Scores, Y and Weights must have a row for each sample';
  end
end

function h = of_folds (o, model, weights)
  if (! isempty (weights))
    error ('nnreg:badArgument', 'Weights has no place beside a result, which has them');
  end
  if (isfield (o, 'FirstScores'))
    o.Scores = o.FirstScores;   # the mean of repeats is better than the model that is to decide
  end
  known = ! any (isnan (o.Scores), 2);
  if (! isequal (o.ClassNames, model.ClassNames) || columns (o.Scores) != rows (model.Weights{end}))
    error ('nnreg:badArgument', 'the model and the result do not belong together: other classes');
  end
  truth = nnr.model.truth (model, o.Y, rows (o.Y));
  h = held (double (o.Scores(known,:)), truth(known,:), o.Weights, known);
  h.What = sprintf ('%s out of fold', nnr.words.count_text (nnz (known), 'row'));
end

## ARGS are y and options.
function [h, args] = of_data (model, X, args)
  if (isfield (model, 'Temperature'))
    model = rmfield (model, 'Temperature');
  end
  if (nnr.table.is_table (X))
    X = nnr.table.read ('X', X);
    [y, args] = nnr.model.take_response (model, X, args);
    [~, weights, args] = own_options (args);
    weights = nnr.table.named_column (X, weights, 'Weights');
    [X, y, weights, kept] = nnr.table.known_rows (X, y, weights, model.ClassNames);
  else
    y = args{1};
    nnr.model.refuse_swapped (model, X, y);
    [~, weights, args] = own_options (args(2:end));
    kept = [];
  end
  X = nnr.model.read_rows (model, X, {});
  weights = nnr.targets.metric_weights (weights, rows (X));
  nnr.targets.warn_of_weights (weights, kept);
  [X, y, weights] = nnr.targets.drop_weightless (X, y, weights);
  truth = nnr.model.truth (model, y, rows (X));
  scores = double (nnr.model.network_outputs (model, X, nnr.args.check_threads ([])));
  h = held (scores, truth, weights, true (rows (X), 1));
  nnr.decisions.warn_of_training_rows (model, X, h);
  h.What = nnr.words.count_text (rows (X), 'row');
end

function h = held (scores, truth, weights, known)
  if (isempty (weights))
    weights = ones (size (known));
  end
  h = struct ('Scores', scores, 'Truth', truth, 'Weights', double (weights(known)(:)));
end
