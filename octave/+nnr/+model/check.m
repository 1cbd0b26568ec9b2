## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.check (argument, model)
##
## Raises an error unless MODEL is a struct as nnreg_fit makes it, of this version, with weights
## that fit together and are finite. ARGUMENT is its name in errors.

function check (argument, model)
  needed = {'Task', 'ClassNames', 'Activations', 'Weights', 'Biases', 'Settings', ...
            'FeatureNames', 'InputMean', 'InputScale', 'ResponseMean', 'ResponseScale', ...
            'Lambda1', 'Lambda2', 'LambdaGroup'};
  if (! (isstruct (model) && isscalar (model)))
    hint = '; the model comes first';
    error ('nnreg:badArgument', '%s must be a struct made by nnreg_fit, got %s%s', argument, ...
           nnr.words.show_value (model), ...
           hint(1:end * (strcmp (argument, 'MODEL') && isnumeric (model) && ! isscalar (model))));
  end
  if (isfield (model, 'Version'))
    check_version (argument, model.Version);
  end
  missing = needed(! isfield (model, needed));
  if (! isempty (missing))
    error ('nnreg:badArgument', '%s must be a struct made by nnreg_fit, it has no field %s', ...
           argument, missing{1});
  elseif (! isfield (model, 'Version'))
    error ('nnreg:badArgument', ['%s was made by an older nnreg (it has no field Version): ' ...
                                 'fit it again'], argument);
  end
  fault = layer_fault (model);
  if (isempty (fault))
    fault = other_fault (model, rows (model.Weights{end}), columns (model.Weights{1}));
  end
  if (! isempty (fault))
    error ('nnreg:badArgument', '%s does not hold together: %s', argument, fault);
  end
  for l = 1:numel (model.Weights)
    if (! (all (isfinite (model.Weights{l}(:))) && all (isfinite (model.Biases{l}))))
      error ('nnreg:badData', '%s has NaN or Inf among the weights of layer %d', argument, l);
    end
  end
end

function check_version (argument, version)
  newest = nnr.model.layout_version ();
  is_number = isnumeric (version) && isscalar (version);
  if (is_number && version == newest)
    return
  elseif (is_number && version > newest)
    error ('nnreg:badArgument', ['%s was made by a later nnreg (model version %g; this one ' ...
                                 'reads %d): update nnreg, or fit it again'], ...
           argument, version, newest);
  end
  error ('nnreg:badArgument', '%s does not hold together: Version must be %d, got %s', argument, ...
         newest, nnr.words.show_value (version));
end

## What is wrong with the layers, or empty.
function fault = layer_fault (model)
  fault = '';
  W = model.Weights;
  b = model.Biases;
  names = model.Activations;
  if (! (iscell (W) && ! isempty (W) && isrow (W) && iscell (b) && size_equal (W, b)))
    fault = 'Weights and Biases must be rows of cells with an entry for each layer';
    return;
  elseif (! (iscellstr (names) && numel (names) == numel (W) - 1))
    fault = 'Activations must name one for each hidden layer';
    return;
  end
  table = nnr.model.activations ();
  for l = 1:numel (W)
    if (l < numel (W) && ! any (strcmp (names{l}, {table.Name})))
      fault = sprintf ('Activations must be among %s', strjoin ({table.Name}, ', '));
    elseif (! (isfloat (W{l}) && isreal (W{l}) && ! issparse (W{l}) && ! isempty (W{l}) ...
               && isfloat (b{l}) && isreal (b{l}) && ! issparse (b{l}) && ndims (W{l}) == 2 ...
               && iscolumn (b{l}) && rows (b{l}) == rows (W{l}) ...
               && (l == 1 || columns (W{l}) == rows (W{l - 1}))))
      fault = sprintf ('Weights{%d} or Biases{%d} has the wrong size or class', l, l);
    end
    if (! isempty (fault))
      return;
    end
  end
end

## What is wrong with the other fields, or empty.
function fault = other_fault (model, num_outputs, num_columns)
  classes = strcmp (model.Task, 'classification');
  if (! (ischar (model.Task) && isstruct (model.Settings) && isscalar (model.Settings)))
    fault = 'Task must be text and Settings a struct';
  elseif (! (classes || strcmp (model.Task, 'regression')))
    fault = 'Task must be "classification" or "regression"';
  elseif (classes && rows (model.ClassNames) != num_outputs)
    fault = 'ClassNames must have a row for each output';
  elseif (classes && ! are_labels (model.ClassNames))
    fault = 'ClassNames must be labels, one for each output';
  elseif (isempty (model.InputMean) != isempty (model.InputScale))
    fault = 'InputMean and InputScale must both be there or both be empty';
  else
    fault = input_fault (model, num_columns);
    if (isempty (fault))
      fault = decision_fault (model, num_outputs * classes);
    end
    if (isempty (fault))
      fault = number_fault (model, num_outputs * ! classes, num_columns);
    end
    if (isempty (fault) && isfield (model, 'Training'))
      fault = nnr.targets.facts_fault (model.Training, num_outputs, classes);
    end
  end
