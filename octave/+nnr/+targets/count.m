## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.targets.count (targets)
##
## The number of samples of TARGETS (nnr.targets.make, or samples for the gateways).

function count = count (targets)
  count = max (numel (targets.Labels), columns (targets.Responses));
end

%!assert (nnr.targets.count (struct ("Labels", int32 ([0; 1; 1]), "Responses", [])), 3)
%!assert (nnr.targets.count (struct ("Labels", [], "Responses", ones (2, 4))), 4)
