## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.path.choose_lambda (r)
##
## Adds means and standard errors over the folds to the path R, and the choice of two points: the
## one with the best mean (Min) and the sparsest one within one standard error of it (1SE: fewest
## inputs, then most zeros, then largest lambda). Without folds R stays as it is.

function r = choose_lambda (r)
  num_folds = rows (r.FoldScores);
  if (num_folds == 0)
    return
  end
  r.Mean = mean (r.FoldScores, 1);
  r.SE = std (r.FoldScores, 0, 1) / sqrt (num_folds);
  r.CVLoss = mean (r.FoldLosses, 1);
  score = r.Mean;
  if (! strcmp (r.ScoreName, 'Accuracy'))
    score = -score;
  end
  ## The sparsest first, so that it also wins a tie.
  [~, order] = sortrows ([r.LiveInputs; -r.Zeros; -r.Lambda].');
  [best, at] = max (score(order));
  r.IndexMin = order(at);
  r.Index1SE = order(find (score(order) >= best - r.SE(r.IndexMin), 1));
  r.LambdaMin = r.Lambda(r.IndexMin);
  r.Lambda1SE = r.Lambda(r.Index1SE);
  r.ModelMin = r.Models{r.IndexMin};
  r.Model1SE = r.Models{r.Index1SE};
end

%!test
%! r = struct ("FoldScores", [3, 1, 1.25, 2; 3, 2, 1.75, 2], "FoldLosses", ones (2, 4), ...
%!             "ScoreName", "RMSE", "LiveInputs", [1, 4, 3, 2], "Zeros", zeros (1, 4), ...
%!             "Lambda", [8, 1, 2, 4], "Models", {num2cell(1:4)});
%! r = nnr.path.choose_lambda (r);
%! assert (r.Mean, [3, 1.5, 1.5, 2]);
%! assert (r.SE, [0, 0.5, 0.25, 0], 1e-15);
%! # points 2 and 3 have the same mean, 3 is sparser; 4 is more than one error away
%! assert ([r.IndexMin, r.Index1SE], [3, 3]);
%! r.FoldScores(:,4) = [1.75; 1.75];
%! r = nnr.path.choose_lambda (r);
%! assert ([r.IndexMin, r.Index1SE, r.Lambda1SE, r.Model1SE], [3, 4, 4, 4]);
%! r.ScoreName = "Accuracy";
%! r = nnr.path.choose_lambda (r);
%! assert ([r.IndexMin, r.Index1SE], [1, 1]);
%!test
%! # with equal numbers of inputs the zeros decide, then lambda
%! r = struct ("FoldScores", ones (2, 3), "FoldLosses", ones (2, 3), "ScoreName", "Loss", ...
%!             "LiveInputs", [2, 2, 2], "Zeros", [0.5, 0.75, 0.75], "Lambda", [3, 1, 2], ...
%!             "Models", {{1, 2, 3}});
%! assert (getfield (nnr.path.choose_lambda (r), "Index1SE"), 3);
