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
## @deftypefn {Private Function} {@var{text} =} model_json (@var{model})
## A model as JSON; its members are in the help of @code{nnreg_export}.  Numbers have all
## digits that they need to be read back as the same bits (@code{jsonencode} does not give
## them).
## @seealso{nnreg_export}
## @end deftypefn

function text = model_json (model)
  inputs = 1:columns (model.Weights{1});
  num_inputs = numel (inputs);
  if (isfield (model, 'Inputs'))
    [inputs, num_inputs] = deal (model.Inputs, model.NumInputs);
  end
  names = {};
  if (isfield (model, 'FeatureNames'))
    names = model.FeatureNames;
  end
  members = {'format', '"nnreg model"'; 'version', '1'; 'task', jsonencode(model.Task); ...
             'precision', jsonencode(class (model.Weights{1})); ...
             'num_inputs', sprintf('%d', num_inputs); 'inputs', list(inputs - 1); ...
             'feature_names', text_list(names); ...
             'input_mean', list(model.InputMean); 'input_scale', list(model.InputScale); ...
             'layers', layer_list(model); 'penalty', penalty(model)};
  if (strcmp (model.Task, 'classification'))
    members = [members; {'class_names', class_list(model.ClassNames)}];
  else
    members = [members; {'response_mean', list(model.ResponseMean); ...
                         'response_scale', list(model.ResponseScale)}];
  end
  text = [object(members) "\n"];
end

function text = layer_list (model)
  last = 'softmax';
  if (strcmp (model.Task, 'regression'))
    last = 'none';
  end
  activations = [model.Activations(:); {last}];
  layers = cell (1, numel (model.Weights));
  for l = 1:numel (layers)
    layers{l} = object ({'activation', jsonencode(activations{l}); ...
                         'biases', list(model.Biases{l}); 'weights', matrix(model.Weights{l})});
  end
  text = ["[\n" strjoin(layers, ",\n") "]"];
end

function text = penalty (model)
  group = 0;
  if (isfield (model, 'LambdaGroup'))
    group = model.LambdaGroup;
  end
  text = object ({'lambda1', list(model.Lambda1); 'lambda2', list(model.Lambda2); ...
                  'lambda_group', number(group)});
end

function text = class_list (classes)
  if (iscellstr (classes) || ischar (classes))
    text = text_list (cellstr (classes));
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
  text = ["{" strjoin(lines.', ",\n ") "}"];
end

function text = text_list (texts)
  quoted = cellfun (@jsonencode, texts(:).', 'UniformOutput', false);
  text = ['[' strjoin(quoted, ', ') ']'];
end

function text = matrix (values)
  lines = cell (1, rows (values));
  for k = 1:rows (values)
    lines{k} = list (values(k,:));
  end
  text = ["[\n" strjoin(lines, ",\n") "]"];
end

function text = list (values)
  text = '[]';
  if (! isempty (values))
    text = ['[' sprintf([digits_for(values) ','], values)(1:end - 1) ']'];
  end
end

function text = number (value)
  text = sprintf (digits_for (value), value);
end

function form = digits_for (values)
  form = '%.17g';
  if (isa (values, 'single'))
    form = '%.9g';
  elseif (isinteger (values))
    form = '%d';                # all digits of 64 bits
  end
end

%!shared model
%! model = struct ('Task', 'classification', 'ClassNames', {{'a"b'; 'c'}}, ...
%!                 'Weights', {{single([1/3, -1e-30; 0, 2]), single([1, 2; pi, 4])}}, ...
%!                 'Biases', {{single([1; 2]), single([0; 0.1])}}, 'Activations', {{'relu'}}, ...
%!                 'InputMean', [], 'InputScale', [], 'Lambda1', [1e-3; 0], 'Lambda2', [0; 0]);
%!test
%! # the same bits come back
%! j = jsondecode (model_json (model));
%! assert (single (j.layers(1).weights), model.Weights{1});
%! assert (single (j.layers(2).weights), model.Weights{2});
%! assert (single (j.layers(2).biases), model.Biases{2});
%! assert ({j.layers.activation}, {'relu', 'softmax'});
%! assert (j.class_names, {'a"b'; 'c'});
%! assert ({j.inputs, j.num_inputs, j.input_mean}, {[0; 1], 2, []});
%!test
%! # lists of one are lists, logical classes are truths
%! model.ClassNames = [false; true];
%! model.InputMean = 1/3;
%! text = model_json (model);
%! assert (! isempty (strfind (text, '"class_names": [false,true]')));
%! assert (! isempty (strfind (text, '"input_mean": [0.33333333333333331]')));
%!test
%! # labels of 64 bits that no double tells apart
%! model.ClassNames = int64 (2) ^ 60 + int64 ([1; 2]);
%! assert (! isempty (strfind (model_json (model), ...
%!                             '"class_names": [1152921504606846977,1152921504606846978]')));
