## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## fault = nnr.model.result_fault (kind, x)
##
## What is wrong with a history, a path, a search, metrics or a partial dependence (KIND) that the
## user may have changed or read from a file; empty if nothing is.
##
## Each kind is a list of checks. A check returns its fault or an empty text, and may rely on the
## checks before it.

function fault = result_fault (kind, x)
  switch (kind)
    case 'history'
      checks = history_checks (x);
    case 'path'
      checks = path_checks (x);
    case 'search'
      checks = search_checks (x);
    case 'metrics'
      checks = metrics_checks (x);
    case 'learning curve'
      checks = curve_checks (x);
    case 'dependence'
      checks = dependence_checks (x);
  end
  fault = first_fault (checks);
end

function fault = first_fault (checks)
  fault = '';
  for check = checks
    fault = check{1} ();
    if (! isempty (fault))
      return;
    end
  end
end

function fault = unless (holds, fault)
  if (holds)
    fault = '';
  end
end

function fault = missing (x, names)
  absent = names(! isfield (x, names));
  fault = '';
  if (! isempty (absent))
    fault = sprintf ('it has no field %s', absent{1});
  end
end

## The fields of X that are in NAMES must be vectors of COUNT numbers that Octave can draw.
function fault = misfits (x, names, count)
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

## Integer classes are refused, since the limits of a picture are computed from the values.
function yes = is_numbers (value, count)
  yes = isfloat (value) && isreal (value) && ! issparse (value) && numel (value) == count ...
        && (isvector (value) || isempty (value));
end

function yes = is_index (value, count)
  yes = is_numbers (value, 1) && any (value == 1:count);
end

function yes = is_struct_with (x, names)
  yes = isstruct (x) && isscalar (x) && all (isfield (x, names));
end

function checks = history_checks (h)
  needed = {'Epoch', 'DataLoss', 'Penalty', 'Zeros'};
  measures = {'Accuracy', 'RMSE'};
  if (isfield (h, 'ValDataLoss'))
    needed = [needed, {'ValLoss'}, strcat('Val', measures(isfield (h, measures)))];
  end
  columns = [needed, measures, {'Loss', 'ValDataLoss', 'ValAccuracy', 'ValRMSE', 'Lambda'}];
  checks = {@() unless(isstruct (h) && isscalar (h), 'its history is no struct'), ...
            @() missing(h, needed), ...
            @() misfits(h, columns, numel (h.Epoch)), ...
            @() unless(numel (h.Epoch) > 0 && all (isfinite (h.Epoch)), 'it has no epochs'), ...
            @() unless(all (diff (h.Epoch) > 0) && max (abs (h.Epoch)) < 1e9, ...
                       'Epoch must ascend'), ...
            @() all_undefined(h, columns)};
end

## A column may have NaN, from epochs without validation, but no column is all NaN.
function fault = all_undefined (h, names)
  fault = '';
  for name = names(isfield (h, names))
    if (! any (isfinite (h.(name{1}))))
      fault = sprintf ('%s has no finite number', name{1});
      return;
    end
  end
end

function checks = path_checks (p)
  [needed, scores] = deal ({'TrainLoss'});
  if (isfield (p, 'Mean'))
    needed = {'Mean', 'SE'};
    scores = needed;
    if (isfield (p, 'SE') && all (isnan (p.SE(:))))
      scores = {'Mean'};        # a single fold has no SE
    end
  end
  columns = {'Lambda', 'Zeros', 'LiveInputs', 'Mean', 'SE', 'TrainLoss'};
  finite = @(names) all (cellfun (@(name) all (isfinite (p.(name))), names));
  marked = @() all (isfield (p, {'IndexMin', 'Index1SE'})) ...
               && is_index (p.IndexMin, numel (p.Lambda)) ...
               && is_index (p.Index1SE, numel (p.Lambda));
  ## Lambda is 0 where the first input was dropped at no price.
  checks = {@() missing(p, [needed, {'Penalty'}]), ...
            @() misfits(p, columns, numel (p.Lambda)), ...
            @() unless(! isempty (p.Lambda) && finite ([scores, {'Lambda', 'Zeros'}]) ...
                       && all (p.Lambda == 0 | p.Lambda >= 1e-100), ...
                       ['its Lambda, Zeros and scores must be finite, and Lambda 0 or at ' ...
                        'least 1e-100']), ...
            @() unless(! isfield (p, 'LambdaMin') || marked (), ...
                       'IndexMin and Index1SE must be places in Lambda'), ...
            @() unless(ischar (p.ScoreName) && ischar (p.Penalty), ...
                       'ScoreName and Penalty must be texts')};
