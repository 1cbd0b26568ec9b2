## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [samples, problem, theta] = nnr.sparsify.held_out (t, model, ...)
##
## The samples held out, and the MODEL as the core takes it: PROBLEM has them as those to train on.
## More arguments are nnr.sparsify.as_problem's.

function [samples, problem, theta] = held_out (t, model, varargin)
  [problem, theta, d] = nnr.sparsify.as_problem (t, model, varargin{:});
  [~, samples] = nnr.train.validation_samples (d, t.Settings);
  problem.Train = samples;
end
