## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## loss = nnr.train.constant_loss (samples, s, num_outputs)
##
## The least data loss on the SAMPLES (nnr.data.make_samples) with the same outputs for all. It is 0
## exactly if y does not vary. Without an Intercept these outputs are 0.

function loss = constant_loss (samples, s, num_outputs)
  loss = 0;
  [w, rows] = nnr.targets.relative_weights (samples, samples.Weights, double (samples.Rows(:)) + 1);
  if (s.Intercept && ! varies (samples, rows(w > 0)))
    return
  end
  samples.NumOutputs = num_outputs;
  biases = nnr.train.null_biases (samples, rows, s);
  if (strcmp (s.Task, 'classification') && ! s.Intercept)
    loss = log (num_outputs);
  elseif (strcmp (s.Task, 'classification'))
    loss = -exp (biases).' * biases;
  else
    errors = double (samples.Responses(:,rows)) - biases;
    loss = mean (nnr.targets.error_losses (errors, samples.Thresholds), 1) * w;
  end
end

function yes = varies (samples, rows)
  y = samples.Responses;
  if (isempty (y))
    y = samples.Labels(:).';
  end
  yes = any ((y(:,rows) != y(:,rows(1)))(:));
end

%!function loss = of (y, task, varargin)
%!  s = nnr.options.settings ({"Task", task, "StandardizeY", false, varargin{:}});
%!  t = nnr.targets.make (y, rows (y), s);
%!  samples = nnr.data.make_samples ([], t, []);
%!  loss = nnr.train.constant_loss (samples, s, t.NumOutputs);
%!endfunction
%!assert (of ([1; 2; 1; 1], "classification"), -log (0.75) * 0.75 - log (0.25) * 0.25, 1e-12)
%!assert (of ([1; 2; 1; 1], "classification", "ClassWeights", [1, 3]), log (2), 1e-6)
%!assert (of ([1; 2; 6], "regression"), 14 / 3, 1e-6)
%!assert (of ([1, 0; 2, 0; 6, 0], "regression"), 7 / 3, 1e-6)
%!assert (of ([1; 2; 6], "regression", "Weights", [1; 1; 0]), 1 / 4, 1e-7)
%!assert (of (1e-9 * [1; 2; 6], "regression") / 1e-18, 14 / 3, 1e-5)
%!assert (of (0.1 * ones (7, 1), "regression"), 0)
%!assert (of ([0.1; 0.1; 6], "regression", "Weights", [1; 1; 0]), 0)
