## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.args.check_not_lost (name, value, precision)
##
## Refuses a positive VALUE that is zero in this PRECISION, where the core treats denormal numbers
## as zero.

function value = check_not_lost (name, value, precision)
  value = full (double (value));
  if (value < realmin (precision))
    error ('nnreg:badArgument', '%s is %g, which is 0 in %s precision; the least is %.3g', ...
           name, value, precision, realmin (precision));
  end
end

%!assert (nnr.args.check_not_lost ("LearnRate", 1e-30, "single"), 1e-30)
%!assert (nnr.args.check_not_lost ("LearnRate", 1e-60, "double"), 1e-60)
%!error <LearnRate is 1e-60, which is 0 in single precision; the least is 1.18e-38>
%! nnr.args.check_not_lost ("LearnRate", 1e-60, "single");
%!error <nnreg_fit: Epsilon is 1e-40, which is 0 in single precision>
%! nnreg_fit (eye (2), [1; 2], "Epsilon", 1e-40, "Epochs", 1);
%!error <nnreg_fit: LearnRate \(2\) is 1e-50, which is 0 in single precision>
%! nnreg_fit (eye (2), [1; 2], "LearnRate", @(k) 10 ^ (-25 * k), "Epochs", 2, "Verbose", 0);
%!test
%! # a sparse number, as a schedule may return
%! args = {eye(2), [1; 2], "Epochs", 1, "Verbose", 0};
%! plain = nnreg_fit (args{:}, "LearnRate", @(k) 0.01);
%! assert (nnreg_fit (args{:}, "LearnRate", @(k) sparse (0.01)).Weights, plain.Weights);