end

function checks = search_checks (r)
  all_of = r.Results;
  count = numel (all_of);
  checks = {@() unless(isstruct (all_of) && count > 0, ...
                       'Results must be a struct array with an entry for each candidate'), ...
            @() missing(all_of, {'Params', 'Mean', 'Std', 'Zeros', 'Seconds', 'FoldScores'}), ...
            @() unless(isfield (r, 'LargerIsBetter'), ...
                       'it has no field LargerIsBetter: run the search again'), ...
            @() candidate_fault(all_of), ...
            @() unless(any (isfinite ([all_of.Mean])), 'no candidate has a score'), ...
            @() unless(ischar (r.ScoreName) && isrow (r.ScoreName), ...
                       'ScoreName must be a text'), ...
            @() unless(islogical (r.LargerIsBetter) && ! isempty (r.LargerIsBetter), ...
                       'LargerIsBetter must be true or false'), ...
            @() unless(all (isfield (r, {'BestIndex', 'OneSEIndex'})) ...
                       && is_place (r.BestIndex, count) && is_place (r.OneSEIndex, count), ...
                       'BestIndex and OneSEIndex must be places in Results'), ...
            @() unless(! isfield (r, 'Table') || is_table (r.Table, count), ...
                       'Table must be a struct of columns with an entry for each candidate')};
end

function fault = candidate_fault (all_of)
  first = all_of(1);
  for one = all_of(:).'
    fault = misfits (one, {'Mean', 'Std', 'Zeros', 'Seconds', 'Epochs'}, 1);
    if (isempty (fault) && ! is_struct_with (one.Params, {}))
      fault = 'Params must be a struct';
    elseif (isempty (fault) && ! is_numbers (one.FoldScores, numel (first.FoldScores)))
      fault = 'FoldScores must have a number for each fold';
    elseif (isempty (fault) && isfield (one, 'Scores') && ! are_scores (one.Scores, first.Scores))
      fault = 'Scores must be a struct of numbers, the same for each candidate';
    end
    if (! isempty (fault))
      return;
    end
  end
end

function yes = are_scores (scores, first)
  yes = is_struct_with (scores, {}) && isstruct (first) ...
        && isequal (fieldnames (scores), fieldnames (first)) ...
        && all (structfun (@(v) is_numbers (v, numel (v)), scores));
end

## NaN where no candidate has a score.
function yes = is_place (value, count)
  yes = is_index (value, count) ...
        || (isnumeric (value) && (isempty (value) || isequaln (value, NaN)));
end

function yes = is_table (table, count)
  yes = is_struct_with (table, {}) ...
        && all (structfun (@(c) numel (c) == count && (iscell (c) || is_numbers (c, count)), ...
                           table));
end

function checks = curve_checks (r)
  columns = {'TrainMean', 'ValMean', 'TrainSE', 'ValSE'};
  checks = {@() missing(r, [columns, {'ScoreName', 'LargerIsBetter', 'ValScores'}]), ...
            @() misfits(r, [columns, {'NumRows'}], numel (r.NumRows)), ...
            @() unless(! isempty (r.NumRows) && all (r.NumRows > 0) ...
                       && all (isfinite ([r.NumRows(:); r.TrainMean(:); r.ValMean(:)])), ...
                       'its NumRows must be positive, and its scores finite'), ...
            @() unless(ischar (r.ScoreName) && isrow (r.ScoreName), 'ScoreName must be a text'), ...
            @() unless(isscalar (r.LargerIsBetter), 'LargerIsBetter must be true or false')};
end

