## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.curve.print (r)
##
## Prints the learning curve R as a table, of at most 18 numbers of rows, with a line that reads it.

function print (r)
  printf (" %8s  %12s  %12s  %9s\n", 'rows', 'training', 'validation', 's.e.');
  count = numel (r.NumRows);
  for k = unique (round (linspace (1, count, min (count, 18))))(:).'
    se = '-';
    if (! isnan (r.ValSE(k)))
      se = sprintf ('%.2g', r.ValSE(k));
    end
    printf (" %8d  %12.4g  %12.4g  %9s\n", r.NumRows(k), r.TrainMean(k), r.ValMean(k), se);
  end
  printf (" %s by the number of rows to learn from, mean of %s\n", r.ScoreName, ...
          nnr.words.count_text (rows (r.ValScores), 'fold'));
  if (isfield (r, 'ConstantScores'))
    printf (" a constant prediction has %.4g in validation\n", mean (r.ConstantScores));
  end
  text = nnr.curve.reading (r);
  if (! isempty (text))
    printf ("%s\n", nnr.words.wrapped (' ', text, 79));
  end
  fflush (stdout);
end
