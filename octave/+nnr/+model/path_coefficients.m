## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.model.path_coefficients (r)
##
## The struct that nnreg_coef returns of a path R of linear models. The user may have changed R or
## read it from a file, so it is checked.

function c = path_coefficients (r)
  refuse (path_fault (r));
  count = numel (r.Lambda);
  [slopes, intercepts, effects] = deal (cell (1, count));
  for k = 1:count
    model = r.Models{k};
    nnr.model.check (sprintf ('Models{%d} of the path', k), model);
    [slopes{k}, intercepts{k}, effects{k}] = nnr.model.slopes (model);
    if (! size_equal (slopes{k}, slopes{1}))
      refuse ('its Models must have the same inputs and outputs');
    end
  end
  c = nnr.model.coefficients (model);
  along = 3;
  if (columns (c.Coefficients) == 1)
    along = 2;
  end
  c.Coefficients = cat (along, slopes{:});
  c.Intercept = cat (along, intercepts{:});
  c.Effects = cat (along, effects{:});
  c.Lambda = r.Lambda(:).';
  if (isfield (r, 'LambdaMin'))
    [c.IndexMin, c.Index1SE] = deal (r.IndexMin, r.Index1SE);
  end
end

function fault = path_fault (r)
  fault = nnr.model.result_fault ('path', r);
  if (isempty (fault) && ! (isfield (r, 'Models') && (iscell (r.Models) || isobject (r.Models)) ...
                            && numel (r.Models) == numel (r.Lambda)))
    fault = 'it must have a model for each Lambda in Models';
  end
end

function refuse (fault)
  if (! isempty (fault))
    error ('nnreg:badArgument', 'the path does not hold together: %s', fault);
  end
end