end

function yes = are_labels (names)
  yes = ischar (names) || (iscellstr (names) && columns (names) == 1);
  if (isnumeric (names) || islogical (names))
    yes = isreal (names) && columns (names) == 1 && ! any (isnan (names));
  end
  yes = yes && ndims (names) == 2;
end

## Inputs and NumInputs are there if nnreg_compact made the model.
function fault = input_fault (model, num_columns)
  fault = '';
  num_inputs = num_columns;
  if (isfield (model, 'Inputs'))
    if (! (isfield (model, 'NumInputs') && is_count (model.NumInputs) ...
           && are_columns (model.Inputs, num_columns, model.NumInputs)))
      fault = 'Inputs must name a column of X, up to NumInputs, for each input, in order';
      return;
    end
    num_inputs = model.NumInputs;
  end
  if (! (iscellstr (model.FeatureNames) && any (numel (model.FeatureNames) == [0, num_inputs])))
    fault = 'FeatureNames must be {} or have a name for each column of X';
  elseif (! (fits_columns (model.Settings, 'Groups', num_inputs) ...
             && fits_columns (model.Settings, 'PenaltyFactor', num_inputs)))
    fault = 'Settings.Groups and Settings.PenaltyFactor must be [] or fit the columns of X';
  elseif (isfield (model, 'Preparation'))
    fault = nnr.table.fault (model.Preparation, num_inputs);
    if (! isempty (fault))
      fault = ['Preparation: ', fault];
    end
  end
end

