## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## sentences = nnr.show.sentences (model, x)
##
## What there is to say of a MODEL and its training in plain words, a cellstr column. X is what the
## user gave: a search or a path says more than its model.

function sentences = sentences (model, x)
  sentences = [of_rows(model); of_columns(model); of_baseline(model); of_folds(x); ...
               of_inputs(model); of_warnings(model)];
end

function out = of_rows (model)
  out = cell (0, 1);
  if (isfield (model, 'Training'))
    out = {sprintf('It learned from %s.', nnr.words.count_text (model.Training.NumRows, 'row'))};
  end
end

## Gaps and levels of a table's columns, of the first ones that have any.
function out = of_columns (model)
  out = cell (0, 1);
  if (! isfield (model, 'Preparation'))
    return
  end
  c = model.Preparation.Columns;
  numbers = strcmp ({c.Kind}, 'number');
  filled = find (numbers & [c.Gaps] > 0);
  texts = arrayfun (@(k) sprintf ('%s: %d by %.5g', c(k).Name, c(k).Gaps, c(k).Fill), filled, ...
                    'UniformOutput', false);
  if (! isempty (texts))
    out{end + 1,1} = sprintf ('Gaps were filled with medians (%s).', listed (texts, ', '));
  end
  texts = arrayfun (@levels_of, c(! numbers), 'UniformOutput', false);
  if (! isempty (texts))
    out{end + 1,1} = sprintf ('Levels: %s.', listed (texts, ', '));
  end
end

function text = levels_of (c)
  text = sprintf ('%s %d', c.Name, numel (c.Levels) + c.Other + c.Gap);
  if (c.Gaps > 0)
    text = sprintf ('%s with %s', text, nnr.words.count_text (c.Gaps, 'gap'));
  end
end

function out = of_baseline (model)
  out = cell (0, 1);
  if (! isfield (model, 'Training'))
    return
  elseif (! isempty (model.Training.Shares))
    [share, k] = max (model.Training.Shares);
    name = nnr.words.label_texts (model.ClassNames(k,:), 20);
    out = {sprintf('Always guessing the largest class, %s, would have the accuracy %.4g.', ...
                   name{1}, share)};
  else
    texts = arrayfun (@(v) sprintf ('%.4g', v), model.Training.Deviation, 'UniformOutput', false);
    words = {'mean would have the RMSE', 'median would have the MAE'};
    words = words{1 + ! isempty (nnr.model.thresholds (model))};
    out = {sprintf('Always predicting the %s %s.', words, listed (texts, ', '))};
  end
end

## The cross-validated score with its error. The folds of repeats are no further samples.
function out = of_folds (x)
  out = cell (0, 1);
  f = score_of_path (x);
  if (isempty (f))
    f = score_of_search (x);
  end
  if (nnr.model.is_result (x, 'sparsified network'))
    out = of_frontier (x);
  end
  if (isempty (f))
    return
  end
  text = sprintf ('%s its %s is %.5g', folds_text (x.Folds), x.ScoreName, f.Mean);
  if (isfinite (f.SE))
    text = sprintf ('%s with the standard error %.2g', text, f.SE);
  end
  if (isfield (x, f.Nested))
    text = sprintf ('%s; the nested estimate is %.5g (%.2g)', text, x.(f.Nested).Mean, ...
                    x.(f.Nested).StdError);
  elseif (f.Count > 1)
    text = sprintf ('%s, which is optimistic as the best of %d %s', text, f.Count, f.What);
  end
  out = {[text, '.']};
end

function out = of_frontier (r)
  out = {sprintf(['On the rows held out its %s was %.5g, the dense network''s %.5g; it is ' ...
                  'chosen from %s by them.'], r.ScoreName, r.Score(r.Index), r.DenseScore, ...
                 nnr.words.count_text (numel (r.Score), 'network'))};
end

function f = score_of_path (x)
  f = [];
  if (nnr.model.is_result (x, 'path') && all (isfield (x, {'IndexMin', 'Folds'})))
    k = x.IndexMin;
    f = struct ('Mean', x.Mean(k), 'SE', x.SE(k), 'Count', numel (x.Lambda), 'What', 'points', ...
                'Nested', 'NestedMin');
  end
end

function f = score_of_search (x)
  f = [];
  if (nnr.model.is_result (x, 'search') && isfield (x, 'Folds') ...
      && isempty (nnr.model.result_fault ('search', x)))
    best = x.Results(x.BestIndex);
    each = numel (best.FoldScores) / columns (x.Folds);
    f = struct ('Mean', best.Mean, 'SE', best.Std / sqrt (each), 'Count', numel (x.Results), ...
                'What', 'candidates', 'Nested', 'Nested');
  end
end

function text = folds_text (folds)
  text = sprintf ('In %d-fold cross-validation', max (folds(:,1)));
  if (max (folds(:,1)) == 1)
    text = sprintf ('On %s held out', nnr.words.count_text (nnz (folds(:,1)), 'row'));
  end
  if (columns (folds) > 1)
    text = sprintf ('%s, repeated %d times,', text, columns (folds));
  end
end

function out = of_inputs (model)
  s = nnr.model.sparsity (model);
  [names, count] = deal (s.Names, s.NumInputs);
  if (isfield (s, 'PredictorNames'))
    [names, count] = deal (s.PredictorNames, s.NumPredictors);
  elseif (isempty (names))
    names = arrayfun (@(k) sprintf ('column %d', k), s.SelectedInputs, 'UniformOutput', false);
  end
  if (isempty (names))
    out = {'No input matters: the prediction is constant.'};
    return
  end
  out = {sprintf('It uses %d of %s; by their weights the strongest: %s.', numel (names), ...
                 nnr.words.count_text (count, 'input'), listed (names, ', '))};
end

function out = of_warnings (model)
  out = cell (0, 1);
  if (! isfield (model, 'Training') || isempty (model.Training.Warnings))
    return
  end
  out = arrayfun (@(w) sprintf ('Warning at training (%s): %s.', w.Identifier, w.Text), ...
                  model.Training.Warnings(:), 'UniformOutput', false);
end

function text = listed (texts, between)
  most = 5;
  text = strjoin (texts(1:min (end, most)), between);
  if (numel (texts) > most)
    text = sprintf ('%s, and %d more', text, numel (texts) - most);
  end
end
