## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.model.coefficients (model)
##
## The struct that nnreg_coef returns of a linear model.

function c = coefficients (model)
  [slopes, intercept, effects] = nnr.model.slopes (model);
  c = struct ('Task', model.Task, 'Names', {nnr.model.column_names(model)}, ...
              'Coefficients', slopes, 'Intercept', intercept, 'Outputs', {output_names(model)}, ...
              'Effects', effects, 'Standardize', nnr.model.scaling (model));
end

## What each column of the coefficients is about.
function names = output_names (model)
  count = rows (model.Weights{1});
  names = {'y'};
  of_table = isfield (model, 'Preparation') && numel (model.Preparation.Response) == count;
  if (strcmp (model.Task, 'regression') && of_table)
    names = model.Preparation.Response(:).';
  elseif (strcmp (model.Task, 'classification'))
    names = nnr.words.label_texts (model.ClassNames, Inf).';
    if (count == 2)
      names = {[names{2}, ' against ', names{1}]};
    end
  elseif (count > 1)
    names = arrayfun (@(k) sprintf ('y%d', k), 1:count, 'UniformOutput', false);
  end
end

%!function names = outputs_of (task, classes, W)
%!  m = struct ("Task", task, "Weights", {{W}}, "Biases", {{W(:,1)}}, "ClassNames", {classes}, ...
%!              "InputMean", [], "InputScale", [], "ResponseMean", 0, "ResponseScale", 1, ...
%!              "FeatureNames", {{}});
%!  c = nnr.model.coefficients (m);
%!  names = c.Outputs;
%!endfunction
%!assert (outputs_of ("regression", [], 1), {"y"})
%!assert (outputs_of ("regression", [], [1; 2]), {"y1", "y2"})
%!assert (outputs_of ("classification", ["no "; "yes"], [1; 2]), {"yes against no"})
%!assert (outputs_of ("classification", [7; 8; 9], [1; 2; 3]), {"7", "8", "9"})
