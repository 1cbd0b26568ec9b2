## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## models = nnr.sparsify.teachers (t, models)
##
## Those that give soft labels by the settings T (nnr.sparsify.open): MODELS, the dense network and
## that of the first round; and where rows are many, a dense one of another seed. Each knows its own
## mistakes by heart; the mean of their logarithms has fewer.
##
## None of a regression or with few rows: teachers that know few rows by heart, or the noise of
## responses, pass that on. (Measured: 120 rows of three classes lost a point of accuracy, a
## regression of 400 rows a quarter of its RMSE.)

function models = teachers (t, models)
  count = t.Data.Data.NumSamples - numel (t.Data.ValidationRows);
  if (! strcmp (t.Settings.Task, 'classification') || count < 1000)
    models = {};
  elseif (count >= 10000 && ! t.IsLinear)
    nnr.words.progress ('nnreg_sparsify', @() 'a second dense network');
    t.Settings.Seed = t.Settings.Seed + 1;
    models{end + 1} = nnr.sparsify.train (t, 'teacher', [], 0);
  end
end

%!test # by the number of rows to train on; the one more is a training by hand, of the next seed
%! k = (1:12500).';
%! Z = [sin(k), cos(3 * k), sin(7 * k)];
%! args = {"LayerSizes", 3, "Epochs", 1, "ValidationFraction", 0.2};
%! y = Z(:,1) > Z(:,2);
%! given = @(n) nnr.sparsify.settings (Z(1:n,:), y(1:n), {args{:}, "Seed", 4});
%! assert (nnr.sparsify.teachers (nnr.sparsify.open (given (1248)), {1, 2}), {});
%! assert (nnr.sparsify.teachers (nnr.sparsify.open (given (1250)), {1, 2}), {1, 2});
%! t = nnr.sparsify.open (given (12500));
%! models = nnr.sparsify.teachers (t, {1, 2});
%! assert (models(1:2), {1, 2});
%! held = t.Data.ValidationRows;
%! rest = setdiff (k, double (held));
%! m = nnreg_fit (Z(rest,:), y(rest), args{1:4}, "Seed", 5, "LearnRate", 2e-3, "Verbose", 0, ...
%!                "BatchSize", t.Settings.BatchSize);
%! assert (numel (models), 3);
%! assert (double (models{3}.Weights{1}), double (m.Weights{1}), 0.05);
