## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.check (argument, model)
##
## The model must be a struct as nnreg_fit makes it, with weights that fit together and are finite.

function check (argument, model)
  needed = {'Task', 'ClassNames', 'Activations', 'Weights', 'Biases', 'Settings', ...
            'InputMean', 'InputScale', 'ResponseMean', 'ResponseScale', ...
            'Lambda1', 'Lambda2'};
  if (! (isstruct (model) && isscalar (model)))
    error ('nnreg:badArgument', '%s must be a struct made by nnreg_fit, got %s', argument, ...
           nnr.words.show_value (model));
  end
  missing = find (! isfield (model, needed), 1);
  if (! isempty (missing))
    error ('nnreg:badArgument', ['%s must be a struct made by nnreg_fit, it has ' ...
                                 'no field %s'], argument, needed{missing});
  end
  fault = model_fault (model);
  if (! isempty (fault))
    error ('nnreg:badArgument', '%s does not hold together: %s', argument, fault);
  end
  for l = 1:numel (model.Weights)
    if (! (all (isfinite (model.Weights{l}(:))) && all (isfinite (model.Biases{l}))))
      error ('nnreg:badData', '%s has NaN or Inf among the weights of layer %d', argument, l);
    end
  end
end

## What is wrong with the model, or empty.
function fault = model_fault (model)
  fault = '';
  [W, b, names] = deal (model.Weights, model.Biases, model.Activations);
  if (! (iscell (W) && ! isempty (W) && isrow (W) && iscell (b) && isequal (size (W), size (b))))
    fault = 'Weights and Biases must be rows of cells with an entry for each layer';
    return;
  elseif (! (iscellstr (names) && numel (names) == numel (W) - 1))
    fault = 'Activations must name one for each hidden layer';
    return;
  elseif (! (ischar (model.Task) && isstruct (model.Settings)))
    fault = 'Task must be text and Settings a struct';
    return;
  elseif (! all (ismember (names, {'relu', 'tanh', 'sigmoid', 'none'})))
    fault = 'Activations must be "relu", "tanh", "sigmoid" or "none"';
    return;
  end
  for l = 1:numel (W)
    fits = isfloat (W{l}) && isfloat (b{l}) && ! isempty (W{l}) ...
           && ! issparse (W{l}) && ! issparse (b{l}) ...
           && isreal (W{l}) && isreal (b{l}) && ndims (W{l}) == 2 ...
           && isequal (size (b{l}), [rows(W{l}), 1]) ...
           && (l == 1 || columns (W{l}) == rows (W{l - 1}));
    if (! fits)
      fault = sprintf ('Weights{%d} or Biases{%d} has the wrong size or class', l, l);
      return;
    end
  end
  fault = output_fault (model, rows (W{end}), columns (W{1}));
  if (isempty (fault))
    fault = input_fault (model, columns (W{1}));
  end
end

## Inputs and NumInputs are there if nnreg_compact made the model.
function fault = input_fault (model, num_columns)
  fault = '';
  num_inputs = num_columns;
  if (isfield (model, 'Inputs'))
    in = model.Inputs;
    if (! (isfield (model, 'NumInputs') && is_count (model.NumInputs) && isnumeric (in) ...
           && isreal (in) && isvector (in) && numel (in) == num_columns && all (in == fix (in)) ...
           && all (diff (in) > 0) ...
           && in(1) >= 1 && in(end) <= model.NumInputs))
      fault = 'Inputs must name a column of X, up to NumInputs, for each input, in order';
      return;
    end
    num_inputs = model.NumInputs;
  end
  if (isfield (model, 'FeatureNames') ...
      && ! (iscellstr (model.FeatureNames) && any (numel (model.FeatureNames) == [0, num_inputs])))
    fault = 'FeatureNames must be {} or have a name for each column of X';
  end
end

## A number of columns that a matrix may have.
function yes = is_count (value)
  yes = isnumeric (value) && isscalar (value) && isreal (value) && value == fix (value) ...
        && value >= 1 && value < 2 ^ 31;
end

function fault = output_fault (model, num_outputs, num_inputs)
  fault = '';
  moments = {model.InputMean, model.InputScale};
  if (strcmp (model.Task, 'classification'))
    if (rows (model.ClassNames) != num_outputs)
      fault = 'ClassNames must have a row for each output';
    elseif (! are_labels (model.ClassNames))
      fault = 'ClassNames must be labels, one for each output';
    end
  elseif (strcmp (model.Task, 'regression'))
    if (numel (model.ResponseMean) != num_outputs ...
        || numel (model.ResponseScale) != num_outputs)
      fault = 'ResponseMean and ResponseScale must have an entry for each output';
    end
  else
    fault = 'Task must be "classification" or "regression"';
  end
  num_layers = numel (model.Weights);
  if (numel (model.Lambda1) != num_layers || numel (model.Lambda2) != num_layers)
    fault = 'Lambda1 and Lambda2 must have an entry for each layer';
  elseif (isfield (model, 'LambdaGroup') && numel (model.LambdaGroup) != 1)
    fault = 'LambdaGroup must be a number';
  elseif (isempty (model.InputMean) != isempty (model.InputScale))
    fault = 'InputMean and InputScale must both be there or both be empty';
  end
  if (! all (cellfun (@(m) isempty (m) || (isa (m, 'double') ...
                                           && numel (m) == num_inputs), moments)))
    fault = 'InputMean and InputScale must be empty or have an entry for each input';
  end
  if (isempty (fault))
    fault = number_fault (model);
  end
