## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## fault = nnr.model.result_fault (kind, x)
##
## What is wrong with a history, a path, a search or metrics (kind) that the user may have changed
## or read from a file, or empty.

function fault = result_fault (kind, x)
  switch (kind)
    case 'history'
      fault = history_fault (x);
    case 'path'
      fault = path_fault (x);
    case 'search'
      fault = search_fault (x);
    case 'metrics'
      fault = metrics_fault (x);
  end
end

## No integers, of which a limit of a picture beside them would be one as well.
function yes = is_numbers (value, count)
  yes = isfloat (value) && isreal (value) && ! issparse (value) && numel (value) == count ...
        && (isvector (value) || isempty (value));
end

function yes = is_index (value, count)
  yes = is_numbers (value, 1) && any (value == 1:count);
end

## The first of the fields that x has and that are not count numbers, or none that Octave draws.
function fault = column_fault (x, names, count)
  fault = '';
  for name = names(isfield (x, names))
    values = x.(name{1});
    if (! is_numbers (values, count))
      fault = sprintf ('%s must be a vector of %d numbers', name{1}, count);
      return;
    elseif (any (abs (values(isfinite (values))) > 1e100))
      fault = sprintf ('%s has numbers beyond 1e100', name{1});
      return;
    end
  end
end

## The first of the names that x has no field of.
function fault = missing_fault (x, names)
  fault = '';
  absent = names(! isfield (x, names));
  if (! isempty (absent))
    fault = sprintf ('it has no field %s', absent{1});
  end
end

function fault = history_fault (h)
  if (! (isstruct (h) && isscalar (h)))
    fault = 'its history is no struct';
    return;
  end
  needed = {'Epoch', 'DataLoss', 'Penalty', 'Zeros'};
  measures = {'Accuracy', 'RMSE'};
  if (isfield (h, 'ValDataLoss'))
    needed = [needed, {'ValLoss'}, strcat('Val', measures(isfield (h, measures)))];
  end
  fault = missing_fault (h, needed);
  if (! isempty (fault))
    return;
  end
  names = [needed, measures, {'Loss', 'ValDataLoss', 'ValAccuracy', 'ValRMSE'}];
  fault = column_fault (h, names, numel (h.Epoch));
  if (isempty (fault) && ! (numel (h.Epoch) > 0 && all (isfinite (h.Epoch(:)))))
    fault = 'it has no epochs';
  elseif (isempty (fault) && ! (all (diff (h.Epoch(:)) > 0) && max (abs (h.Epoch(:))) < 1e9))
    fault = 'Epoch must ascend';
  elseif (isempty (fault))
    ## NaN in places is a validation that was left out.
    usable = cellfun (@(name) ! isfield (h, name) || any (isfinite (h.(name)(:))), names);
    if (! all (usable))
      fault = sprintf ('%s has no finite number', names(! usable){1});
    end
  end
end

function fault = path_fault (p)
  if (isfield (p, 'Mean'))
    needed = {'Mean', 'SE'};
  else
    needed = {'TrainLoss'};
  end
  fault = missing_fault (p, [needed, {'Penalty'}]);
  if (isempty (fault))
    fault = column_fault (p, {'Lambda', 'Zeros', 'LiveInputs', 'Mean', 'SE', 'TrainLoss'}, ...
                          numel (p.Lambda));
  end
  if (! isempty (fault))
    return;
  end
  values = cellfun (@(name) p.(name)(:), [needed, {'Lambda', 'Zeros'}], 'UniformOutput', false);
  marked = ! isfield (p, 'LambdaMin') ...
           || (all (isfield (p, {'IndexMin', 'Index1SE'})) ...
               && is_index (p.IndexMin, numel (p.Lambda)) ...
               && is_index (p.Index1SE, numel (p.Lambda)));
  ## 0 is the price of a first input that can be spared.
  drawn = p.Lambda(:) == 0 | p.Lambda(:) >= 1e-100;
  if (! all (isfinite (vertcat (values{:}))) || isempty (p.Lambda) || ! all (drawn))
    fault = 'its Lambda, Zeros and scores must be finite, and Lambda 0 or at least 1e-100';
  elseif (! marked)
    fault = 'IndexMin and Index1SE must be places in Lambda';
  elseif (! (ischar (p.ScoreName) && ischar (p.Penalty)))
    fault = 'ScoreName and Penalty must be texts';
  end
end

