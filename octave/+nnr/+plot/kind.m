## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [kind, x] = nnr.plot.kind (x, opts)
##
## The kind of picture to draw of X, and X as its drawer takes it, checked.

function [kind, x] = kind (x, opts)
  if (isstruct (x) && ! isscalar (x))
    x = num2cell (x);
  end
  if (iscell (x))
    refuse_others (x);
    x = cellfun (@(m) nnr.model.given ('each entry of X', m), x, 'UniformOutput', false);
  end
  [kinds, checked_as] = nnr.plot.kinds (x);
  if (isempty (kinds))
    error ('nnreg:badArgument', ['X must be a model, a cell of models, a history, metrics, or ' ...
                                 'the result of a search, a path, a learning curve, a ' ...
                                 'partial dependence, nnreg_importance or nnreg_sparsify, ' ...
                                 'got %s'], ...
           nnr.words.show_value (x));
  end
  kind = kinds{1};
  if (! isempty (opts.Kind))
    kind = chosen (opts.Kind, kinds, iscell (x));
  end
  if (strcmp (checked_as, 'model') && strcmp (kind, 'history'))
    if (! isfield (x, 'History'))
      error ('nnreg:badArgument', 'X is a model without a History');
    end
    [x, checked_as] = deal (x.History, 'history');
  elseif (strcmp (checked_as, 'model') && strcmp (kind, 'histogram') && ! iscell (x))
    x = {x};
  end
  ## The user may have changed x, or read it from a file.
  if (! any (strcmp (checked_as, {'model', 'predictions'})))
    fault = nnr.model.result_fault (checked_as, x);
    if (! isempty (fault))
      error ('nnreg:badArgument', 'X does not hold together: %s', fault);
    end
  end
  if (any (strcmp (kind, {'predicted', 'residuals'})))
    x = nnr.plot.predictions (x);
  end
  if ((strcmp (kind, 'roc') && ! (isfield (x, 'ROC') && any (! isnan (x.AUC)))) ...
      || (strcmp (kind, 'calibration') && ! (isfield (x, 'ECE') && ! isnan (x.ECE))))
    error ('nnreg:badArgument', ['X has no %s: metrics have it when they were made with ' ...
                                 'scores, and of more than one class'], ...
           strrep (kind, 'roc', 'ROC'));
  end
end

## The one of KINDS that is WANTED. An error says of what another kind is drawn, and how a file is
## written. SEVERAL models have one kind.
function kind = chosen (wanted, kinds, several)
  is_text = ischar (wanted) && isrow (wanted);
  hint = '';
  if (is_text && ! any (strcmpi (kinds, wanted)))
    hint = hint_for (wanted);
    if (several && any (strcmpi ({'weights', 'inputs', 'history'}, wanted)))
      hint = '; that is a picture of one model: call nnreg_plot for each';
    end
  end
  if (! isempty (hint))
    error ('nnreg:badArgument', 'the kinds of pictures of this X are %s, got "%s"%s', ...
           strjoin (kinds, ', '), wanted, hint);
  end
  kind = nnr.args.check_choice ('Kind of this X', wanted, kinds);
end

function hint = hint_for (wanted)
  sources = {'weights inputs histogram history', ...
             'a model: of nnreg_fit, or the Model of a search, or ModelMin of a path'; ...
             'confusion roc calibration', 'nnreg_evaluate (model, X, y)'; ...
             'predicted residuals', 'nnreg_evaluate (model, X, y) of a regression'; ...
             'grid', 'the result of nnreg_gridsearch'; 'path', 'the result of nnreg_path'; ...
             'learning', 'the result of nnreg_learningcurve'; ...
             'frontier', 'the result of nnreg_sparsify'; ...
             'dependence', 'the result of nnreg_partialdependence'; ...
             'importance', 'the result of nnreg_importance'};
  if (! isempty (regexp (wanted, '\.\w{1,4}$', 'once')))
    hint = sprintf (['; to write a file give its name after "File": nnreg_plot (X, "File", ' ...
                     '"%s")'], wanted);
    return
  end
  for row = sources.'
    if (any (strcmpi (strsplit (row{1}, ' '), wanted)))
      hint = sprintf ('; that is a picture of %s', row{2});
      return
    end
  end
  hint = nnr.args.synonyms (wanted, fieldnames (nnr.plot.defaults ()));
  if (! isempty (hint))
    hint = ['; here it is ', hint];
  end
end

## Several models have a picture together; what else has one is drawn by a call each.
function refuse_others (list)
  for k = 1:numel (list)
    for kind = {'history', 'struct of metrics'; '', ' (..., "roc")'}
      if (nnr.model.is_result (list{k}, strrep (kind{1}, 'struct of ', '')))
        error ('nnreg:badArgument', ['entry %d of X is a %s, and only models are drawn ' ...
                                     'together; call nnreg_plot%s for each, with "hold on" ' ...
                                     'between'], k, kind{:});
      end
    end
  end
end
