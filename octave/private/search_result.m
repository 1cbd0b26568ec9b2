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
## @deftypefn {Private Function} {@var{r} =} search_result (@var{caller}, @var{plan}, @var{candidates}, @var{measure}, @var{found}, @var{search})
## The result of a search that is complete, with the best candidate trained on all rows and
## the CSV file written if @var{search} says so; if it cannot be written that is a warning, for
## the result would be lost.
## @seealso{summarise_search, run_search}
## @end deftypefn

function r = search_result (caller, plan, candidates, measure, found, search)
  r = summarise_search (caller, plan, candidates, measure, found, search.Select);
  if (search.Refit)
    r.Model = refit (caller, candidates, r.BestIndex, plan.WarmStart);
  end
  if (! isempty (search.CSV))
    try
      write_search_csv (caller, r, search.CSV);
    catch err
      warning ('nnreg:csv', '%s; write it elsewhere: nnreg_gridsearch ("csv", r, file)', ...
               err.message);
    end
  end
end

## As the candidate was trained in each fold: after those with a larger Lambda, if so.
function model = refit (caller, candidates, best, warm)
  order = best;
  if (warm)
    before = lambda_chains (candidates);
    while (before(order(1)) > 0)
      order = [before(order(1)), order];
    end
  end
  model = [];
  for k = order
    s = candidates(k).Settings;
    s.Verbose = 0;
    if (! isempty (model))
      s.InitialModel = model;
    end
    model = fit_packed (caller, candidates(k).Fit, s);
  end
end
