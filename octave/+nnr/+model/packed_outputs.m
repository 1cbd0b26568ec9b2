## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.model.packed_outputs (network, theta, data, rows_wanted, threads)
##
## The network's outputs for the rows ROWS_WANTED of packed DATA, one row each. The data go through
## the network in blocks.

function outputs = packed_outputs (network, theta, data, rows_wanted, threads)
  at_once = 8192;
  outputs = zeros (network.Sizes(end), numel (rows_wanted), class (theta));
  for first = 1:at_once:data.NumSamples
    count = min (at_once, data.NumSamples - first + 1);
    here = find (rows_wanted >= first & rows_wanted < first + count);
    if (isempty (here))
      continue;
    end
    part = nnr.core.call (@__nnreg_predict__, network, theta, data, first - 1, count, threads);
    outputs(:,here) = part(:,rows_wanted(here) - first + 1);
  end
  outputs = outputs.';
end
