## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.print_inputs (numbers, names, titles, values, signs)
## nnr.model.print_inputs (numbers, names, titles, values, signs, most)
##
## Prints a line for each input: its column in X, its name (NAMES may be empty), its row of VALUES
## under the TITLES, and its text of SIGNS ({} for none). Of more than MOST [10] inputs only the
## first MOST are printed.

function print_inputs (numbers, names, titles, values, signs, most)
  if (nargin < 6)
    most = 10;
  end
  listed = min (numel (numbers), most);
  if (! isempty (names))
    names = strcat ({'  '}, nnr.words.label_texts (names(1:listed), 30)).';
  end
  if (isempty (names))
    names = repmat ({''}, 1, listed);
  end
  width = max ([0, cellfun(@nnr.words.text_width, names(1:listed))]);
  heading = sprintf ('%13s', titles{:});
  if (isempty (signs))
    signs = repmat ({''}, 1, listed);
  else
    heading = [heading, '   sign'];
    signs = strcat ({'   '}, signs);
  end
  printf ("  %6s%s%s\n", 'column', blanks (width), heading);
  for k = 1:listed
    printf ("  %6d%s%s%s\n", numbers(k), nnr.words.padded (names{k}, width, 'right'), ...
            sprintf ('%13.5g', values(k,:)), signs{k});
  end
  if (listed < numel (numbers))
    printf ("  (the first %d of %d)\n", listed, numel (numbers));
  end
end

%!test
%! lines = strsplit (evalc ('nnr.model.print_inputs ([7, 3], {}, {"strength"}, [2; 1], {})'), "\n");
%! assert (lines{1}, "  column     strength");
%! assert (lines{2}, "       7            2");
%! assert (numel (lines), 4);
%!test
%! text = evalc ('nnr.model.print_inputs (1:30, repmat ({"ab"}, 1, 30), {"x"}, (1:30).^2.'', {})');
%! lines = strsplit (text, "\n");
%! assert (lines{2}, "       1  ab            1");
%! assert (lines{12}, "  (the first 10 of 30)");
%! assert (numel (strsplit (evalc ('nnr.model.print_inputs (1:4, {}, {"x"}, (1:4).'', {}, 3)'), ...
%!                          "\n")), 6);
%!test
%! text = evalc ('nnr.model.print_inputs ([7, 3], {}, {"x"}, [2; 1], {"+-"; "0+"})');
%! assert (strsplit (text, "\n"){3}, "       3            1   0+");
%!test # a name of two lines
%! text = evalc ('nnr.model.print_inputs (4, {"a\nb"}, {"x"}, 2, {})');
%! assert (strsplit (text, "\n"){2}, "       4  a b            2");
