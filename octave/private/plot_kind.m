## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{kind}, @var{x}] =} plot_kind (@var{caller}, @var{x}, @var{opts})
## Which picture is to be drawn of @var{x}, and @var{x} as its drawer wants it.
## @seealso{nnreg_plot, plot_options}
## @end deftypefn

function [kind, x] = plot_kind (caller, x, opts)
  if (iscell (x) && ! isempty (x))
    cellfun (@(m) check_model (caller, 'each entry of X', m), x);
    kinds = {'histogram'};
  elseif (! (isstruct (x) && isscalar (x)))
    kinds = {};
  elseif (isfield (x, 'Weights') && iscell (x.Weights))
    check_model (caller, 'X', x);
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
    error ('nnreg:badArgument', ['%s: X must be a model, a cell of models, a history, metrics ' ...
                                 'of a classification, or the result of a search or a path, ' ...
                                 'got %s'], caller, show_value (x));
  end
  kind = kinds{1};
  if (! isempty (opts.Kind))
    kind = check_choice (caller, 'Kind of this X', opts.Kind, kinds);
  end
  if (strcmp (kind, 'history') && isfield (x, 'Weights'))
    x = history_of (caller, x);
  end
  check_contents (caller, kind, x);
  x = as_wanted (caller, kind, x);
end

function history = history_of (caller, model)
  if (! isfield (model, 'History'))
    error ('nnreg:badArgument', '%s: X is a model without a History', caller);
  end
  history = model.History;
end

## What the user has changed, or read from a file.
function check_contents (caller, kind, x)
  of_what = struct ('history', 'history', 'path', 'path', 'grid', 'search', ...
                    'confusion', 'metrics', 'roc', 'metrics', 'calibration', 'metrics');
  fault = '';
  if (isfield (of_what, kind))
    fault = result_fault (of_what.(kind), x);
  end
  if (! isempty (fault))
    error ('nnreg:badArgument', '%s: X does not hold together: %s', caller, fault);
  end
end

function x = as_wanted (caller, kind, x)
  if (strcmp (kind, 'histogram') && ! iscell (x))
    x = {x};
  elseif (any (strcmp (kind, {'roc', 'calibration'})))
    unknown = strcmp (kind, 'roc') && ! (isfield (x, 'ROC') && any (! isnan (x.AUC)));
    unknown = unknown || (strcmp (kind, 'calibration') ...
                          && ! (isfield (x, 'ECE') && ! isnan (x.ECE)));
    if (unknown)
      error ('nnreg:badArgument', ['%s: X has no %s: metrics have it when they were made ' ...
                                   'with scores, and of more than one class'], caller, ...
             strrep (kind, 'roc', 'ROC'));
    end
  end
end
