## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Part 3.  The best lambda, and the largest that is nearly as good.

function [best, one_se] = choose_lambda (lambdas, errors)
  means = mean (errors, 2);
  [lowest, at] = min (means);
  best = lambdas(at);
  se = std (errors(at,:)) / sqrt (columns (errors));
  one_se = max (lambdas(means(:) <= lowest + se));
end
