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
## @deftypefn {Private Function} {@var{jobs} =} link_jobs (@var{jobs}, @var{candidates}, @var{warm})
## With warm starts, each job's @code{After}: the place of the job of the same fold from
## whose parameters it starts, that of the next larger Lambda; else 0.
## @seealso{lambda_chains, queue_new}
## @end deftypefn

function jobs = link_jobs (jobs, candidates, warm)
  [jobs.After] = deal (0);
  if (! warm)
    return;
  end
  before = lambda_chains (candidates);
  key = [[jobs.Candidate]; [jobs.Fold]];
  for k = 1:numel (jobs)
    b = before(jobs(k).Candidate);
    if (b > 0)
      jobs(k).After = find (key(1,:) == b & key(2,:) == jobs(k).Fold);
    end
  end
end
