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
## @deftypefn {Private Function} {@var{outputs} =} packed_outputs (@var{caller}, @var{network}, @var{theta}, @var{data}, @var{rows}, @var{threads})
## The network's outputs (rows-by-K) for some rows of packed data, which go through it a
## block at a time.
## @seealso{score_job, network_outputs}
## @end deftypefn

function outputs = packed_outputs (caller, network, theta, data, rows_wanted, threads)
  at_once = 8192;
  outputs = zeros (network.Sizes(end), numel (rows_wanted), class (theta));
  for first = 1:at_once:data.NumSamples
    count = min (at_once, data.NumSamples - first + 1);
    here = find (rows_wanted >= first & rows_wanted < first + count);
    if (isempty (here))
      continue;
    end
    try
      part = call_core (@__nnreg_predict__, network, theta, data, first - 1, count, threads);
    catch err
      pass_error (caller, err);
    end
    outputs(:,here) = part(:,rows_wanted(here) - first + 1);
  end
  outputs = outputs.';
end
