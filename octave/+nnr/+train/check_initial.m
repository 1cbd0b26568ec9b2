## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.check_initial (s, targets, num_columns)
##
## Raises an error if the settings S have an InitialModel that cannot go on as S says, with these
## TARGETS and this number of columns of X.

function check_initial (s, targets, num_columns)
  model = s.InitialModel;
  if (isempty (model))
    return;
  end
  nnr.model.check ('InitialModel', model);
  [inputs, num_inputs] = nnr.model.inputs (model);
  if (! strcmp (model.Task, s.Task))
    error ('nnreg:badArgument', 'InitialModel is of the Task "%s", this one is "%s"', ...
           model.Task, s.Task);
  elseif (! any (num_columns == [num_inputs, numel(inputs)]))
    error ('nnreg:badArgument', 'InitialModel reads %s%s, X has %d', ...
           nnr.words.count_text (num_inputs, 'column'), ...
           {'', ' (or its Inputs alone)'}{1 + isfield(model, 'Inputs')}, num_columns);
  elseif (numel (model.Activations) == numel (s.Activations) ...
          && ! isequal (model.Activations(:), s.Activations(:)))
    error ('nnreg:badArgument', 'InitialModel has the Activations %s, this training %s', ...
           strjoin (model.Activations(:).', ', '), strjoin (s.Activations, ', '));
  elseif (strcmp (s.Task, 'classification') ...
          && ! same_classes (model.ClassNames, targets.ClassNames))
    error ('nnreg:badArgument', 'InitialModel has other ClassNames than this training');
  elseif (strcmp (s.Task, 'regression') && numel (model.ResponseMean) != targets.NumOutputs)
    error ('nnreg:badArgument', 'InitialModel has %s, y has %d', ...
           nnr.words.count_text (numel (model.ResponseMean), 'response'), targets.NumOutputs);
  elseif (! (isempty (model.FeatureNames) || isequal (model.FeatureNames(:), s.FeatureNames(:))))
    error ('nnreg:badArgument', 'InitialModel has other FeatureNames');
  elseif (! s.Intercept && nnr.model.has_intercept (model))
    error ('nnreg:badArgument', ['InitialModel was trained with "Intercept", true, which goes ' ...
                                 'on: leave Intercept out, or train a new model']);
  end
  check_scales (s, model);
end

## Whether two lists of classes have the same labels; rows of char may be of another width.
function yes = same_classes (a, b)
  yes = isequal (nnr.targets.label_column ('ClassNames', a), ...
                 nnr.targets.label_column ('ClassNames', b));
end

## A training goes on in the units of its model.
function check_scales (s, model)
  kind = nnr.model.scaling (model);
  if (! isequal (s.Standardize, kind))
    error ('nnreg:badArgument', ['InitialModel was trained with "Standardize", %s, which goes ' ...
                                 'on: leave Standardize out, or train a new model'], ...
           nnr.words.option_text (kind));
  elseif (! s.StandardizeY && ! (all (model.ResponseMean == 0) && all (model.ResponseScale == 1)))
    error ('nnreg:badArgument', ['InitialModel was trained with "StandardizeY", true, which ' ...
                                 'goes on: leave StandardizeY out, or train a new model']);
  end
end