## A number for each column; of Groups the numbers 1 to that of the groups.
function yes = fits_columns (settings, name, num_inputs)
  yes = true;
  if (isfield (settings, name) && ! isempty (settings.(name)))
    values = settings.(name);
    yes = isa (values, 'double') && isreal (values) && iscolumn (values) ...
          && numel (values) == num_inputs && all (values >= 0);
    if (yes && strcmp (name, 'Groups'))
      used = unique (values);
      yes = isequal (used, (1:numel (used)).');
    end
  end
end

## Threshold, PositiveClass and Temperature are there if nnreg_threshold or nnreg_calibrate made the
## model, Residuals if nnreg_conformal did.
function fault = decision_fault (model, num_classes)
  fault = '';
  is_number = @(value) isa (value, 'double') && isscalar (value) && isreal (value) ...
                       && ! issparse (value) && isfinite (value);
  if (isfield (model, 'Threshold') || isfield (model, 'PositiveClass'))
    both = all (isfield (model, {'Threshold', 'PositiveClass'}));
    if (! (both && num_classes == 2 && isa (model.Threshold, 'double') ...
           && isscalar (model.Threshold) && model.Threshold >= 0 ...
           && any (isequal (model.PositiveClass, 1) || isequal (model.PositiveClass, 2))))
      fault = ['Threshold must be a number from 0 and PositiveClass 1 or 2, for a ' ...
               'classification of two classes'];
      return
    end
  end
  if (isfield (model, 'ThresholdRule') ...
      && ! nnr.words.is_line (model.ThresholdRule))
    fault = 'ThresholdRule must be a text of one line';
    return
  end
  if (isfield (model, 'Temperature') ...
      && ! (num_classes > 0 && is_number (model.Temperature) && model.Temperature > 0))
    fault = 'Temperature must be a number above 0, for a classification';
  elseif (isfield (model, 'Residuals'))
    r = model.Residuals;
    if (! (num_classes == 0 && isa (r, 'double') && isreal (r) && ! isempty (r) ...
           && columns (r) == rows (model.Weights{end}) && all (r(:) >= 0 & r(:) < Inf) ...
           && all (all (diff (r, 1, 1) >= 0))))
      fault = 'Residuals must be sorted numbers from 0, a column for each response';
    end
  end
end

## A number of columns that a matrix may have.
function yes = is_count (value)
  yes = isnumeric (value) && isscalar (value) && isreal (value) && value == fix (value) ...
        && value >= 1 && value < 2 ^ 31;
end

function yes = are_columns (in, count, largest)
  yes = isnumeric (in) && isreal (in) && isvector (in) && numel (in) == count ...
        && all (in == fix (in)) && all (diff (in) > 0) && in(1) >= 1 && in(end) <= largest;
end

## Numbers of the wrong count or class, or not finite, such as a damaged file may hold. Only a
## regression has responses.
function fault = number_fault (model, num_responses, num_inputs)
  fault = '';
  num_layers = numel (model.Weights);
  counts = {'InputMean', [0, num_inputs]; 'InputScale', [0, num_inputs]; ...
            'ResponseMean', num_responses; 'ResponseScale', num_responses; ...
            'Lambda1', num_layers; 'Lambda2', num_layers; 'LambdaGroup', 1};
  if (isfield (model, 'HuberDelta'))
    counts(end + 1,:) = {'HuberDelta', num_responses};
  elseif (isfield (model.Settings, 'Loss') && strcmp (model.Settings.Loss, 'huber'))
    fault = 'with the Loss "huber" it must have HuberDelta';
    return
  end
  for k = 1:rows (counts)
    [name, count] = counts{k,:};
    value = model.(name);
    if (! any (numel (value) == count))
      fault = sprintf ('%s must have %s, got %d', name, ...
                       nnr.words.count_text (count(end), 'entry', 'entries'), numel (value));
    elseif (! (isnumeric (value) && isreal (value) && all (isfinite (value(:)))))
      fault = sprintf ('%s must be finite numbers', name);
    elseif (! isa (value, 'double') || issparse (value))
      fault = sprintf ('%s must be of class double, and not sparse', name);
    elseif (any (value(:) <= 0) ...
            && any (strcmp (name, {'InputScale', 'ResponseScale', 'HuberDelta'})))
      fault = sprintf ('%s must be above 0', name);
    end
    if (! isempty (fault))
      return;
    end
  end
end

%!function refused (model, faults, id)
%!  # with another value in one field the model is refused with this text
%!  nnr.model.check ("M", model);
%!  for fault = faults.'
%!    bad = model;
%!    bad.(fault{1}) = fault{2};
%!    try
%!      nnr.model.check ("M", bad);
%!      got = "";
%!    catch err
%!      assert (err.identifier, id);
%!      got = strrep (err.message, "does not hold together: ", "");
%!    end
%!    assert (got, ["M ", fault{3}]);
%!  end
%!endfunction
%!test # what a damaged file may hold
%! X = [1, 2; 3, 5; 4, 1; 0, 0];
%! m = nnreg_fit (X, X(:,1), "Task", "regression", "LayerSizes", 2, "Epochs", 1, ...
%!                "Standardize", true, "Verbose", 0);
%! [W, b] = deal (m.Weights, m.Biases);
%! [W{2}(1), b{1}(2)] = deal (NaN, -Inf);
%! refused (m, {"Weights", W, "has NaN or Inf among the weights of layer 2"; ...
%!              "Biases", b, "has NaN or Inf among the weights of layer 1"}, "nnreg:badData");
%! of_class = "ResponseMean must be of class double, and not sparse";
%! refused (m, {"InputMean", [1; NaN], "InputMean must be finite numbers"; ...
%!              "InputMean", 1, "InputMean must have 2 entries, got 1"; ...
%!              "InputScale", [1; 0], "InputScale must be above 0"; ...
%!              "ResponseMean", Inf, "ResponseMean must be finite numbers"; ...
%!              "ResponseScale", "a", "ResponseScale must be finite numbers"; ...
%!              "Lambda1", [0, NaN], "Lambda1 must be finite numbers"; ...
%!              "ResponseMean", sparse(2), of_class; "ResponseMean", int8(2), of_class; ...
%!              "LambdaGroup", [1, 2], "LambdaGroup must have 1 entry, got 2"; ...
%!              "LambdaGroup", {1}, "LambdaGroup must be finite numbers"}, "nnreg:badArgument");
%!test # what a user may change
%! m = nnreg_fit ([1; 2; 3], [1; 2; 2], "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! W = {sparse(double (m.Weights{1})), m.Weights{2}};
%! in_rows = "Weights and Biases must be rows of cells with an entry for each layer";
%! known = "Activations must be among relu, tanh, sigmoid, none";
%! refused (m, {"Weights", W, "Weights{1} or Biases{1} has the wrong size or class"; ...
%!              "Weights", m.Weights.', in_rows; "Biases", m.Biases.', in_rows; ...
%!              "Activations", {"relo"}, known}, "nnreg:badArgument");
%! of_labels = "ClassNames must be labels, one for each output";
%! for names = {{{1; 2}}, {{"a"; 5}}, {struct("a", {1; 2})}, {[1 + i; 2]}, {ones(2, 2)}, {[1; NaN]}}
%!   refused (m, {"ClassNames", names{1}{1}, of_labels}, "nnreg:badArgument");
%! end
%!test # versions of a later nnreg, of nobody, and models from before there were any
%! m = nnreg_fit ([1; 2; 3], [1; 2; 2], "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! assert (m.Version, nnr.model.layout_version ());
%! later = ["was made by a later nnreg (model version 7; this one reads 1): update nnreg, or " ...
%!          "fit it again"];
%! refused (m, {"Version", 7, later; "Version", "a", 'Version must be 1, got "a"'; ...
%!              "Version", 0, "Version must be 1, got 0"}, "nnreg:badArgument");
%!error <M was made by an older nnreg \(it has no field Version\): fit it again>
%! m = nnreg_fit ([1; 2; 3], [1; 2; 2], "LayerSizes", 2, "Epochs", 1, "Verbose", 0);
%! nnr.model.check ("M", rmfield (m, "Version"));
