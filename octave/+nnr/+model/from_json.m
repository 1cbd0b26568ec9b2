## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.model.from_json (text)
##
## The model in a JSON text of nnr.model.json. A text of something else, or with members that do not
## fit together, is the error nnreg:badFile. The text holds numbers and names alone; each is
## checked.

function model = from_json (text)
  j = members (nnr.files.parse_json (text), 'the file');
  if (! (isfield (j, 'format') && isequal (j.format, 'nnreg model')))
    refuse ('it is no model of nnreg');
  end
  version = number (j, 'version');
  if (version != nnr.model.layout_version ())
    refuse (sprintf ('its version is %g, and this nnreg reads %d', version, ...
                     nnr.model.layout_version ()));
  end
  kind = choice (j, 'precision', {'single', 'double'});
  model = struct ('Version', version, ...
                  'Task', choice (j, 'task', {'classification', 'regression'}), ...
                  'ClassNames', [], 'LayerSizes', [], 'Activations', {{}}, 'Weights', {{}}, ...
                  'Biases', {{}}, 'InputMean', numbers (j, 'input_mean').', ...
                  'InputScale', numbers (j, 'input_scale').', 'ResponseMean', [], ...
                  'ResponseScale', [], 'Lambda1', [], 'Lambda2', [], 'LambdaGroup', 0, ...
                  'Settings', [], 'History', struct (), ...
                  'FeatureNames', {texts(j, 'feature_names')});
  model = with_layers (model, j, kind);
  model = with_outputs (model, j);
  model = with_penalty (model, members (value_of (j, 'penalty'), 'penalty'));
  model = with_inputs (model, j);
  model = with_decision (model, j);
  if (isfield (j, 'preparation'))
    model.Preparation = preparation (members (j.preparation, 'preparation'));
  end
  if (isfield (j, 'training'))
    model.Training = training (members (j.training, 'training'));
  end
  model.Settings = settings (model, j, kind);
  check_whole (model);
end

## ----------------------------------------------------------------- Reading --

function refuse (why)
  error ('nnreg:badFile', '%s', why);
end

## An object as a struct of those members whose names can be fields; all of nnreg's can.
function s = members (value, what)
  if (! isstruct (value))
    refuse (sprintf ('%s must be an object', what));
  end
  s = struct ();
  for k = find (cellfun (@(name) numel (name) < 40 && isvarname (name), value.Names))(:).'
    s.(value.Names{k}) = value.Values{k};
  end
end

function value = value_of (j, name)
  if (! isfield (j, name))
    refuse (sprintf ('it has no member "%s"', name));
  end
  value = j.(name);
end

function values = numbers (j, name)
  values = value_of (j, name);
  if (! (isnumeric (values) && all (isfinite (values))))
    refuse (sprintf ('"%s" must be a list of numbers', name));
  end
  values = double (values);
  if (isempty (values))
    values = [];
  end
end

function value = number (j, name)
  value = numbers (j, name);
  if (! isscalar (value))
    refuse (sprintf ('"%s" must be a number', name));
  end
end

## An empty list has no kind.
function list = texts (j, name)
  list = value_of (j, name);
  if (isnumeric (list) && isempty (list))
    list = cell (1, 0);
  elseif (! (iscell (list) && iscellstr (list)))
    refuse (sprintf ('"%s" must be a list of strings', name));
  end
  list = reshape (list, 1, []);
  if (isempty (list))
    list = {};
  end
end

function text = choice (j, name, choices)
  text = value_of (j, name);
  if (! (ischar (text) && any (strcmp (text, choices))))
    refuse (sprintf ('"%s" must be "%s"', name, strjoin (choices, '" or "')));
  end
end

function yes = truth (j, name)
  yes = value_of (j, name);
  if (! (islogical (yes) && isscalar (yes)))
    refuse (sprintf ('"%s" must be true or false', name));
  end
end

