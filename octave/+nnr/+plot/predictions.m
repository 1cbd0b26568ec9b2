## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## p = nnr.plot.predictions (x)
##
## True and predicted responses, N-by-R: of the metrics X of a regression, or out of fold of a
## search or a path (of a path those of ModelMin). A struct with True, Predicted, RMSE, R2, Names
## (for the labels of axes) and What, a text for the rows.

function p = predictions (x)
  if (isfield (x, 'Predictions'))
    p = x.Predictions;
    p.What = nnr.words.count_text (rows (p.True), 'row');
  else
    p = out_of_fold (x);
  end
  fits = @(v) isfloat (v) && isreal (v) && ! issparse (v) && ! isempty (v) ...
              && all (abs (v(:)) < 1e100);
  if (! (fits (p.True) && fits (p.Predicted) && size_equal (p.True, p.Predicted)))
    error ('nnreg:badArgument', ['X does not hold together: the true and the predicted ' ...
                                 'responses must be matrices of finite numbers, of equal size']);
  end
  weights = [];
  if (isfield (p, 'Weights') && numel (p.Weights) == rows (p.True))
    weights = p.Weights;
  end
  m = nnr.metrics.regression_metrics (p.True, p.Predicted, weights);
  [p.RMSE, p.R2] = deal (m.RMSE, m.R2);
  p.Names = {''};
  if (columns (p.True) > 1)
    p.Names = arrayfun (@(k) sprintf (', response %d', k), 1:columns (p.True), ...
                        'UniformOutput', false);
  end
  most = 6;
  for name = {'True', 'Predicted'}
    p.(name{1}) = double (p.(name{1})(:,1:min (end, most)));
  end
end

function p = out_of_fold (x)
  name = merge (nnr.model.is_result (x, 'path'), 'OutOfFoldMin', 'OutOfFold');
  if (! (isfield (x, name) && isstruct (x.(name)) && isempty (x.(name).ClassNames)))
    error ('nnreg:badArgument', ['X has no predictions of a regression: a search or a path has ' ...
                                 'them with folds and "OutOfFold", true']);
  end
  o = x.(name);
  known = ! any (isnan (o.Scores), 2);
  weights = o.Weights;
  if (! isempty (weights))
    weights = weights(known);
  end
  p = struct ('True', double (o.Y(known,:)), 'Predicted', double (o.Scores(known,:)), ...
              'Weights', weights, ...
              'What', [nnr.words.count_text(nnz (known), 'row'), ' out of fold']);
end

%!test
%! m = nnreg_metrics ([1; 2; 4], [1; 3; 3], "Task", "regression");
%! p = nnr.plot.predictions (m);
%! assert ({p.True, p.Predicted, p.What, p.RMSE}, {[1; 2; 4], [1; 3; 3], "3 rows", m.RMSE});
%! o = struct ("Scores", single ([1; NaN; 3]), "Y", int8 ([2; 2; 2]), "Weights", [1; 2; 3], ...
%!             "ClassNames", []);
%! p = nnr.plot.predictions (struct ("OutOfFold", o));
%! assert ({p.True, p.Predicted, p.What}, {[2; 2], [1; 3], "2 rows out of fold"});
%! assert (p.RMSE, 1, 1e-12);
%!error <X has no predictions of a regression: a search or a path has them with folds and "OutOfFol>
%! nnr.plot.predictions (struct ("OutOfFold", []));
%!error <X does not hold together: the true and the predicted responses must be matrices of finite >
%! nnr.plot.predictions (struct ("Predictions", struct ("True", [1; 2], "Predicted", 1)));
