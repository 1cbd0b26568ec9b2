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
  elseif (isfield (x, 'Confusion'))
    [kinds, name] = deal ({'confusion', 'roc', 'calibration'}, 'metrics');
  elseif (isfield (x, 'Predictions') && isstruct (x.Predictions))
    [kinds, name] = deal ({'predicted', 'residuals'}, 'predictions');
  else
    for row = of_results ().'
      if (nnr.model.is_result (x, row{1}))
        [name, kinds] = row{:};
        return
      end
    end
  end
end

function table = of_results ()
  table = {'history', {'history'}; ...
           'partial dependence', {'dependence'}; ...
           'importance', {'importance'}; ...
           'path', {'path', 'predicted', 'residuals'}; ...
           'search', {'grid', 'predicted', 'residuals'}; ...
           'sparsified network', {'frontier'}; ...
           'learning curve', {'learning'}};
end