function checks = metrics_checks (m)
  C = m.Confusion;
  count = rows (C);
  ## Scores of classes bring curves and a calibration.
  checks = {@() unless(isnumeric (C) && isreal (C) && count > 0 ...
                       && isequal (size (C), [count, count]) ...
                       && all (isfinite (nonzeros (C)) & nonzeros (C) >= 0), ...
                       'Confusion must be a square matrix of numbers from 0'), ...
            @() unless(isfield (m, 'ClassNames') && rows (m.ClassNames) == count ...
                       && (iscellstr (m.ClassNames) || ischar (m.ClassNames) ...
                           || isnumeric (m.ClassNames) || islogical (m.ClassNames)), ...
                       'ClassNames must have a row for each class'), ...
            @() unless(isfield (m, 'Accuracy') && is_numbers (m.Accuracy, 1), ...
                       'Accuracy must be a number'), ...
            @() unless(! isfield (m, 'ROC') || curves_fit (m, count), ...
                       'AUC, MacroAUC and ROC must have rates from 0 to 1 for each class'), ...
            @() unless(! isfield (m, 'ECE') || isequaln (m.ECE, NaN) || calibration_fits (m), ...
                       'ECE, Brier and Reliability must be numbers')};
end

function yes = curves_fit (m, count)
  yes = all (isfield (m, {'AUC', 'MacroAUC'})) && is_numbers (m.MacroAUC, 1) ...
        && is_numbers (m.AUC, count) && isstruct (m.ROC) && numel (m.ROC) == count ...
        && all (isfield (m.ROC, {'FPR', 'TPR'}));
  if (yes)
    yes = all (arrayfun (@curve_fits, m.ROC(! isnan (m.AUC))));
  end
end

function yes = curve_fits (curve)
  count = numel (curve.FPR);
  are_rates = @(r) is_numbers (r, count) && all (r >= 0 & r <= 1);
  yes = are_rates (curve.FPR) && are_rates (curve.TPR) && any (curve.TPR == 1);
end

function yes = calibration_fits (m)
  yes = all (isfield (m, {'Brier', 'Reliability'})) && is_numbers (m.ECE, 1) ...
        && is_numbers (m.Brier, 1) ...
        && is_struct_with (m.Reliability, {'Share', 'Score', 'Accuracy'});
  if (yes)
    bins = m.Reliability;
    fits = @(v) is_numbers (v, numel (bins.Share)) && isrow (v) == isrow (bins.Share);
    yes = fits (bins.Share) && fits (bins.Score) && fits (bins.Accuracy) ...
          && all (bins.Share >= 0) && any (bins.Share > 0);
  end
end

function checks = dependence_checks (pd)
  needed = {'Task', 'ClassNames', 'Names', 'Mean', 'NumSamples'};
  checks = {@() missing(pd, needed), ...
            @() unless(iscellstr (pd.Names) && any (numel (pd.Names) == [1, 2]) ...
                       && iscell (pd.Points) && size_equal (pd.Points, pd.Names) ...
                       && all (cellfun (@are_points, pd.Points)), ...
                       'Points must have numbers or texts for each of one or two Names'), ...
            @() unless(is_numbers (pd.Mean, numel (pd.Mean)) && ! isempty (pd.Mean) ...
                       && (! strcmp (pd.Task, 'classification') ...
                           || rows (pd.ClassNames) == numel (pd.Mean)), ...
                       'Mean must have a number for each class or response'), ...
            @() unless(are_values (pd.Values, [cellfun(@numel, pd.Points), numel(pd.Mean)]), ...
                       'Values must have a number for each point and output'), ...
            @() unless(! isfield (pd, 'ICE') || are_rows (pd), ...
                       'ICE must have a number for each point, row and output'), ...
            @() unless(is_distribution (pd.Distribution, pd.Points), ...
                       'Distribution must have the shares of the rows for each input')};
end

function yes = are_points (points)
  yes = ! isempty (points) && iscolumn (points) ...
        && (iscellstr (points) || (is_numbers (points, numel (points)) ...
                                   && all (abs (points) < 1e100)));
end

function yes = are_rows (pd)
  yes = ndims (pd.ICE) <= 3 ...
        && are_values (pd.ICE, [numel(pd.Points{1}), size(pd.ICE, 2), numel(pd.Mean)]);
end

function yes = are_values (values, sizes)
  yes = isfloat (values) && isreal (values) && numel (values) == prod (sizes) ...
        && isequal (size (values), size (zeros (sizes))) && all (abs (values(:)) < 1e100);
end

