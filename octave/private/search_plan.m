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
## @deftypefn {Private Function} {@var{plan} =} search_plan (@var{X}, @var{y}, @var{params}, @var{folds}, @var{scores}, @var{search}, @var{s})
## All that the results of a search depend on, so that a search that is gone on with can be
## told from another one.  X and y are in it by their digests, and only for a study.
## @seealso{study_open, run_search}
## @end deftypefn

function plan = search_plan (X, y, params, folds, scores, search, s)
  for name = {'ValidationData', 'OutputFcn', 'Threads', 'Verbose'}
    s.(name{1}) = [];           # which no result depends on, or which are refused
  end
  plan = struct ('Version', '', 'X', '', 'y', '', 'Options', s, 'Grid', {params}, ...
                 'Folds', folds, 'Scores', {{scores.Function}}, ...
                 'Halving', search.Halving, 'WarmStart', search.WarmStart, ...
                 'Curves', search.Curves);
  if (! isempty (search.StudyDir))
    plan.Version = nnreg_info ().Version;
    plan.X = data_digest (X);
    plan.y = data_digest (y);
  end
end
