## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_summary; the short ones and the errors are in its own file.

%!shared model, args
%! k = (1:40).';
%! args = {[sin(k), cos(2 * k), sin(3 * k)], 1 + (sin (k) > 0)};
%! model = nnreg_fit (args{:}, "LayerSizes", [5, 4], "Activations", {"relu", "tanh"}, ...
%!                    "Penalty", "elasticnet", "Alpha", 0.2, "Lambda", 0.01, "Epochs", 3, ...
%!                    "ValidationFraction", 0.25, "Verbose", 0);
%!test
%! model.Weights{1}(:) = [0, 1, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0];
%! s = nnreg_summary (model);
%! assert ([s.Layers.Units], [5, 4, 2]);
%! assert ({s.Layers.Activation}, {"relu", "tanh", "softmax"});
%! assert ([s.Layers.NumParameters], [20, 24, 10]);
%! assert ([s.NumParameters, s.NumWeights, s.Zeros], [54, 43, 4]);
%! assert (s.Layers(1).ZeroShare, 4 / 15, eps);
%! assert ([s.Layers.Lambda1], 0.002 * ones (1, 3), eps);
%! assert ([s.Layers.Lambda2], 0.004 * ones (1, 3), eps);
%! assert ({s.Precision, s.Bytes}, {"single", 54 * 4});
%! assert (s.ModelBytes, sizeof (model));
%! [~, best] = min (model.History.ValLoss);
%! assert ([s.Epochs, s.BestEpoch], [3, best]);
%! assert (sort (fieldnames (s.Options)), sort ({"LayerSizes"; "Activations"; "Penalty"; ...
%!         "Alpha"; "Lambda"; "Epochs"; "BatchSize"; "ValidationFraction"}));
%!test
%! # columns of X that are gone still count as inputs
%! model.Weights{1}(:,2) = 0;
%! s = nnreg_summary (nnreg_compact (model));
%! assert ([s.NumInputs, s.Layers(1).Inputs], [3, 2]);
%!test
%! # the table
%! text = evalc ("nnreg_summary (model)");
%! lines = strsplit (text, "\n");
%! assert (lines{1}, "Classification, network 3-5-4-2, 54 parameters");
%! assert (! isempty (regexp (text, '1 hidden +5 +relu +20 ')));
%! assert (! isempty (regexp (text, 'Options +.*Activations relu\+tanh')));
%! assert (max (cellfun (@numel, lines)) <= 80);
%!test
%! # a linear regression, no penalty, group penalty
%! linear = nnreg_fit (args{1}, args{1}(:,1), "Task", "regression", "LayerSizes", [], "Verbose", 0);
%! text = evalc ("nnreg_summary (linear)");
%! assert (strncmp (text, "Regression, linear 3-1, 4 parameters", 36));
%! group = nnreg_fit (args{:}, "Penalty", "group", "Lambda", 0.25, "Epochs", 1, "Verbose", 0);
%! text = evalc ("nnreg_summary (group)");
%! assert (! isempty (strfind (text, "group 0.25")));
