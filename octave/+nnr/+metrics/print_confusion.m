## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.metrics.print_confusion (confusion, classes)
##
## Print a confusion matrix (K-by-K, full or sparse, rows true, columns predicted) of the CLASSES (K
## rows). If it is wider than 80 columns, only the most frequent mistakes are printed.

function print_confusion (confusion, classes)
  least_width = 3;
  if (columns (confusion) * least_width > 80)
    nnr.metrics.print_mistakes (confusion, classes);
    return
  end
  names = nnr.words.label_texts (classes, 12);
  cells = arrayfun (@(x) sprintf ('%.6g', x), confusion, 'UniformOutput', false);
  first = max (cellfun (@nnr.words.text_width, names));
  width = 2 + max (cellfun (@numel, cells(:)));
  ## Column titles may be cut to four letters where whole ones do not fit.
  fits = @(width) 2 + first + columns (confusion) * width <= 80;
  whole = max (width, 1 + first);
  width = merge (fits (whole), whole, max (width, min (2 + first, 6)));
  if (! fits (width))
    nnr.metrics.print_mistakes (confusion, classes);
    return
  end
  printf ("  Confusion (rows true, columns predicted)\n");
  titles = cellfun (@(name) nnr.words.cut_text (name, width - 1), names, 'UniformOutput', false);
  printf ("  %s%s\n", blanks (first), [cellfun(@(t) nnr.words.padded (t, width, 'left'), titles, ...
                                               'UniformOutput', false){:}]);
  for k = 1:rows (confusion)
    printf ("  %s%s\n", nnr.words.padded (names{k}, first, 'right'), ...
            sprintf (['%' num2str(width) 's'], cells{k,:}));
  end
end

%!test # names are whole where there is room
%! text = evalc ('nnr.metrics.print_confusion (eye (3), {"setosa"; "versicolor"; "virginica"})');
%! assert (strsplit (text, "\n"){2}, [blanks(17), "setosa versicolor  virginica"]);
%!test
%! lines = strsplit (evalc ('nnr.metrics.print_confusion ([9, 10; 0, 3], {"a"; "bc"})'), "\n");
%! assert (lines(2:4), {"       a  bc", "  a    9  10", "  bc   0   3"});
%!test
%! C = 100 * eye (30);
%! C(3,7) = 5;
%! names = arrayfun (@num2str, 1:30, "UniformOutput", false).';
%! text = evalc ("nnr.metrics.print_confusion (C, names)");
%! assert (text, ["  Most frequent mistakes (true -> predicted: number)\n" ...
%!                "  3 -> 7: 5\n"]);
%! text = evalc ("nnr.metrics.print_confusion (eye (30), names)");
%! assert (text(end - 6:end), "  none\n");
%!test # wide letters: the columns stand below each other
%! wide = char ([231, 140, 171]);
%! lines = strsplit (evalc ('nnr.metrics.print_confusion ([9, 10; 0, 3], {wide; "b"})'), "\n");
%! assert (lines(2:4), {["      ", wide, "   b"], ["  ", wide, "   9  10"], "  b    0   3"});
