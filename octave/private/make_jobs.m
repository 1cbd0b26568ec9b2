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
## @deftypefn {Private Function} {@var{jobs} =} make_jobs (@var{caller}, @var{candidates}, @var{folds})
## A struct array with a training for each candidate and fold: @code{Problem} (as the
## gateways read it), @code{Settings}, @code{Theta} (empty: started from the settings),
## @code{Candidate}, @code{Fold}.
## @seealso{run_jobs}
## @end deftypefn

function jobs = make_jobs (caller, candidates, folds)
  jobs = struct ('Problem', {}, 'Settings', {}, 'Theta', {}, 'Candidate', {}, 'Fold', {});
  for k = 1:numel (candidates)
    c = candidates(k);
    for fold = 1:max (folds)
      train = make_samples (c.Fit.Data, c.Fit.Targets, find (folds != fold));
      left_out = make_samples (c.Fit.Data, c.Fit.Targets, find (folds == fold));
      left_out.Weights = c.Fit.Targets.SampleWeights;
      problem = make_problem (caller, c.Settings, train, left_out, ...
                              c.Fit.Targets.NumOutputs);
      problem.ValidateLastOnly = 1;
      jobs(end + 1) = struct ('Problem', problem, 'Settings', c.Settings, ...
                              'Theta', [], 'Candidate', k, 'Fold', fold);
    end
  end
end
