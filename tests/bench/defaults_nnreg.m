## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## defaults_nnreg.m BUILD FOLDER NAME TASK: the errors of default networks by nnreg_fit on the table
## NAME in FOLDER, a line of JSON as tests/peers/defaults_sklearn.py prints it.  BUILD has the
## gateways.

1;

function e = error_of (X, y, test, args)
  [mu, scale] = deal (mean (X(! test,:), 1), std (X(! test,:), 1, 1));
  scale(scale == 0) = 1;
  X = (X - mu) ./ scale;
  model = nnreg_fit (X(! test,:), y(! test), args{:});
  yhat = nnreg_predict (model, X(test,:));
  if (strcmp (model.Task, 'classification'))
    e = mean (yhat != y(test));
  else
    e = sqrt (mean ((yhat - y(test)) .^ 2));
  end
end

[build, folder, name, task] = argv (){:};
addpath (fullfile (pwd (), 'tests', 'bench'));
use_package (build);
table = dlmread (fullfile (folder, [name '.csv']));
seeds = 3;
X = table(:,1:end - seeds - 1);
y = table(:,end - seeds);
folds = table(:,end - seeds + 1:end);
args = {'Task', task, 'Threads', 1, 'Verbose', 0};
if (strcmp (task, 'classification'))
  args = [args, {'ClassNames', unique(y)}];     # a fold may lack a class
end
start = tic ();
errors = [];
for seed = 1:seeds
  for fold = 1:max (folds(:))
    errors(end + 1) = error_of (X, y, folds(:,seed) == fold, [args, {'Seed', seed - 1}]);
  end
end
printf ("{\"seconds\": %.3f, \"errors\": [%s]}\n", toc (start), ...
        strjoin (arrayfun (@(e) sprintf ('%.17g', e), errors, 'UniformOutput', false), ', '));
