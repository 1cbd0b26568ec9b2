## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [unit, mark, numbers] = nnr.data.unit_of (texts, decimal)
##
## What stands around or in the numbers that all TEXTS (different ones, UTF-8) are: UNIT, one for
## all, such as "$", "%" or "kg", and MARK, the one between thousands. Both are '' if the texts are
## no such numbers. NUMBERS are the texts without the unit, and with blanks and minus signs of
## ASCII. Texts without a digit stay, if they are few. DECIMAL is the decimal mark.

function [unit, mark, numbers] = unit_of (texts, decimal)
  [unit, mark, numbers] = deal ('', '', texts);
  with_digit = ! cellfun ('isempty', regexp (texts, '[0-9]', 'once'));
  if (nnz (with_digit) < 2 || nnz (! with_digit) > 5)
    return
  end
  [plain, book] = of_book (in_ascii (texts(with_digit)));
  [whole, number] = nnr.data.unit_patterns ();
  [parts, cores] = regexp (plain, number, 'split', 'match', 'once');
  parts = vertcat (parts{:});
  [signs, units] = deal (regexprep (parts(:,1), '[^-+]', ''), regexprep (parts, '[-+ ]', ''));
  around = setdiff (units(:), {''});
  [between, ok] = mark_in (cores, decimal);
  fits = regexp (strcat (parts(:,1), {'5'}, parts(:,2)), whole, 'once');
  if (! ok || numel (around) > 1 || any (cellfun ('isempty', fits)))
    return
  end
  [unit, mark] = deal (strjoin (around, ''), between);
  if (isempty (unit) && ! isempty (book))
    unit = book;
  elseif (isempty (unit) && ! isequal (plain, texts(with_digit)))
    unit = 'blanks or minus signs that are not ASCII';
  end
  numbers(with_digit) = strcat (signs, cores);
end

## No-break spaces are between thousands, or before a unit, where other blanks may be too.
function texts = in_ascii (texts)
  for blank = {char([194, 160]), char([226, 128, 175]), char([226, 128, 137])}
    texts = regexprep (texts, [blank{1}, '(?=[0-9])'], '');
    texts = strrep (texts, blank{1}, ' ');
  end
  texts = strrep (texts, char ([226, 136, 146]), '-');
end

## As books have them, losses are in parentheses, or have the minus at their end. If all are, these
## are no minus: (1), (2).
function [texts, unit] = of_book (texts)
  unit = '';
  forms = {'^\(([^-+]*[0-9][^-+]*)\)( ?[^0-9()]*)$', 'parentheses for minus'; ...
           '^([^-+()]*[0-9][^-+()]*)()-$', 'the minus at the end'};
  for form = forms.'
    changed = regexprep (texts, form{1}, '-$1$2');
    count = nnz (! strcmp (changed, texts));
    if (count > 0 && count < numel (texts))
      [texts, unit] = deal (changed, form{2});
      return
    end
  end
end

## The mark between the thousands of NUMBERS, '' for none. Not OK are other texts, and those that
## begin with a needless 0: names.
function [mark, ok] = mark_in (numbers, decimal)
  marks = unique ([numbers{:}]);
  marks = marks(marks != decimal & ! isdigit (marks));
  [mark, ok] = deal ('', numel (marks) <= 1);
  if (! ok)
    return
  end
  form = '^(?!0[0-9])[0-9]*D?[0-9]*$';
  if (! isempty (marks))
    mark = marks;
    form = '^(?!0[0-9])([0-9]{1,3}(M[0-9]{3})+|[0-9]+)(D[0-9]*)?$';
    if (mark == ',')                            # in India 1,23,456
      form = strrep (form, '|[0-9]+)', '|[0-9]{1,2}(M[0-9]{2})+M[0-9]{3}|[0-9]+)');
    end
    form = strrep (form, 'M', regexptranslate ('escape', mark));
  end
  form = strrep (form, 'D', regexptranslate ('escape', decimal));
  ok = ! any (cellfun ('isempty', regexp (numbers, form, 'once')));
