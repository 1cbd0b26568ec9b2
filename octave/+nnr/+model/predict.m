## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [yhat, scores] = nnr.model.predict (model, X, keep, threads)
##
## What nnreg_predict returns. If KEEP, rows of X with NaN have NaN as scores, and no label: NaN, ''
## or blanks.

function [yhat, scores] = predict (model, X, keep, threads)
  if (! keep)
    scores = nnr.model.network_outputs (model, X, threads);
  else
    [missing, scores] = outputs_of_rest (model, X, threads);
  end
  if (strcmp (model.Task, 'regression'))
    yhat = scores;
    return
  end
  idx = nnr.model.decide (model, scores);
  yhat = model.ClassNames(idx,:);
  if (keep)
    yhat = without_labels (yhat, missing, model.ClassNames);
  end
end

function [missing, scores] = outputs_of_rest (model, X, threads)
  missing = nnr.model.missing_rows (model, X);
  check_infinite (model, X);
  kind = class (model.Weights{1});
  if (strcmp (model.Task, 'regression'))
    kind = 'double';
  end
  scores = NaN (rows (X), rows (model.Weights{end}), kind);
  if (! all (missing))
    scores(! missing,:) = nnr.model.network_outputs (model, X(! missing,:), threads);
  end
end

## Inf is an error in every row, and named by its place in the whole X.
function check_infinite (model, X)
  numbers = 1:columns (X);
  if (columns (X) != columns (model.Weights{1}))
    numbers = model.Inputs;
  end
  [row, column] = find (isinf (X(:,numbers)), 1);
  if (! isempty (row))
    column = numbers(column);
    error ('nnreg:badData', 'X(%d,%d) is %g', row, column, full (X(row,column)));
  end
end

## Numbers become double whatever the data, since only float classes have NaN.
function yhat = without_labels (yhat, missing, classes)
  if (iscell (yhat))
    yhat(missing) = {''};
  elseif (ischar (yhat))
    yhat(missing,:) = ' ';
  else
    if (isinteger (classes) && any (abs (classes) >= flintmax ()))
      error ('nnreg:badArgument', ['"MissingRows", "keep" returns labels as doubles, which ' ...
                                   'cannot hold all ClassNames of MODEL']);
    elseif (! isfloat (yhat))
      yhat = double (yhat);
    end
    yhat(missing) = NaN;
  end
end
