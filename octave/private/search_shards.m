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
## @deftypefn {Private Function} {@var{of} =} search_shards (@var{jobs}, @var{candidates}, @var{warm}, @var{shards})
## The shard, 1 to @var{shards}, of each job.  Jobs are dealt out one by one, so that each
## shard has its share of each kind; with warm starts those that follow each other stay
## together.
## @seealso{study_work, study_execute}
## @end deftypefn

function of = search_shards (jobs, candidates, warm, shards)
  unit = [jobs.Number];
  if (warm)
    [~, chain] = lambda_chains (candidates);
    unit = chain([jobs.Candidate]) + numel (candidates) * [jobs.Fold];
  end
  [~, ~, rank] = unique (unit);
  of = mod (rank(:).' - 1, shards) + 1;
end
