## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.metrics.print_classes (m)
##
## Prints what the metrics M of a classification say of each class, in at most 14 lines: few classes
## as two tables, up to ten as one table beside the confusion matrix, of more the worst.

function print_classes (m)
  if (rows (m.ClassNames) <= 4)
    nnr.metrics.print_class_table (m);
    printf ("\n");
    nnr.metrics.print_confusion (m.Confusion, m.ClassNames);
    return
  end
  lines = side_by_side (m);
  if (isempty (lines))
    nnr.metrics.print_class_table (m);
    printf ("\n");
    nnr.metrics.print_mistakes (m.Confusion, m.ClassNames);
  else
    printf ("  By class, and the confusion (rows true, columns predicted)\n");
    printf ("  %s\n", lines{:});
  end
end

## Empty if this is too large.
function lines = side_by_side (m)
  lines = {};
  if (rows (m.ClassNames) > 10)
    return
  end
  names = nnr.words.label_texts (m.ClassNames, 8);
  cells = arrayfun (@(x) sprintf ('%.6g', x), full (m.Confusion), 'UniformOutput', false);
  width = 1 + max (max (cellfun (@numel, cells(:))), 2);
  first = max ([8, cellfun(@nnr.words.text_width, names(:).')]);
  if (2 + first + 18 + 2 + numel (names) * width > 80)
    return
  end
  titles = cellfun (@(name) nnr.words.padded (nnr.words.cut_text (name, width - 1), width, ...
                                              'left'), names(:).', 'UniformOutput', false);
  counts = cellfun (@(text) nnr.words.padded (text, width, 'left'), cells, ...
                    'UniformOutput', false);
  numbers = [m.Precision, m.Recall, m.F1; m.MacroPrecision, m.MacroRecall, m.MacroF1; ...
             m.WeightedPrecision, m.WeightedRecall, m.WeightedF1];
  names = [{'class'}; names(:); {'macro'; 'weighted'}];
  [left, right] = deal ({' prec.  rec.    F1'}, {[titles{:}]});
  for k = 1:rows (numbers)
    left{k + 1} = sprintf ('%6.3f', numbers(k,:));
    right{k + 1} = '';
    if (k <= rows (counts))
      right{k + 1} = [counts{k,:}];
    end
  end
  lines = cellfun (@(name, a, b) [nnr.words.padded(name, first, 'right'), a, '  ', b], ...
                   names.', left, right, 'UniformOutput', false);
  lines = regexprep (lines, ' +$', '');
end

%!function lines = lines_of (varargin)
%!  m = nnr.metrics.classification_metrics (varargin{:}, [], [], 1);
%!  lines = strsplit (evalc ("nnr.metrics.print_classes (m)"), "\n")(1:end - 1);
%!endfunction
%!test # from five classes on, one table
%! lines = lines_of ((3:7).', [1; 1; 2; 3; 4; 5; 5], [1; 2; 2; 3; 4; 5; 5]);
%! assert (lines([2, 3, 4, 8]), {"  class    prec.  rec.    F1    3  4  5  6  7", ...
%!                               "  3        1.000 0.500 0.667    1  1  0  0  0", ...
%!                               "  4        0.500 1.000 0.667    0  1  0  0  0", ...
%!                               "  macro    0.900 0.900 0.867"});
%! assert (numel (lines), 9);
%!test # of four two, of many the worst
%! lines = lines_of ((1:4).', (1:4).', (1:4).');
%! assert (lines{8}, "  Confusion (rows true, columns predicted)");
%! lines = lines_of ((1:11).', [1:11, 5].', [1:11, 6].');
%! assert (numel (lines), 10);
%! assert (lines{8}, "  (the 4 of 11 classes with the lowest F1)");
%! assert (lines{10}, "  5 -> 6: 1");
%!test # counts that are too wide
%! lines = lines_of ((1:10).', (1:10).', (1:10).');
%! assert (numel (lines), 14);
%! k = (1:10).';
%! m = nnr.metrics.classification_metrics (k, k, k, [], 123456 * ones (10, 1), 1);
%! text = evalc ("nnr.metrics.print_classes (m)");
%! assert (! isempty (strfind (text, "(the 4 of 10 classes with the lowest F1)")));
