## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.model.json (model)
##
## A model as JSON; the help of nnreg_export lists its members. Numbers have enough digits to be
## read back to the same bits (jsonencode gives fewer).

function text = json (model)
  [inputs, num_inputs] = nnr.model.inputs (model);
  [names, classes] = valid_names (nnr.model.input_names (model, 1:num_inputs), model.ClassNames);
  members = {'format', '"nnreg model"'; 'version', sprintf('%d', model.Version); ...
             'task', jsonencode(model.Task); ...
             'precision', jsonencode(class (model.Weights{1})); ...
             'num_inputs', sprintf('%d', num_inputs); 'inputs', list(inputs - 1); ...
             'feature_names', text_list(names); ...
             'input_mean', list(model.InputMean); 'input_scale', list(model.InputScale); ...
             'intercept', truth_text(nnr.model.has_intercept (model)); ...
             'layers', ["[\n" strjoin(layers(model), ",\n") ']']; 'penalty', penalty(model)};
  if (strcmp (model.Task, 'classification'))
    members = [members; {'class_names', class_list(classes); ...
                         'class_type', jsonencode(class (model.ClassNames))}];
    if (ischar (model.ClassNames))
      members = [members; {'class_width', sprintf('%d', columns (model.ClassNames))}];
    end
    members = [members; decision(model)];
  else
    members = [members; {'response_mean', list(model.ResponseMean); ...
                         'response_scale', list(model.ResponseScale)}; loss(model)];
    if (isfield (model, 'Residuals'))
      members = [members; {'residuals', matrix(model.Residuals.')}];
    end
  end
  if (isfield (model, 'Preparation'))
    members = [members; {'preparation', preparation(model.Preparation)}];
  end
  if (isfield (model, 'Training'))
    members = [members; {'training', training(model.Training)}];
  end
  text = [object(members) "\n"];
end

## JSON is UTF-8, and the names of inputs and classes may not be. Char rows become a cellstr.
function [inputs, classes] = valid_names (inputs, classes)
  if (ischar (classes))
    classes = cellstr (classes);
  end
  names = inputs(:);
  if (iscellstr (classes))
    names = [names; classes(:)];
  end
  [names, changed] = nnr.words.utf8 (names);
  if (any (changed))
    nnr.words.warn ('nnreg:encoding', ['%s not UTF-8; the file has Latin-1 letters for the ' ...
                                       'bytes, first in %s; if these are wrong, convert ' ...
                                       'ClassNames or FeatureNames with native2unicode and ' ...
                                       'train again'], ...
                    nnr.words.count_text (nnz (changed), 'name in MODEL is', ...
                                          'names in MODEL are'), ...
                    nnr.words.show_value (names(changed){1}));
  end
  inputs = names(1:numel (inputs));
  if (iscellstr (classes))
    classes = names(numel (inputs) + 1:end);
  end
end

## A text for each layer, with the ONNX operator of a hidden layer's activation.
function texts = layers (model)
  names = nnr.model.layer_activations (model);
  table = nnr.model.activations ();
  texts = cell (1, numel (names));
  for l = 1:numel (names)
    operator = ['' table(strcmp (names{l}, {table.Name})).Onnx];
    texts{l} = object ({'activation', jsonencode(names{l}); 'onnx', ['"' operator '"']; ...
                        'biases', list(model.Biases{l}); 'weights', matrix(model.Weights{l})});
  end
end

function members = loss (model)
  members = cell (0, 2);
  if (isfield (model.Settings, 'Loss'))
    members = {'loss', quoted(model.Settings.Loss)};
  end
  if (isfield (model, 'HuberDelta'))
    members = [members; {'huber_delta', list(model.HuberDelta)}];
  end
end

## What nnreg_calibrate and nnreg_threshold have added. Classes are counted from 0.
function members = decision (model)
  members = cell (0, 2);
  if (isfield (model, 'Temperature'))
    members = {'temperature', sprintf('%.17g', model.Temperature)};
  end
  if (isfield (model, 'Threshold'))
    cut = model.Threshold;
    if (isinf (cut))
      cut = 2;                  # JSON has no Inf; no score is above 1
    end
    members = [members; {'threshold', sprintf('%.17g', cut); ...
                         'positive_class', sprintf('%d', model.PositiveClass - 1)}];
    if (isfield (model, 'ThresholdRule'))
      members = [members; {'threshold_rule', quoted(model.ThresholdRule)}];
    end
  end
end

## JSON has no Inf: a factor of -1 stands for it.
function text = penalty (model)
  [factors, groups] = deal ([]);
  if (isfield (model.Settings, 'PenaltyFactor'))
    factors = model.Settings.PenaltyFactor;
    factors(factors == Inf) = -1;
  end
  if (isfield (model.Settings, 'Groups'))
    groups = model.Settings.Groups;
  end
  text = object ({'lambda1', list(model.Lambda1); 'lambda2', list(model.Lambda2); ...
                  'lambda_group', sprintf('%.17g', model.LambdaGroup); ...
                  'factors', list(factors); 'groups', list(groups)});
end

function text = preparation (r)
  columns = arrayfun (@column, r.Columns, 'UniformOutput', false);
  left_out = arrayfun (@(c) object ({'name', quoted(c.Name); 'reason', quoted(c.Reason)}), ...
                       r.LeftOut, 'UniformOutput', false);
  text = object ({'source', quoted(r.Source); ...
                  'response', text_list(nnr.words.utf8 (r.Response)); ...
                  'num_rows', sprintf('%d', r.NumRows); ...
                  'columns', ["[\n" strjoin(columns(:).', ",\n") ']']; ...
                  'left_out', ['[' strjoin(left_out(:).', ",\n") ']']});
end

function text = column (c)
  members = {'name', quoted(c.Name); 'kind', quoted(c.Kind); 'gaps', sprintf('%d', c.Gaps)};
  if (strcmp (c.Kind, 'number'))
    members = [members; {'fill', sprintf('%.17g', c.Fill); ...
                         'indicator', truth_text(c.Indicator)}];
  else
    members = [members; {'levels', text_list(nnr.words.utf8 (c.Levels)); ...
                         'counts', list(c.Counts); 'rare', text_list(nnr.words.utf8 (c.Rare)); ...
                         'other', truth_text(c.Other); 'gap', truth_text(c.Gap)}];
  end
  text = object (members);
end

## What nnreg_summary says of the training.
function text = training (t)
  one = @(w) object ({'identifier', quoted(w.Identifier); 'text', quoted(w.Text)});
  warnings = arrayfun (one, t.Warnings, 'UniformOutput', false);
  text = object ({'num_rows', sprintf('%d', t.NumRows); 'shares', list(t.Shares); ...
                  'deviation', list(t.Deviation); ...
                  'warnings', ['[' strjoin(warnings(:).', ",\n") ']']});
end

function text = quoted (text)
  text = jsonencode (nnr.words.utf8 (text));
end

function text = truth_text (yes)
  text = merge (logical (yes), 'true', 'false');
end

function text = class_list (classes)
  if (iscellstr (classes))
    text = text_list (classes);
  elseif (islogical (classes))
    words = {'false', 'true'};
    text = ['[' strjoin(words(1 + classes(:).'), ',') ']'];
  else
    text = list (classes);
  end
end

function text = object (members)
  lines = cellfun (@(name, value) sprintf ('"%s": %s', name, value), members(:,1), ...
                   members(:,2), 'UniformOutput', false);
  text = ['{' strjoin(lines.', ",\n ") '}'];
end

function text = text_list (texts)
  quoted = cellfun (@jsonencode, texts(:).', 'UniformOutput', false);
  text = ['[' strjoin(quoted, ', ') ']'];
end

function text = matrix (values)
  lines = arrayfun (@(k) list (values(k,:)), 1:rows (values), 'UniformOutput', false);
  text = ["[\n" strjoin(lines, ",\n") ']'];
end

function text = list (values)
  form = '%.17g,';
  if (isa (values, 'single'))
    form = '%.9g,';
  elseif (isinteger (values))
    form = '%d,';               # all digits of 64 bits
  end
  text = '[]';
  if (! isempty (values))
    text = ['[' sprintf(form, values)(1:end - 1) ']'];
  end
end

%!shared model
%! model = struct ('Version', 3, 'Task', 'classification', 'ClassNames', {{'a"b'; 'c'}}, ...
%!                 'Weights', {{single([1/3, -1e-30; 0, 2]), single([1, 2; pi, 4])}}, ...
%!                 'Biases', {{single([1; 2]), single([0; 0.1])}}, 'Activations', {{'relu'}}, ...
%!                 'InputMean', [], 'InputScale', [], 'Settings', struct (), ...
%!                 'Lambda1', [1e-3; 0], 'Lambda2', [0; 0], 'LambdaGroup', 0, 'FeatureNames', {{}});
%!test
%! # the same bits come back
%! j = jsondecode (nnr.model.json (model));
%! assert (single (j.layers(1).weights), model.Weights{1});
%! assert (single (j.layers(2).weights), model.Weights{2});
%! assert (single (j.layers(2).biases), model.Biases{2});
%! assert ({j.layers.activation, j.layers.onnx, j.version}, {'relu', 'softmax', 'Relu', '', 3});
%! assert (j.class_names, {'a"b'; 'c'});
%! assert ({j.inputs, j.num_inputs, j.input_mean}, {[0; 1], 2, []});
%!test
%! # lists of one are lists, logical classes are truths
%! model.ClassNames = [false; true];
%! model.InputMean = 1/3;
%! text = nnr.model.json (model);
%! assert (! isempty (strfind (text, '"class_names": [false,true]')));
%! assert (! isempty (strfind (text, '"input_mean": [0.33333333333333331]')));
%!test
%! # labels of 64 bits that no double tells apart
%! model.ClassNames = int64 (2) ^ 60 + int64 ([1; 2]);
%! assert (! isempty (strfind (nnr.model.json (model), ...
%!                             '"class_names": [1152921504606846977,1152921504606846978]')));
%!test
%! # names that are not UTF-8 give valid JSON, and one warning
%! [e_acute, o_umlaut] = deal (char (233), char ([195, 182]));
%! model.ClassNames = {["caf", e_acute]; o_umlaut};
%! model.FeatureNames = {char(255), "b"};
%! lastwarn ("", "");
%! evalc ("text = nnr.model.json (model);");
%! j = jsondecode (text);
%! assert (j.class_names, {["caf", char([195, 169])]; o_umlaut});
%! assert (j.feature_names, {char([195, 191]); "b"});
%! [message, id] = lastwarn ();
%! assert (id, "nnreg:encoding");
%! assert (strncmp (message, "2 names in MODEL are not UTF-8; ", 32));
%! model.ClassNames = ["a "; "b", e_acute];
%! evalc ("text = nnr.model.json (model);");
%! assert (jsondecode (text).class_names, {"a"; ["b", char([195, 169])]});
%! lastwarn ("", "");
%! model.ClassNames = {o_umlaut; "c"};
%! model.FeatureNames = {};
%! nnr.model.json (model);
%! assert (! strncmp (nthargout (2, @lastwarn), "nnreg:", 6));
