## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## r = nnr.path.choose_lambda (r, linear)
##
## Adds means and standard errors over the folds to the path R, and the choice of two points: the
## one with the best mean (Min), and the simplest one whose mean is within one standard error of it
## (1SE). The simplest is the largest lambda if the models are LINEAR, as in cv.glmnet; else it has
## the fewest inputs, then the most zeros, then the largest lambda. A point without inputs may be
## two standard errors away: the best of many points beats a constant by more than one even where X
## says nothing about y (measured: in 14 of 100 tables of noise with two classes, and with cv.glmnet
## in 13). Without folds R stays as it is.

function r = choose_lambda (r, linear)
  num_folds = rows (r.FoldScores);
  if (num_folds == 0)
    return
  end
  share = r.FoldWeights / sum (r.FoldWeights);
  r.Mean = sum (share .* r.FoldScores, 1);
  ## Repeats are no further samples.
  repeats = columns (r.Folds);
  r.SE = sqrt (sum (share .* (r.FoldScores - r.Mean) .^ 2, 1) * repeats / (num_folds - 1));
  r.CVLoss = sum (share .* r.FoldLosses, 1);
  score = r.Mean;
  if (strcmp (r.ScoreName, 'Loss') || nnr.metrics.is_loss (r.ScoreName))
    score = -score;
  end
  ## The simplest first, so that it also wins a tie.
  order = simplest_first (r, linear);
  [best, at] = max (score(order));
  r.IndexMin = order(at);
  errors = (best - score) / r.SE(r.IndexMin);
  errors(score == best) = 0;            # also if the standard error is 0
  near = errors <= 1 | (r.LiveInputs == 0 & errors <= 2);
  r.Index1SE = order(find (near(order), 1));
  r.LambdaMin = r.Lambda(r.IndexMin);
  r.Lambda1SE = r.Lambda(r.Index1SE);
  r.ModelMin = r.Models{r.IndexMin};
  r.Model1SE = r.Models{r.Index1SE};
end

function order = simplest_first (r, linear)
  if (linear)
    [~, order] = sort (r.Lambda, 'descend');
  else
    [~, order] = sortrows ([r.LiveInputs; -r.Zeros; -r.Lambda].');
  end
end

%!function r = some_path (scores, name)
%!  num_points = columns (scores);
%!  r = struct ("FoldScores", scores, "FoldLosses", ones (size (scores)), ...
%!              "FoldWeights", ones (rows (scores), 1), "Folds", 1, ...
%!              "ScoreName", name, "LiveInputs", [], ...
%!              "Zeros", zeros (1, num_points), "Lambda", [], ...
%!              "Models", {num2cell(1:num_points)});
%!endfunction
%!test
%! r = some_path ([3, 1, 1.25, 2; 3, 2, 1.75, 2], "RMSE");
%! [r.LiveInputs, r.Lambda] = deal ([1, 4, 3, 2], [8, 1, 2, 4]);
%! r = nnr.path.choose_lambda (r, false);
%! assert (r.Mean, [3, 1.5, 1.5, 2]);
%! assert (r.SE, [0, 0.5, 0.25, 0], 1e-15);
%! # points 2 and 3 have the same mean, 3 is sparser; 4 is more than one error away
%! assert ([r.IndexMin, r.Index1SE], [3, 3]);
%! r.FoldScores(:,4) = [1.75; 1.75];
%! r = nnr.path.choose_lambda (r, false);
%! assert ([r.IndexMin, r.Index1SE, r.Lambda1SE, r.Model1SE], [3, 4, 4, 4]);
%! r.ScoreName = "Accuracy";
%! r = nnr.path.choose_lambda (r, false);
%! assert ([r.IndexMin, r.Index1SE], [1, 1]);
%!test
%! # with equal numbers of inputs the zeros decide, then lambda
%! r = some_path (ones (2, 3), "Loss");
%! [r.LiveInputs, r.Zeros, r.Lambda] = deal ([2, 2, 2], [0.5, 0.75, 0.75], [3, 1, 2]);
%! assert (getfield (nnr.path.choose_lambda (r, false), "Index1SE"), 3);
%!test
%! # linear models: the largest lambda, also where it has more inputs
%! r = some_path ([5, 3, 2, 2, 2.25; 5, 3, 4, 4, 4], "Loss");
%! [r.LiveInputs, r.Lambda] = deal ([5, 3, 2, 1, 4], [5, 4, 3, 2, 1]);
%! r = nnr.path.choose_lambda (r, true);
%! assert (r.Mean(2:4), [3, 3, 3]);
%! assert ([r.IndexMin, r.Index1SE, r.LambdaMin], [2, 2, 4]);
%! r.FoldScores(:,2) = [3.5; 4];
%! r = nnr.path.choose_lambda (r, true);
%! assert ([r.IndexMin, r.Index1SE], [3, 2]);
%! r = nnr.path.choose_lambda (r, false);
%! assert ([r.IndexMin, r.Index1SE], [4, 4]);
%!test
%! # the constant prediction may be two standard errors away
%! r = some_path ([6.9, 5.9, 5; 6.9, 5.9, 3; 6.9, 5.9, 7] / 2, "Loss");
%! [r.LiveInputs, r.Lambda] = deal ([0, 1, 2], [3, 2, 1]);
%! r = nnr.path.choose_lambda (r, true);
%! assert ([r.IndexMin, r.Index1SE], [3, 1]);
%! r.FoldScores(:,1) = 4;
%! assert (getfield (nnr.path.choose_lambda (r, true), "Index1SE"), 2);
%!test
%! # a fold of weight 2 is two folds in the mean; the standard error still has two folds
%! r = some_path ([1, 4; 2, 1], "Loss");
%! [r.LiveInputs, r.Lambda, r.FoldWeights] = deal ([0, 1], [2, 1], [1; 2]);
%! r.FoldLosses = [3, 6; 0, 9];
%! r = nnr.path.choose_lambda (r, true);
%! assert (r.Mean, [5, 6] / 3, 1e-15);
%! assert (r.SE, sqrt ([2/9, 2]), 1e-15);
%! assert (r.CVLoss, [1, 8], 1e-15);
