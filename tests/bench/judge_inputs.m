## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## judge_inputs.m SPEC: what a network without a penalty predicts from spec.inputs alone, the mean
## of three seeds on the test rows: the same judge for all programs that choose inputs.  Prints a
## line of JSON, with the F1 of the inputs where the workload knows the true ones.

1;

function text = left_of (spec)
  text = sprintf ('%d inputs', numel (spec.inputs));
  if (isfield (spec, 'truth'))
    right = numel (intersect (spec.inputs, spec.truth));
    text = sprintf ('%s, F1 %.2f', text, 2 * right / (numel (spec.inputs) + numel (spec.truth)));
  end
end

spec = jsondecode (fileread (argv (){end}));
addpath (fullfile (pwd (), 'tests', 'bench'));
use_package (getenv ('NNREG_BENCH_MEX'));
d = load_data (spec.folder);
tasks = {'classification', 'regression'};
args = {'Task', tasks{1 + (d.Classes == 0)}, 'LayerSizes', 128, 'Penalty', 'none', 'Verbose', 0, ...
        'Epochs', spec.judge_epochs, 'Threads', spec.threads};
inputs = spec.inputs(:).';
for seed = 1:3
  model = nnreg_fit (d.X(:,inputs), d.y, args{:}, 'Seed', seed, 'Standardize', true);
  guess = nnreg_predict (model, d.Xtest(:,inputs));
  scores(seed,:) = [mean(guess == d.ytest), sqrt(mean ((guess - d.ytest) .^ 2))];
end
names = {'accuracy', 'rmse'};
which = 1 + (d.Classes == 0);
result.(names{which}) = mean (scores(:,which));
result.left = left_of (spec);
printf ("%s\n", jsonencode (result));
