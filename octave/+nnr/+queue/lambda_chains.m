## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## before = nnr.queue.lambda_chains (candidates)
##
## BEFORE(k) is the place of the candidate that differs from candidate k only in Lambda and has the
## next larger Lambda; 0 if there is none.

function before = lambda_chains (candidates)
  count = numel (candidates);
  before = zeros (1, count);
  keys = cell (1, count);
  lambda = NaN (1, count);
  for k = 1:count
    s = candidates(k).Settings;
    if (isnumeric (s.Lambda) && isscalar (s.Lambda))
      lambda(k) = s.Lambda;
    end
    s.Lambda = [];
    keys{k} = nnr.files.value_text (s);
  end
  [~, ~, chain] = unique (keys);
  for c = 1:max (chain)
    members = find (chain(:).' == c & ! isnan (lambda));
    [~, order] = sort (lambda(members), 'descend');
    members = members(order);
    before(members(2:end)) = members(1:end - 1);
  end
end
