## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## export_cases.m FOLDER PYTHON: models of all kinds as FOLDER/NAME.onnx and NAME.json, for
## run_onnx.py. X and the scores of nnreg_predict are raw doubles; their sizes and the labels are
## in NAME.sizes.json.

1;

function write_case (folder, python, name, model, X)
  file = fullfile (folder, name);
  nnreg_export (model, [file '.onnx'], 'Python', python);
  nnreg_export (model, [file '.json']);
  X = cast (X, class (model.Weights{1}));
  [yhat, scores] = nnreg_predict (model, X);
  if (ischar (yhat))
    yhat = cellstr (yhat);
  end
  if (isa (yhat, 'int64'))
    yhat = strsplit (sprintf ('%d ', yhat)(1:end - 1), ' ');   # jsonencode knows no int64
  elseif (! iscell (yhat))
    yhat = num2cell (yhat(:));
  end
  write_raw ([file '.x'], X);
  write_raw ([file '.scores'], scores);
  sizes = struct ('x', size (X), 'scores', size (scores), 'labels', {yhat});
  fid = fopen ([file '.sizes.json'], 'w');
  fputs (fid, jsonencode (sizes));
  fclose (fid);
end

function write_raw (file, values)
  fid = fopen (file, 'w');
  fwrite (fid, values, 'double');
  fclose (fid);
end

pkg load nnreg
[folder, python] = argv (){end - 1:end};
k = (1:70).';
X = [sin(k), cos(2 * k), sin(3 * k), cos(5 * k), 1e-3 * k];
y = 1 + (X(:,1) > 0) + (X(:,2) > 0.3);
names = {'ant'; 'bee "b"'; 'cow'};
brief = {'Epochs', 4, 'BatchSize', 16, 'Verbose', 0};
wide = [X(:,1), 1e6 + 50 * X(:,2), X(:,3:5)];
fit = @nnreg_fit;

[digits, of] = nnreg_digits ();
l1 = fit (digits / 16, of, brief{:}, 'Penalty', 'l1', 'Lambda', 5e-3, 'LayerSizes', 32);
write_case (folder, python, 'digits', l1, digits / 16);
write_case (folder, python, 'compact', nnreg_compact (l1), digits / 16);
deep = {'LayerSizes', [6, 5, 4], 'Activations', {'tanh', 'sigmoid', 'none'}};
write_case (folder, python, 'deep', fit (X, y, brief{:}, deep{:}), X);
write_case (folder, python, 'double', fit (X, y, brief{:}, 'Precision', 'double'), X);
write_case (folder, python, 'standard', fit (wide, y, brief{:}, 'Standardize', true), wide);
write_case (folder, python, 'linear', fit (X, y, 'LayerSizes', [], 'Verbose', 0, ...
                                           'Penalty', 'l1', 'Lambda', 1e-2), X);
inputs = {'a_b'; 'b "2"'; 'c\d'; char([195, 169]); '{5}'};
write_case (folder, python, 'strings', fit (X, names(y), brief{:}, 'FeatureNames', inputs), X);
write_case (folder, python, 'chars', fit (X, char (names(y)), brief{:}), X);
write_case (folder, python, 'logicals', fit (X, y > 1, brief{:}), X);
two = fit (X, {'no', 'yes'}(1 + (y > 1)).', brief{:});
cut = nnreg_threshold (two, X, {'no', 'yes'}(1 + (y > 1)).', 'Recall', 0.9);
write_case (folder, python, 'threshold', cut, X);
write_case (folder, python, 'first_class', nnreg_threshold (two, 'Threshold', 0.4, ...
                                                            'PositiveClass', 'no'), X);
warm = fit (X, y, brief{:});
warm.Temperature = 2.5;
write_case (folder, python, 'temperature', warm, X);
cut.Temperature = 0.7;
write_case (folder, python, 'both', cut, X);
write_case (folder, python, 'large', fit (X, int64 (2) ^ 60 + int64 (y), brief{:}), X);
write_case (folder, python, 'fractions', fit (X, y / 2, brief{:}), X);
write_case (folder, python, 'one_response', fit (X, 5e4 + 3e3 * X(:,1), brief{:}, ...
                                                 'Task', 'regression'), X);
write_case (folder, python, 'responses', fit (wide, [X(:,1), 7 + X(:,2)], brief{:}, ...
                                              'Task', 'regression', 'Standardize', true), wide);
T = struct ('age', 30 + 9 * X(:,1), 'pet', {names(y)}, 'ill', {y > 1});
[T.age(1:9), T.pet(3:8)] = deal (NaN, {''});
table = fit (T, 'ill', brief{:});
write_case (folder, python, 'table', table, nnreg_prepare (table, T));