function list = objects (j, name)
  list = value_of (j, name);
  if (isnumeric (list) && isempty (list))
    list = {};
  elseif (! iscell (list))
    refuse (sprintf ('"%s" must be a list of objects', name));
  end
  list = cellfun (@(value) members (value, ['a member of ', name]), list, 'UniformOutput', false);
end

## ------------------------------------------------------------------- Parts --

function model = with_layers (model, j, kind)
  layers = objects (j, 'layers');
  for l = 1:numel (layers)
    lines = value_of (layers{l}, 'weights');
    if (! (iscell (lines) && all (cellfun (@isnumeric, lines)) ...
           && isscalar (unique (cellfun (@numel, lines)))))
      refuse (sprintf ('the weights of layer %d must be rows of equal length', l));
    end
    model.Weights{l} = cast (vertcat (lines{:}), kind);
    model.Biases{l} = cast (numbers (layers{l}, 'biases')(:), kind);
    model.Activations{l} = value_of (layers{l}, 'activation');
  end
  model.Activations = model.Activations(1:end - 1);
  model.LayerSizes = reshape (cellfun ('rows', model.Weights(1:end - 1)), 1, []);
  if (isempty (model.LayerSizes))
    model.LayerSizes = [];
  end
end

function model = with_outputs (model, j)
  if (strcmp (model.Task, 'regression'))
    model.ResponseMean = numbers (j, 'response_mean');
    model.ResponseScale = numbers (j, 'response_scale');
    model = with_loss (model, j);
    return
  end
  names = value_of (j, 'class_names');
  if (iscell (names) && all (cellfun (@islogical, names)))
    names = logical ([names{:}]);
  end
  type = class (names);
  if (isfield (j, 'class_type'))
    type = choice (j, 'class_type', {'cell', 'char', 'logical', 'double', 'single', 'int8', ...
                                     'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', ...
                                     'uint64'});
  end
  if (any (strcmp (type, {'cell', 'char'})))
    names = texts (j, 'class_names');
    if (strcmp (type, 'char'))
      names = as_wide (char (names), j);
    end
  elseif (isnumeric (names) || islogical (names))
    names = cast (names, type);
  else
    refuse ('"class_names" must be strings, numbers or truths, all of one kind');
  end
  if (! ischar (names))
    names = names(:);
  end
  model.ClassNames = names;
end

## Models that were written before there was a choice do not say it.
function model = with_loss (model, j)
  if (isfield (j, 'loss'))
    model.Settings.Loss = choice (j, 'loss', {'mse', 'huber', 'mae'});
    if (strcmp (model.Settings.Loss, 'huber'))
      model.HuberDelta = numbers (j, 'huber_delta');
    end
  end
end

## Rows of char are as wide as they were.
function names = as_wide (names, j)
  if (isfield (j, 'class_width'))
    width = number (j, 'class_width');
    if (! any (width == columns (names):1e4))
      refuse ('"class_width" must be that of the longest name at least');
    end
    names(:,end + 1:width) = ' ';
  end
end

function model = with_penalty (model, p)
  model.Lambda1 = numbers (p, 'lambda1');
  model.Lambda2 = numbers (p, 'lambda2');
  model.LambdaGroup = number (p, 'lambda_group');
  for name = {'factors', 'groups'}
    if (isfield (p, name{1}))
      model.Settings.(name{1}) = numbers (p, name{1})(:);
    end
  end
end

## Those of nnreg_compact are there if the model does not read all columns.
function model = with_inputs (model, j)
  [inputs, count] = deal (numbers (j, 'inputs') + 1, number (j, 'num_inputs'));
  if (! (numel (inputs) == count && isequal (inputs, 1:count)))
    [model.Inputs, model.NumInputs] = deal (inputs, count);
  end
end