end

%!function check (texts, decimal, wanted)
%!  [unit, mark, numbers] = nnr.data.unit_of (texts(:), decimal);
%!  assert ({unit, mark, strjoin(numbers.', "|")}, wanted);
%!endfunction
%!test
%! check ({"12%", "5%", "7.5 %", "-.5%"}, ".", {"%", "", "12|5|7.5|-.5"});
%! check ({"$5", "$1,234.50", "-$3", "$-4", "0", "none"}, ".", ...
%!        {"$", ",", "5|1,234.50|-3|-4|0|none"});
%! euro = char ([226, 130, 172]);
%! check ({["1.234,5 ", euro], ["7 ", euro]}, ",", {euro, ".", "1.234,5|7"});
%! check ({["CA$5"], "CA$-7"}, ".", {"CA$", "", "5|-7"});
%! check ({"USD 5", "USD 12"}, ".", {"USD", "", "5|12"});
%! check ({"36 months", "60 months"}, ".", {"months", "", "36|60"});
%! check ({"Rs 1,23,456.50", "Rs. 5"}, ".", {"", "", "Rs 1,23,456.50|Rs. 5"});
%! check ({"Rs 1,23,456.50", "Rs 12,34,567", "Rs 5"}, ".", ...
%!        {"Rs", ",", "1,23,456.50|12,34,567|5"});
%! check ({"1 234", "12 345", "999"}, ".", {"", " ", "1 234|12 345|999"});
%! check ({"1'234.5", "7"}, ".", {"", "'", "1'234.5|7"});
%! nbsp = char ([194, 160]);
%! check ({["1", nbsp, "234", nbsp, "kg"], "7 kg"}, ".", {"kg", "", "1234|7"});
%! odd = "blanks or minus signs that are not ASCII";
%! check ({["1", nbsp, "234"], "7"}, ".", {odd, "", "1234|7"});
%! check ({[char([226, 136, 146]), "5"], "3"}, ".", {odd, "", "-5|3"});
%!test # losses
%! check ({"($5.00)", "$1,000.00", "$(2)"}, ".", {"", "", "($5.00)|$1,000.00|$(2)"});
%! check ({"($5.00)", "$1,000.00", "0"}, ".", {"$", ",", "-5.00|1,000.00|0"});
%! check ({"(5) %", "7 %"}, ".", {"%", "", "-5|7"});
%! check ({"(5,00)", "12,50", "-1"}, ",", {"parentheses for minus", "", "-5,00|12,50|-1"});
%! check ({"1.234,5-", "7"}, ",", {"the minus at the end", ".", "-1.234,5|7"});
%! check ({"5 EUR-", "7 EUR"}, ".", {"EUR", "", "-5|7"});
%!test # no numbers: names, codes, times, ranges, units that differ, marks elsewhere
%! for texts = {{"A1", "A2"}, {"007 kg", "008 kg"}, {"12:30", "13:30"}, {"5-10", "10-20"}, ...
%!              {"2024-01-01", "2024-01-02"}, {"$5", "5 %"}, {"5A", "5B"}, {"1st", "2nd"}, ...
%!              {"1.2.3", "1.2.4"}, {"10.0.0.1", "10.0.0.2"}, {"1/2", "3/4"}, {"12 34", "5 67"}, ...
%!              {"100%"}, {"a", "b"}, {}, {"1", "2"}, {"C0012", "C0013"}, ...
%!              {"1%", "a", "b", "c", "d", "e", "f", "2%"}, {"(1)", "(2)"}, ...
%!              {"(-5)", "6"}, {"5 (2)", "6"}, {"1-", "2-"}, {"(5", "6)"}, {"1-2-", "3"}}
%!   check (texts{1}, ".", {"", "", strjoin(texts{1}(:).', "|")});
%! end
