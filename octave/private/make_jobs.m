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
## @deftypefn  {Private Function} {@var{jobs} =} make_jobs (@var{caller}, @var{candidates}, @var{folds})
## @deftypefnx {Private Function} {@var{jobs} =} make_jobs (@var{caller}, @var{candidates}, @var{folds}, @var{chosen})
## A struct array with a training for each candidate (or the chosen ones) and fold (of each
## column of @var{folds}): @code{Problem} (as the gateways read it), @code{Settings},
## @code{Theta} (empty: started from the settings), @code{Candidate}, @code{Fold}, and
## @code{Number}, which a job keeps whatever others there are.
## @seealso{run_jobs}
## @end deftypefn

function jobs = make_jobs (caller, candidates, folds, chosen)
  if (nargin < 4)
    chosen = 1:numel (candidates);
  end
  [inside, outside] = fold_rows (folds);
  num_folds = numel (inside);
  jobs = cell (num_folds, numel (chosen));
  for j = 1:numel (chosen)
    c = candidates(chosen(j));
    template = make_problem (caller, c.Settings, make_samples (c.Fit.Data, c.Fit.Targets, []), ...
                             make_samples (c.Fit.Data, c.Fit.Targets, []), ...
                             c.Fit.Targets.NumOutputs);
    template.ValidateLastOnly = 1;
    template.Validation.Weights = c.Fit.Targets.SampleWeights;
    for fold = 1:num_folds
      problem = template;
      problem.Train.Rows = outside{fold};
      problem.Validation.Rows = inside{fold};
      jobs{fold,j} = struct ('Problem', problem, 'Settings', c.Settings, 'Theta', [], ...
                             'Candidate', chosen(j), 'Fold', fold, ...
                             'Number', (chosen(j) - 1) * num_folds + fold);
    end
  end
  jobs = [jobs{:}];
end

## The rows of each fold and the others, as the gateways count; all jobs share them.
function [inside, outside] = fold_rows (folds)
  [inside, outside] = deal ({});
  for repeat = 1:columns (folds)
    for fold = 1:max (folds(:,repeat))
      inside{end + 1} = uint32 (find (folds(:,repeat) == fold)) - 1;
      outside{end + 1} = uint32 (find (folds(:,repeat) != fold)) - 1;
    end
  end
end