## What nnreg_calibrate, nnreg_threshold and nnreg_conformal have added. A threshold of Inf is
## written as 2.
function model = with_decision (model, j)
  if (isfield (j, 'temperature'))
    model.Temperature = number (j, 'temperature');
  end
  if (isfield (j, 'threshold'))
    model.Threshold = number (j, 'threshold');
    if (model.Threshold == 2)
      model.Threshold = Inf;
    end
    model.PositiveClass = number (j, 'positive_class') + 1;
    if (isfield (j, 'threshold_rule'))
      model.ThresholdRule = value_of (j, 'threshold_rule');
    end
  end
  if (isfield (j, 'residuals'))
    lines = value_of (j, 'residuals');
    if (! (iscell (lines) && all (cellfun (@isnumeric, lines)) ...
           && isscalar (unique (cellfun (@numel, lines)))))
      refuse ('"residuals" must be rows of equal length');
    end
    model.Residuals = double (vertcat (lines{:})).';
  end
end

function r = preparation (p)
  r = struct ('Source', choice (p, 'source', {'table', 'matrix'}), ...
              'Response', {texts(p, 'response')}, 'NumRows', number (p, 'num_rows'), ...
              'Columns', [], 'LeftOut', struct ('Name', {}, 'Reason', {}));
  columns = cellfun (@column, objects (p, 'columns'), 'UniformOutput', false);
  r.Columns = [columns{:}];
  for out = objects (p, 'left_out')
    r.LeftOut(end + 1) = struct ('Name', value_of (out{1}, 'name'), ...
                                 'Reason', value_of (out{1}, 'reason'));
  end
end

function c = column (j)
  kind = choice (j, 'kind', {'number', 'logical', 'text'});
  c = struct ('Name', value_of (j, 'name'), 'Kind', kind, 'Gaps', number (j, 'gaps'), 'Fill', 0, ...
              'Indicator', false, 'Levels', {{}}, 'Counts', [], 'Rare', {{}}, 'Other', false, ...
              'Gap', false);
  if (strcmp (kind, 'number'))
    [c.Fill, c.Indicator] = deal (number (j, 'fill'), truth (j, 'indicator'));
  else
    [c.Levels, c.Rare] = deal (texts (j, 'levels')(:), texts (j, 'rare')(:));
    c.Counts = numbers (j, 'counts')(:);
    [c.Other, c.Gap] = deal (truth (j, 'other'), truth (j, 'gap'));
  end
end

## Files of before there was this member have none.
function t = training (j)
  t = struct ('NumRows', number (j, 'num_rows'), 'Shares', numbers (j, 'shares'), ...
              'Deviation', numbers (j, 'deviation'), ...
              'Warnings', struct ('Identifier', {}, 'Text', {}));
  for warned = objects (j, 'warnings')
    t.Warnings(1,end + 1) = struct ('Identifier', value_of (warned{1}, 'identifier'), ...
                                    'Text', value_of (warned{1}, 'text'));
  end
end

## What else nnreg's functions read of the settings: as by default.
function s = settings (model, j, kind)
  s = struct ('Task', model.Task, 'LayerSizes', model.LayerSizes, ...
              'Activations', {model.Activations}, 'Precision', kind, 'Intercept', true, ...
              'PenaltyFactor', [], 'Groups', []);
  if (isfield (j, 'intercept'))
    s.Intercept = truth (j, 'intercept');
  end
  if (isfield (model.Settings, 'Loss'))
    s.Loss = model.Settings.Loss;
  end
  if (isfield (model.Settings, 'factors') && ! isempty (model.Settings.factors))
    s.PenaltyFactor = model.Settings.factors;
    s.PenaltyFactor(s.PenaltyFactor == -1) = Inf;
  end
  if (isfield (model.Settings, 'groups') && ! isempty (model.Settings.groups))
    s.Groups = model.Settings.groups;
  end
end

## As every model.
function check_whole (model)
  try
    nnr.model.check ('the model', model);
  catch err
    refuse (strrep (err.message, 'the model does not', 'it does not'));
  end
end