end

function yes = are_labels (names)
  yes = ischar (names) || (iscellstr (names) && columns (names) == 1);
  if (isnumeric (names) || islogical (names))
    yes = isreal (names) && columns (names) == 1 && ! any (isnan (names));
  end
  yes = yes && ndims (names) == 2;
end

## Numbers that are not finite, such as a damaged file may hold.
function fault = number_fault (model)
  fault = '';
  names = {'InputMean', 'InputScale', 'ResponseMean', 'ResponseScale', 'Lambda1', 'Lambda2', ...
           'LambdaGroup'};
  for name = names(isfield (model, names))
    value = model.(name{1});
    if (! (isnumeric (value) && isreal (value) && all (isfinite (value(:)))))
      fault = sprintf ('%s must be finite numbers', name{1});
    elseif (! isfloat (value) || issparse (value))
      fault = sprintf ('%s must be of class double, and not sparse', name{1});
    elseif (any (strfind (name{1}, 'Scale')) && any (value(:) <= 0))
      fault = sprintf ('%s must be above 0', name{1});
    end
  end
end

%!function refused (model, name, value, text, id)
%!  model.(name) = value;
%!  try
%!    nnr.model.check ("M", model);
%!    got = "";
%!  catch err
%!    assert (err.identifier, id);
%!    got = strrep (err.message, "does not hold together: ", "");
%!  end
%!  assert (got, ["M ", text]);
%!endfunction
%!test # what a damaged file may hold
%! X = [1, 2; 3, 5; 4, 1; 0, 0];
%! m = nnreg_fit (X, X(:,1), "Task", "regression", "LayerSizes", 2, "Epochs", 1, ...
%!                "Standardize", true, "Verbose", 0);
%! nnr.model.check ("M", m);
%! bad = m.Weights;
%! bad{2}(1) = NaN;
%! refused (m, "Weights", bad, "has NaN or Inf among the weights of layer 2", "nnreg:badData");
%! bad = m.Biases;
%! bad{1}(2) = -Inf;
%! refused (m, "Biases", bad, "has NaN or Inf among the weights of layer 1", "nnreg:badData");
%! refused (m, "InputMean", [1; NaN], "InputMean must be finite numbers", "nnreg:badArgument");
%! refused (m, "InputScale", [1; 0], "InputScale must be above 0", "nnreg:badArgument");
%! refused (m, "ResponseMean", Inf, "ResponseMean must be finite numbers", "nnreg:badArgument");
%! refused (m, "ResponseScale", "a", "ResponseScale must be finite numbers", "nnreg:badArgument");
%! refused (m, "Lambda1", [0, NaN], "Lambda1 must be finite numbers", "nnreg:badArgument");
%! class_text = "ResponseMean must be of class double, and not sparse";
%! refused (m, "ResponseMean", sparse (2), class_text, "nnreg:badArgument");
%! refused (m, "ResponseMean", int8 (2), class_text, "nnreg:badArgument");
%! refused (m, "LambdaGroup", [1, 2], "LambdaGroup must be a number", "nnreg:badArgument");
%! refused (m, "LambdaGroup", {1}, "LambdaGroup must be finite numbers", "nnreg:badArgument");
%!test # what a user may change: these ended in errors of Octave's own, far from here
%! m = nnreg_fit ([1; 2; 3], [1; 2; 2], "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! bad = m.Weights;
%! bad{1} = sparse (double (bad{1}));
%! refused (m, "Weights", bad, "Weights{1} or Biases{1} has the wrong size or class", ...
%!          "nnreg:badArgument");
%! rows_text = "Weights and Biases must be rows of cells with an entry for each layer";
%! refused (m, "Weights", m.Weights.', rows_text, "nnreg:badArgument");
%! refused (m, "Biases", m.Biases.', rows_text, "nnreg:badArgument");
%! for names = {{{1; 2}}, {{"a"; 5}}, {struct("a", {1; 2})}, {[1 + i; 2]}, {ones(2, 2)}, {[1; NaN]}}
%!   refused (m, "ClassNames", names{1}{1}, "ClassNames must be labels, one for each output", ...
%!            "nnreg:badArgument");
%! end
