## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [Y, w] = oracle_targets (y, opt)
##
## The wanted outputs (N-by-K: one-hot for class numbers 1 to K, else y itself) and the weights of
## the samples (N-by-1): opt.Weights times opt.ClassWeights of the class, scaled to mean 1.

function [Y, w] = oracle_targets (y, opt)
  Y = y;
  w = ones (rows (y), 1);
  if (! isempty (opt.Weights))
    w = opt.Weights(:);
  end
  if (strcmp (opt.Task, "classification"))
    Y = double (y == 1:max (y));
    if (! isempty (opt.ClassWeights))
      w = w .* opt.ClassWeights(y)(:);
    end
  end
  w = w / mean (w);
end

%!test
%! opt = oracle_options (struct ("Weights", [1; 2; 1], "ClassWeights", [3 1]), 1);
%! [Y, w] = oracle_targets ([2; 1; 2], opt);
%! assert (Y, [0 1; 1 0; 0 1]);
%! assert (w, [1; 6; 1] * 3 / 8, eps);
