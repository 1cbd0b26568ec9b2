## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.metrics.print_mistakes (confusion, classes)
##
## Prints the most frequent mistakes, at most four, of a confusion matrix (K-by-K, full or sparse,
## rows true, columns predicted) of the CLASSES (K rows).

function print_mistakes (confusion, classes)
  [truth, guess, number] = find (confusion);
  number(truth == guess) = 0;
  [number, order] = sort (number(:), 'descend');
  most = min (4, sum (number > 0));
  first = order(1:most);
  names = nnr.words.label_texts (classes([truth(first); guess(first)],:), 12);
  printf ("  Most frequent mistakes (true -> predicted: number)\n");
  for k = 1:most
    printf ("  %s -> %s: %.6g\n", names{k}, names{most + k}, number(k));
  end
  if (most == 0)
    printf ("  none\n");
  end
end