function fault = search_fault (r)
  all_of = r.Results;
  count = numel (all_of);
  fault = '';
  if (! (isstruct (all_of) && count > 0))
    fault = 'Results must be a struct array with an entry for each candidate';
    return;
  end
  fault = missing_fault (all_of, {'Params', 'Mean', 'Std', 'Zeros', 'Seconds', 'FoldScores'});
  if (! isempty (fault))
    return;
  end
  scalars = {'Mean', 'Std', 'Zeros', 'Seconds', 'Epochs'};
  for one = all_of(:).'
    fault = column_fault (one, scalars, 1);
    if (isempty (fault) && ! (isstruct (one.Params) && isscalar (one.Params)))
      fault = 'Params must be a struct';
    elseif (isempty (fault) && ! is_numbers (one.FoldScores, numel (all_of(1).FoldScores)))
      fault = 'FoldScores must be numbers, as many for each candidate';
    elseif (isempty (fault) && isfield (one, 'Scores'))
      fault = scores_fault (one.Scores, all_of(1).Scores);
    end
    if (! isempty (fault))
      return;
    end
  end
  if (! any (isfinite ([all_of.Mean])))
    fault = 'no candidate has a score';
  elseif (! (ischar (r.ScoreName) && isrow (r.ScoreName)))
    fault = 'ScoreName must be a text';
  elseif (! (all (isfield (r, {'BestIndex', 'OneSEIndex'})) && is_place (r.BestIndex, count) ...
             && is_place (r.OneSEIndex, count)))
    fault = 'BestIndex and OneSEIndex must be places in Results';
  elseif (isfield (r, 'Table'))
    fault = table_fault (r.Table, count);
  end
end

## NaN where no candidate has a score.
function yes = is_place (value, count)
  yes = is_index (value, count) ...
        || (isnumeric (value) && (isempty (value) || isequaln (value, NaN)));
end

function fault = scores_fault (scores, first)
  fault = '';
  if (! (isstruct (scores) && isscalar (scores) && isstruct (first) ...
         && isequal (fieldnames (scores), fieldnames (first)) ...
         && all (structfun (@(v) is_numbers (v, numel (v)), scores))))
    fault = 'Scores must be a struct of numbers, the same for each candidate';
  end
end

function fault = table_fault (columns, count)
  fault = '';
  if (! (isstruct (columns) && isscalar (columns) ...
         && all (structfun (@(c) numel (c) == count && (iscell (c) || is_numbers (c, count)), ...
                            columns))))
    fault = 'Table must be a struct of columns with an entry for each candidate';
  end
end

function fault = metrics_fault (m)
  fault = '';
  count = rows (m.Confusion);
  names_fit = isfield (m, 'ClassNames') && rows (m.ClassNames) == count ...
              && (iscellstr (m.ClassNames) || ischar (m.ClassNames) || isnumeric (m.ClassNames) ...
                  || islogical (m.ClassNames));
  square = isnumeric (m.Confusion) && isreal (m.Confusion) && ! issparse (m.Confusion) ...
           && count > 0 && isequal (size (m.Confusion), [count, count]) ...
           && all (isfinite (m.Confusion(:)) & m.Confusion(:) >= 0);
  if (! square)
    fault = 'Confusion must be a square matrix of numbers from 0';
  elseif (! names_fit)
    fault = 'ClassNames must have a row for each class';
  elseif (! (isfield (m, 'Accuracy') && is_numbers (m.Accuracy, 1)))
    fault = 'Accuracy must be a number';
  else
    fault = curves_fault (m, count);
  end
end

## Curves come with scores; calibration, too.
function fault = curves_fault (m, count)
  fault = '';
  if (isfield (m, 'ROC') && ! curves_fit (m, count))
    fault = 'AUC, MacroAUC and ROC must have rates from 0 to 1 for each class';
  elseif (isfield (m, 'ECE') && ! isequaln (m.ECE, NaN) && ! calibration_fits (m))
    fault = 'ECE, Brier and Reliability must be numbers';
  end
end

