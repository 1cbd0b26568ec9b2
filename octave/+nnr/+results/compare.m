## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## c = nnr.results.compare (r, ratio)
##
## Compares the best candidate with each candidate, fold by fold: a struct of columns with
## Difference (the mean over the folds of the best candidate's score minus this one's), StdError,
## Low and High (95% interval) and Wins (share of the folds in which the best one is better; a tie
## counts one half).
##
## Folds share training samples, so the J differences are not independent. Their variance is
## multiplied by 1/J + RATIO, which is n_test/n_train (Nadeau and Bengio, 2003), with J - 1
## degrees of freedom. A single fold says nothing of the error: StdError, Low and High are NaN.

function c = compare (r, ratio)
  scores = vertcat (r.Results.FoldScores);
  d = scores(r.BestIndex,:) - scores;
  J = columns (d);
  c.Difference = mean (d, 2);
  c.StdError = sqrt ((1 / J + ratio) * var (d, 0, 2));
  if (J == 1)
    c.StdError(:) = NaN;
    half = c.StdError;
  else
    half = t_quantile (0.975, J - 1) * c.StdError;
  end
  c.Low = c.Difference - half;
  c.High = c.Difference + half;
  wins = d < 0;
  if (r.LargerIsBetter(1))
    wins = d > 0;
  end
  c.Wins = mean (wins + 0.5 * (d == 0), 2);
  c.Wins(any (isnan (d), 2)) = NaN;
end

## Student's t, from the inverse of the incomplete beta function.
function t = t_quantile (p, df)
  x = betaincinv (2 * (1 - p), df / 2, 0.5);
  t = sqrt (df * (1 / x - 1));
end

%!test
%! r = struct ("LargerIsBetter", true, "BestIndex", 1);
%! r.Results = struct ("FoldScores", {[0.9 0.8 0.7], [0.8 0.8 0.5], [NaN NaN NaN]});
%! c = nnr.results.compare (r, 1/2);
%! assert (c.Difference, [0; 0.1; NaN], 1e-15);
%! assert (c.StdError(2), sqrt ((1/3 + 1/2) * 0.01), 1e-15);
%! assert (c.High(2) - c.Difference(2), 4.302652729749464 * c.StdError(2), 1e-12);
%! assert (c.Wins, [0.5; (1 + 0.5 + 1) / 3; NaN], 1e-15);
