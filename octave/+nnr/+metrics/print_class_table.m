## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.metrics.print_class_table (m)
##
## Print a row of metrics for each class, or for the four worst, and their means. M is the struct of
## nnr.metrics.classification_metrics.

function print_class_table (m)
  values = [m.Precision, m.Recall, m.F1, m.AUC];
  macro = [m.MacroPrecision, m.MacroRecall, m.MacroF1, m.MacroAUC];
  weighted = [m.WeightedPrecision, m.WeightedRecall, m.WeightedF1, m.WeightedAUC];
  titles = {'precision', 'recall', 'F1', 'AUC'};
  if (isnan (m.TopK(1)))  # there were no scores
    [values, macro, weighted] = deal (values(:,1:3), macro(1:3), weighted(1:3));
    titles(4) = [];
  end

  count = rows (m.ClassNames);
  listed = 1:count;
  if (count > 4)
    [~, order] = sort (m.F1);
    listed = order(1:4).';
  end
  names = nnr.words.label_texts (m.ClassNames(listed,:), 20);
  width = max (cellfun (@nnr.words.text_width, [names; {'weighted mean'}]));
  print_row = @(name, text) printf ("  %s%s\n", nnr.words.padded (name, width, 'right'), text);
  print_row ('class', sprintf ('%11s', titles{:}, 'support'));
  for k = 1:numel (listed)
    row = listed(k);
    print_row (names{k}, [sprintf('%11.4f', values(row,:)) sprintf('%11.6g', m.Support(row))]);
  end
  print_row ('macro mean', sprintf ('%11.4f', macro));
  print_row ('weighted mean', sprintf ('%11.4f', weighted));
  if (numel (listed) < count)
    printf ("  (the %d of %d classes with the lowest F1)\n", numel (listed), count);
  end
  print_note (isnan (values), full (sum (m.Confusion, 1)).' + m.Support == 0);
end

## What the means make of NaN. UNDEFINED is a row for each class, the fourth column the AUC;
## ABSENT are the classes that no sample has and none is predicted as.
function print_note (undefined, absent)
  if (any (undefined(! absent,1:3)(:)))
    printf ("  (NaN: undefined, 0/0; counts as 0 in the means)\n");
  end
  if (any (absent))
    printf ("  (classes without samples and predictions are left out of the means)\n");
  end
  if (any (undefined(:,4:end)))
    printf ("  (an AUC that is NaN is left out of the means)\n");
  end
end

%!test
%! m = nnr.metrics.classification_metrics ([3; 5], [1; 1; 2], [1; 2; 2], [], [], 1);
%! lines = strsplit (evalc ("nnr.metrics.print_class_table (m)"), "\n");
%! assert (lines{2}, "  3                 1.0000     0.5000     0.6667          2");
%! assert (lines{4}, "  macro mean        0.7500     0.7500     0.6667");
%! assert (numel (lines), 6);
%!test # what NaN means
%! m = nnr.metrics.classification_metrics ([3; 5; 7], [1; 1], [1; 2], [1, 0, 0; 0, 1, 0], [], 1);
%! text = evalc ("nnr.metrics.print_class_table (m)");
%! lines = strsplit (text, "\n");
%! assert (lines(7:9), {"  (NaN: undefined, 0/0; counts as 0 in the means)", ...
%!                      "  (classes without samples and predictions are left out of the means)", ...
%!                      "  (an AUC that is NaN is left out of the means)"});
