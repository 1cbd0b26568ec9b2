## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [kind, x] = nnr.plot.kind (x, opts)
##
## Which picture is to be drawn of x, and x as its drawer wants it.

function [kind, x] = kind (x, opts)
  if (iscell (x) && ! isempty (x))
    cellfun (@(m) nnr.model.check ('each entry of X', m), x);
    kinds = {'histogram'};
  elseif (! (isstruct (x) && isscalar (x)))
    kinds = {};
  elseif (isfield (x, 'Weights') && iscell (x.Weights))
    nnr.model.check ('X', x);
    kinds = {'weights', 'inputs', 'histogram', 'history'};
  elseif (all (isfield (x, {'Epoch', 'DataLoss', 'Penalty', 'Zeros'})))
    kinds = {'history'};
  elseif (isfield (x, 'Confusion'))
    kinds = {'confusion', 'roc', 'calibration'};
  elseif (all (isfield (x, {'Lambda', 'Zeros', 'LiveInputs', 'ScoreName'})))
    kinds = {'path'};
  elseif (all (isfield (x, {'Results', 'BestIndex', 'ScoreName'})))
    kinds = {'grid'};
  else
    kinds = {};
  end
  if (isempty (kinds))
    error ('nnreg:badArgument', ['X must be a model, a cell of models, a history, metrics ' ...
                                 'of a classification, or the result of a search or a path, ' ...
                                 'got %s'], nnr.words.show_value (x));
  end
  kind = kinds{1};
  if (! isempty (opts.Kind))
    kind = nnr.args.check_choice ('Kind of this X', opts.Kind, kinds);
  end
  if (strcmp (kind, 'history') && isfield (x, 'Weights'))
    x = history_of (x);
  end
  check_contents (kind, x);
  x = as_wanted (kind, x);
end

function history = history_of (model)
  if (! isfield (model, 'History'))
    error ('nnreg:badArgument', 'X is a model without a History');
  end
  history = model.History;
end

## What the user has changed, or read from a file.
function check_contents (kind, x)
  of_what = struct ('history', 'history', 'path', 'path', 'grid', 'search', ...
                    'confusion', 'metrics', 'roc', 'metrics', 'calibration', 'metrics');
  fault = '';
  if (isfield (of_what, kind))
    fault = nnr.model.result_fault (of_what.(kind), x);
  end
  if (! isempty (fault))
    error ('nnreg:badArgument', 'X does not hold together: %s', fault);
  end
end

function x = as_wanted (kind, x)
  if (strcmp (kind, 'histogram') && ! iscell (x))
    x = {x};
  elseif (any (strcmp (kind, {'roc', 'calibration'})))
    unknown = strcmp (kind, 'roc') && ! (isfield (x, 'ROC') && any (! isnan (x.AUC)));
    unknown = unknown || (strcmp (kind, 'calibration') ...
                          && ! (isfield (x, 'ECE') && ! isnan (x.ECE)));
    if (unknown)
      error ('nnreg:badArgument', ['X has no %s: metrics have it when they were made ' ...
                                   'with scores, and of more than one class'], strrep (kind, ...
                                                                                       'roc', 'ROC'));
    end
  end
end
