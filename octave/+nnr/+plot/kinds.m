## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [kinds, name] = nnr.plot.kinds (x)
##
## The kinds of pictures of X, the default first, and what nnr.model.result_fault calls it. Empty if
## nothing can be drawn of it.

function [kinds, name] = kinds (x)
  [kinds, name] = deal ({}, '');
  if (iscell (x) && ! isempty (x))
    [kinds, name] = deal ({'histogram'}, 'model');
  elseif (! (isstruct (x) && isscalar (x)))
    return;
  elseif (isfield (x, 'Weights') && iscell (x.Weights))
    nnr.model.check ('X', x);
    [kinds, name] = deal ({'weights', 'inputs', 'histogram', 'history'}, 'model');
  elseif (all (isfield (x, {'Epoch', 'DataLoss', 'Penalty', 'Zeros'})))
    [kinds, name] = deal ({'history'}, 'history');
  elseif (isfield (x, 'Confusion'))
    [kinds, name] = deal ({'confusion', 'roc', 'calibration'}, 'metrics');
  elseif (isfield (x, 'Predictions') && isstruct (x.Predictions))
    [kinds, name] = deal ({'predicted', 'residuals'}, 'predictions');
  elseif (all (isfield (x, {'Points', 'Values', 'Distribution'})))
    [kinds, name] = deal ({'dependence'}, 'dependence');
  elseif (nnr.model.is_path (x))
    [kinds, name] = deal ({'path', 'predicted', 'residuals'}, 'path');
  elseif (nnr.model.is_search (x))
    [kinds, name] = deal ({'grid', 'predicted', 'residuals'}, 'search');
  elseif (nnr.model.is_sparsified (x))
    [kinds, name] = deal ({'frontier'}, 'sparsified network');
  elseif (all (isfield (x, {'NumRows', 'TrainMean', 'ValMean'})))
    [kinds, name] = deal ({'learning'}, 'learning curve');
  end
end