function yes = is_distribution (d, points)
  yes = isstruct (d) && numel (d) == numel (points) ...
        && all (isfield (d, {'Edges', 'Share', 'Outside', 'Gaps', 'Near'}));
  are_shares = @(v) is_numbers (v, numel (v)) && all (isfinite (v(:)));
  for k = 1:numel (points) * yes
    yes = yes && are_shares (d(k).Share) && isrow (d(k).Share) && isrow (d(k).Near) ...
          && are_shares (d(k).Near) && numel (d(k).Near) == numel (points{k}) ...
          && is_numbers (d(k).Outside, 1 + isnumeric (points{k})) && is_numbers (d(k).Gaps, 1) ...
          && all (isfinite (d(k).Edges(:))) ...
          && (isnumeric (points{k}) || numel (d(k).Share) == numel (points{k}));
  end
end

%!shared X, y, m
%! [X, y] = nnreg_digits ();
%! [X, y] = deal (X(1:200,1:20), 1 + (y(1:200) > 4));
%! m = nnreg_fit (X, y, "LayerSizes", 3, "Epochs", 2, "ValidationFraction", 0.2, "Verbose", 0);
%!function check (kind, x, faults)
%!  # x is whole; with another value in one field it has the fault
%!  assert (nnr.model.result_fault (kind, x), '');
%!  for fault = faults.'
%!    bad = x;
%!    bad.(fault{1}) = fault{2};
%!    assert (nnr.model.result_fault (kind, bad), fault{3});
%!  end
%!endfunction
%!test
%! h = m.History;
%! check ("history", h, ...
%!        {"Penalty", 1, 'Penalty must be a vector of 2 numbers'; ...
%!         "Zeros", sparse([true; false]), 'Zeros must be a vector of 2 numbers'; ...
%!         "ValLoss", [NaN; NaN], 'ValLoss has no finite number'; ...
%!         "ValLoss", [1e101; 1], 'ValLoss has numbers beyond 1e100'; ...
%!         "Epoch", [2; 1], 'Epoch must ascend'; "Epoch", [1; 1e20], 'Epoch must ascend'});
%! assert (nnr.model.result_fault ("history", {}), 'its history is no struct');
%! assert (nnr.model.result_fault ("history", rmfield (h, "Zeros")), 'it has no field Zeros');
%! none = structfun (@(column) column([]), h, "UniformOutput", false);
%! assert (nnr.model.result_fault ("history", none), 'it has no epochs');
%!test
%! p = nnreg_path (X, y, "LayerSizes", [], "NumLambda", 3, "CV", 2, "Verbose", 0);
%! check ("path", p, ...
%!        {"Zeros", 1, 'Zeros must be a vector of 3 numbers'; ...
%!         "Lambda", int32([1; 0; 0]), 'Lambda must be a vector of 3 numbers'; ...
%!         "Lambda", [1; NaN; 2], ...
%!         'its Lambda, Zeros and scores must be finite, and Lambda 0 or at least 1e-100'; ...
%!         "IndexMin", 4, 'IndexMin and Index1SE must be places in Lambda'});
%!test
%! r = nnreg_gridsearch (X, y, {"Epochs", [1, 2]}, "CV", 2, "Refit", false, "Verbose", 0);
%! places = 'BestIndex and OneSEIndex must be places in Results';
%! check ("search", r, ...
%!        {"Results", 3, 'Results must be a struct array with an entry for each candidate'; ...
%!         "OneSEIndex", containers.Map(), places; "BestIndex", {1}, places; ...
%!         "LargerIsBetter", "yes", 'LargerIsBetter must be true or false'; ...
%!         "Table", struct("Mean", 1), ...
%!         'Table must be a struct of columns with an entry for each candidate'});
%! assert (nnr.model.result_fault ("search", rmfield (r, "OneSEIndex")), places);
%! assert (nnr.model.result_fault ("search", rmfield (r, "LargerIsBetter")), ...
%!         'it has no field LargerIsBetter: run the search again');
%! bad = r;
%! bad.Results(2).Params = 5;
%! assert (nnr.model.result_fault ("search", bad), 'Params must be a struct');
%! [r.Results.Mean] = deal (NaN);
%! assert (nnr.model.result_fault ("search", r), 'no candidate has a score');
%!test
%! check ("metrics", nnreg_evaluate (m, X, y), ...
%!        {"Confusion", [1, 2], 'Confusion must be a square matrix of numbers from 0'; ...
%!         "ClassNames", 1, 'ClassNames must have a row for each class'; ...
%!         "AUC", 1, 'AUC, MacroAUC and ROC must have rates from 0 to 1 for each class'; ...
%!         "Brier", "a", 'ECE, Brier and Reliability must be numbers'});
