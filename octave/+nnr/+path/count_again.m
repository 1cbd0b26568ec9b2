## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## again = nnr.path.count_again (chains, counts, s, inputs)
##
## The number of groups of inputs with which the CHAINS of a path begin again after their first
## training (nnr.path.second_start): the least of the path's COUNTS that is twice the number of
## strong ones, and of those without a penalty, in any of them, and at least 20. NaN if these are
## more than half of all.

function again = count_again (chains, counts, s, inputs)
  least = 20;
  alive = 0;
  for chain = chains
    free = inputs.Factors(chain.Live)(:).' == 0;
    live = chain.Live(nnr.path.input_strength (chain, s) > 0 | free);
    alive = max (alive, nnr.path.count_groups (inputs, live));
  end
  again = min (counts(counts >= max (least, 2 * alive)));
  if (isempty (again) || again > counts(1) / 2)
    again = NaN;
  end
end

%!test
%! s = nnr.options.settings ({"LayerSizes", 2, "Penalty", "group", "Lambda", 1});
%! inputs = struct ("Group", [1:49, 49].', "Factors", ones (50, 1));
%! counts = [49, 40, 30, 26, 20, 10, 1, 0];
%! weights = zeros (2, 50);
%! chains = struct ("Live", 1:50, "Moments", struct ("Variance", ones (1, 50)), ...
%!                  "Theta", [weights(:); ones(5, 1)], ...
%!                  "Fit", struct ("Targets", struct ("NumOutputs", 1)));
%! assert (nnr.path.count_again (chains, counts, s, inputs), 20);
%! weights(2,38:50) = 1;
%! chains(2) = chains;
%! chains(2).Theta = [weights(:); ones(5, 1)];
%! assert (nnr.path.count_again (chains, counts, s, inputs), NaN);
%! counts(1) = 60;
%! assert (nnr.path.count_again (chains, counts, s, inputs), 26);
%! inputs.Factors([1, 2, 40]) = 0;
%! assert (nnr.path.count_again (chains, counts, s, inputs), 30);
