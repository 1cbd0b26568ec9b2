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
## @deftypefn {Private Function} {} check_fold_weights (@var{caller}, @var{targets}, @var{folds})
## In each fold (of each column of @var{folds}) the samples that are measured must weigh
## something, and so must the others, which are trained on.
## @seealso{make_folds, make_targets}
## @end deftypefn

function check_fold_weights (caller, targets, folds)
  if (isempty (targets.Weights))
    return;
  end
  light = @(w, rows) ! isempty (w) && ! any (w(rows));
  for repeat = 1:columns (folds)
    for fold = 1:max (folds(:,repeat))
      inside = folds(:,repeat) == fold;
      if (light (targets.SampleWeights, inside))
        error ('nnreg:badData', '%s: in fold %d of CV all samples weigh 0', caller, fold);
      elseif (light (targets.Weights, ! inside))
        error ('nnreg:badData', '%s: outside of fold %d of CV all samples weigh 0', caller, fold);
      end
    end
  end
end

%!test
%! # without weights, and with class weights, which count in training alone
%! check_fold_weights ("f", struct ("SampleWeights", [], "Weights", []), [1; 2]);
%! check_fold_weights ("f", struct ("SampleWeights", [], "Weights", [1; 0; 1]), [1; 2; 3]);
%!error <f: outside of fold 2 of CV all samples weigh 0>
%! check_fold_weights ("f", struct ("SampleWeights", [], "Weights", [0; 1]), [1; 2]);
%!error <f: outside of fold 1 of CV all samples weigh 0>
%! w = [1; 0; 0; 1];
%! check_fold_weights ("f", struct ("SampleWeights", w, "Weights", w), [1, 1; 2, 2; 1, 2; 2, 1]);
