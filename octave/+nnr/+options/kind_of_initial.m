## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.options.kind_of_initial (s, given)
##
## Sets the options of the settings S that say what kind of model it is as in their InitialModel,
## except the GIVEN ones: Task, LayerSizes and Activations, Loss and HuberDelta, ClassNames,
## FeatureNames, Standardize and Intercept. S is not checked yet. Of a search or path as
## InitialModel its model is taken.

function s = kind_of_initial (s, given)
  if (isempty (s.InitialModel))
    return;
  end
  model = nnr.model.given ('InitialModel', s.InitialModel);
  s.InitialModel = model;
  own = struct ('Task', model.Task, ...
                'LayerSizes', cellfun ('rows', model.Weights(1:end - 1)), ...
                'Activations', {model.Activations}, 'ClassNames', {model.ClassNames}, ...
                'FeatureNames', {model.FeatureNames}, 'Standardize', nnr.model.scaling (model), ...
                'Intercept', nnr.model.has_intercept (model));
  own = with_loss (own, model, s, given);
  if (any (strcmp (given, 'Task')) && ! strcmpi (s.Task, model.Task))
    of_task = {'ClassNames', 'Loss', 'HuberDelta'};     # another Task is an error later on
    own = rmfield (own, of_task(isfield (own, of_task)));
  end
  refused = any (strcmp (given, 'LayerSizes')) && numel (s.LayerSizes) != numel (own.LayerSizes);
  same = ischar (s.Activations) && all (strcmp (model.Activations, s.Activations));
  if (refused || same)
    own = rmfield (own, 'Activations');
  end
  if (ischar (s.Standardize) && strcmpi (s.Standardize, 'auto'))
    given(strcmp (given, 'Standardize')) = [];
  end
  for name = setdiff (fieldnames (own).', given)(:).'
    s.(name{1}) = own.(name{1});
  end
end

function own = with_loss (own, model, s, given)
  if (! isfield (model.Settings, 'Loss'))
    return
  end
  own.Loss = model.Settings.Loss;
  another = any (strcmp (given, 'Loss')) && ! strcmpi (s.Loss, own.Loss);
  if (isfield (model, 'HuberDelta') && ! another)
    own.HuberDelta = model.HuberDelta;
  end
end

%!test
%! # what is the same is not written anew: a study knows its options by their words
%! model = nnreg_fit (eye (4), [1; 2; 1; 2], "LayerSizes", [3, 2], "Epochs", 1, "Verbose", 0);
%! s = struct ("InitialModel", model, "Task", "", "LayerSizes", 100, "Activations", "relu", ...
%!             "Standardize", "auto");
%! s = nnr.options.kind_of_initial (s, {});
%! assert ({s.Task, s.LayerSizes, s.Activations}, {"classification", [3, 2], "relu"});
