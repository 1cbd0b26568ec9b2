## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.sparsify.print (r)
##
## Prints the result R of nnreg_sparsify: the frontier, at most 15 points, and what was chosen.

function print (r)
  printf ("   %10s  %8s  %8s  %10s  %10s\n", 'weights', 'zeros', 'inputs', r.ScoreName, 'lambda');
  count = numel (r.NumWeights);
  for k = unique ([round(linspace (1, count, min (count, 14))), r.Index])(:).'
    printf (" %c %10d  %7.2f%%  %8d  %10.4g  %10.3g\n", merge (k == r.Index, '*', ' '), ...
            r.NumWeights(k), 100 * r.Zeros(k), r.NumInputs(k), r.Score(k), r.RoundLambda(k));
  end
  printf (" %s on the rows held out; dense %.4g with %d weights\n", r.ScoreName, r.DenseScore, ...
          r.DenseWeights);
  printf (" * chosen: %s\n", r.Target);
  fflush (stdout);
end
