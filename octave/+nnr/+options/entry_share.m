## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## share = nnr.options.entry_share (u)
##
## The first weights of a linear model leave zero at the lambda max |gradient| / SHARE, unless the
## penalty acts on whole inputs. U is from nnr.options.unit_penalty. An l2 alone makes no zeros. As
## in glmnet it then counts as an elastic net with the L1 share 0.001.

function share = entry_share (u)
  least_share = 1e-3;
  share = u.L1;
  if (u.L1 < least_share)
    share = least_share * max (1, 2 * u.L2);
  end
end

%!assert (nnr.options.entry_share (nnr.options.unit_penalty ("l1", 0)), 1)
%!assert (nnr.options.entry_share (nnr.options.unit_penalty ("elasticnet", 0.3)), 0.3)
%!assert (nnr.options.entry_share (nnr.options.unit_penalty ("l2", 0)), 2e-3)