function yes = curves_fit (m, count)
  yes = all (isfield (m, {'AUC', 'MacroAUC'})) && is_numbers (m.MacroAUC, 1) ...
        && is_numbers (m.AUC, count) && isstruct (m.ROC) && numel (m.ROC) == count ...
        && all (isfield (m.ROC, {'FPR', 'TPR'}));
  if (! yes)
    return;
  end
  for k = find (! isnan (m.AUC(:).'))
    rates = {m.ROC(k).FPR, m.ROC(k).TPR};
    yes = yes && all (cellfun (@(r) is_numbers (r, numel (rates{1})) ...
                               && all (r(:) >= 0 & r(:) <= 1), rates)) && any (rates{2} == 1);
  end
end

function yes = calibration_fits (m)
  yes = all (isfield (m, {'Brier', 'Reliability'})) && is_numbers (m.ECE, 1) ...
        && is_numbers (m.Brier, 1) && isstruct (m.Reliability) && isscalar (m.Reliability) ...
        && all (isfield (m.Reliability, {'Share', 'Score', 'Accuracy'}));
  if (yes)
    values = {m.Reliability.Share, m.Reliability.Score, m.Reliability.Accuracy};
    yes = all (cellfun (@(v) is_numbers (v, numel (values{1})), values)) ...
          && all (cellfun (@isrow, values) == isrow (values{1})) ...
          && all (values{1} >= 0) && any (values{1} > 0);
  end
end

%!shared X, y, m
%! [X, y] = nnreg_digits ();
%! [X, y] = deal (X(1:200,1:20), 1 + (y(1:200) > 4));
%! m = nnreg_fit (X, y, "LayerSizes", 3, "Epochs", 2, "ValidationFraction", 0.2, "Verbose", 0);
%!function changed = with (x, name, value)
%!  changed = x;
%!  changed.(name) = value;
%!endfunction
%!test
%! assert (nnr.model.result_fault ("history", m.History), '');
%! assert (nnr.model.result_fault ("history", {}), 'its history is no struct');
%! assert (nnr.model.result_fault ("history", rmfield (m.History, "Zeros")), ...
%!         'it has no field Zeros');
%! assert (nnr.model.result_fault ("history", with (m.History, "Penalty", 1)), ...
%!         'Penalty must be a vector of 2 numbers');
%! assert (nnr.model.result_fault ("history", ...
%!                                 with (m.History, "Zeros", sparse ([true; false]))), ...
%!         'Zeros must be a vector of 2 numbers');
%! assert (nnr.model.result_fault ("history", with (m.History, "ValLoss", [NaN; NaN])), ...
%!         'ValLoss has no finite number');
%! assert (nnr.model.result_fault ("history", with (m.History, "ValLoss", [1e101; 1])), ...
%!         'ValLoss has numbers beyond 1e100');
%! assert (nnr.model.result_fault ("history", with (m.History, "Epoch", [2; 1])), ...
%!         'Epoch must ascend');
%! assert (nnr.model.result_fault ("history", with (m.History, "Epoch", [1; 1e20])), ...
%!         'Epoch must ascend');
%! none = structfun (@(column) column([]), m.History, "UniformOutput", false);
%! assert (nnr.model.result_fault ("history", none), 'it has no epochs');
%!test
%! p = nnreg_path (X, y, "LayerSizes", [], "NumLambda", 3, "CV", 2, "Verbose", 0);
%! assert (nnr.model.result_fault ("path", p), '');
%! assert (nnr.model.result_fault ("path", with (p, "Zeros", 1)), ...
%!         'Zeros must be a vector of 3 numbers');
%! assert (nnr.model.result_fault ("path", with (p, "Lambda", int32 ([1; 0; 0]))), ...
%!         'Lambda must be a vector of 3 numbers');
%! assert (nnr.model.result_fault ("path", with (p, "Lambda", [1; NaN; 2])), ...
%!         'its Lambda, Zeros and scores must be finite, and Lambda 0 or at least 1e-100');
%! assert (nnr.model.result_fault ("path", with (p, "IndexMin", 4)), ...
%!         'IndexMin and Index1SE must be places in Lambda');
%!test
%! r = nnreg_gridsearch (X, y, {"Epochs", [1, 2]}, "CV", 2, "Refit", false, "Verbose", 0);
%! assert (nnr.model.result_fault ("search", r), '');
%! assert (nnr.model.result_fault ("search", with (r, "Results", 3)), ...
%!         'Results must be a struct array with an entry for each candidate');
%! assert (nnr.model.result_fault ("search", rmfield (r, "OneSEIndex")), ...
%!         'BestIndex and OneSEIndex must be places in Results');
%! assert (nnr.model.result_fault ("search", with (r, "OneSEIndex", containers.Map ())), ...
%!         'BestIndex and OneSEIndex must be places in Results');
%! assert (nnr.model.result_fault ("search", with (r, "BestIndex", {1})), ...
%!         'BestIndex and OneSEIndex must be places in Results');
%! assert (nnr.model.result_fault ("search", with (r, "Table", struct ("Mean", 1))), ...
%!         'Table must be a struct of columns with an entry for each candidate');
%! r.Results(2).Params = 5;
%! assert (nnr.model.result_fault ("search", r), 'Params must be a struct');
%!test
%! r = nnreg_gridsearch (X, y, {"Epochs", [1, 2]}, "CV", 2, "Refit", false, "Verbose", 0);
%! [r.Results.Mean] = deal (NaN);
%! assert (nnr.model.result_fault ("search", r), 'no candidate has a score');
%!test
%! e = nnreg_evaluate (m, X, y);
%! assert (nnr.model.result_fault ("metrics", e), '');
%! assert (nnr.model.result_fault ("metrics", with (e, "Confusion", [1, 2])), ...
%!         'Confusion must be a square matrix of numbers from 0');
%! assert (nnr.model.result_fault ("metrics", with (e, "ClassNames", 1)), ...
%!         'ClassNames must have a row for each class');
%! assert (nnr.model.result_fault ("metrics", with (e, "AUC", 1)), ...
%!         'AUC, MacroAUC and ROC must have rates from 0 to 1 for each class');
%! assert (nnr.model.result_fault ("metrics", with (e, "Brier", "a")), ...
%!         'ECE, Brier and Reliability must be numbers');
