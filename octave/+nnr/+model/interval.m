## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## interval = nnr.model.interval (model, yhat, coverage)
##
## The prediction intervals of a MODEL of nnreg_conformal around YHAT (N-by-R): N-by-2, or
## N-by-2-by-R for more responses. Half the width is the k-th smallest of the n Residuals, with
## k = ceil ((n + 1) COVERAGE).

function interval = interval (model, yhat, coverage)
  coverage = nnr.args.check_scalar ('Coverage', coverage, 'number from 0 to 1');
  if (! isfield (model, 'Residuals'))
    error ('nnreg:badArgument', ['Coverage needs a model of nnreg_conformal, which knows the ' ...
                                 'residuals of rows held out']);
  end
  n = rows (model.Residuals);
  k = ceil ((n + 1) * coverage - 1e-9);
  if (k > n || k < 1)
    error ('nnreg:badArgument', ['Coverage must be above 0 and at most %.4g with the %s of the ' ...
                                 'model, got %g'], n / (n + 1), ...
           nnr.words.count_text (n, 'residual'), coverage);
  end
  half = model.Residuals(k,:);
  low = permute (yhat - half, [1, 3, 2]);
  interval = [low, permute(yhat + half, [1, 3, 2])];
end

%!test
%! model.Residuals = [1, 10; 2, 20; 3, 30; 4, 40];
%! interval = nnr.model.interval (model, [5, 50; 6, 60], 0.6);
%! assert (interval, cat (3, [2, 8; 3, 9], [20, 80; 30, 90]));
%! assert (nnr.model.interval (struct ("Residuals", [1; 2; 3; 4]), 7, 0.8), [3, 11]);
