## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {[@var{before}, @var{chain}] =} lambda_chains (@var{candidates})
## For each candidate the one that differs from it in Lambda alone and has the next larger
## one (or 0), and the number of the chain that both are in.
## @seealso{link_jobs}
## @end deftypefn

function [before, chain] = lambda_chains (candidates)
  count = numel (candidates);
  [before, chain] = deal (zeros (1, count));
  keys = cell (1, count);
  lambda = NaN (1, count);
  for k = 1:count
    s = candidates(k).Settings;
    if (isnumeric (s.Lambda) && isscalar (s.Lambda))
      lambda(k) = s.Lambda;
    end
    s.Lambda = [];
    keys{k} = value_text (s);
  end
  [~, ~, chain] = unique (keys);
  chain = chain(:).';
  for c = 1:max (chain)
    members = find (chain == c & ! isnan (lambda));
    [~, order] = sort (lambda(members), 'descend');
    members = members(order);
    before(members(2:end)) = members(1:end - 1);
  end
end
