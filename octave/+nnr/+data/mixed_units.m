## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [count, examples] = nnr.data.mixed_units (texts, decimal)
##
## How many of TEXTS (different ones, UTF-8) are numbers with a unit or without, if the units are
## few, each with several numbers; else 0. EXAMPLES are at most three of
## them, of different units. Rooms, ordinals, times and codes (3a, 2nd, 10am, A12) are none.
## DECIMAL is the decimal mark.

function [count, examples] = mixed_units (texts, decimal)
  [count, examples] = deal (0, {});
  [whole, number] = nnr.data.unit_patterns ();
  texts = texts(! cellfun ('isempty', regexp (texts, '[0-9]', 'once')))(:);
  if (numel (texts) < 4)
    return
  end
  [parts, cores] = regexp (texts, number, 'split', 'match', 'once');
  parts = vertcat (parts{:});
  are = fit (strcat (parts(:,1), {'5'}, parts(:,2)), whole) & fit (cores, form_of (decimal));
  units = regexprep (strcat (parts(:,1), {' '}, parts(:,2)), '^[-+ ]+|[-+ ]+$', '');
  are &= ! fit (units, '^(st|nd|rd|th|am|pm|AM|PM)$');
  letters = fit (units, '^[a-zA-Z]$');
  if (! any (are & ! letters & ! cellfun ('isempty', units)))
    are &= ! letters;                   # rooms, or grams beside kg
  end
  [names, first, of] = unique (units(are), 'first');
  num_units = nnz (! cellfun ('isempty', names));
  if (num_units > 0 && num_units <= min (8, 2/3 * nnz (are)))
    count = nnz (are);
    shown = texts(are);
    shown = shown(sort (first));
    examples = shown(1:min (end, 3));
  end
end

function yes = fit (texts, form)
  yes = ! cellfun ('isempty', regexp (texts, form, 'once'));
end

## Whole numbers with or without commas between thousands, and the decimal mark.
function form = form_of (decimal)
  form = '^(?!0[0-9])([0-9]+|[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3})?(D[0-9]+)?$';
  form = strrep (form, 'D', regexptranslate ('escape', decimal));
end

%!test
%! texts = {"12 kg"; "3.5kg"; "$1,200"; "$7"; "9"; "unknown"};
%! [count, examples] = nnr.data.mixed_units (texts, ".");
%! assert (count, 5);
%! assert (examples, {"12 kg"; "$1,200"; "9"});
%! assert (nnr.data.mixed_units ({"5 g", "7 g", "2 kg", "3,5 kg"}, ","), 4);
%!test # names, rooms, streets, ordinals, times, dates, codes, versions
%! for texts = {{"A1", "A2", "B1", "B2"}, {"3a", "4b", "5a", "6b"}, ...
%!              {"1st", "2nd", "3rd", "4th"}, ...
%!              {"12 Elm", "7 Oak", "9 Ash", "3 Main"}, {"10am", "11am", "1pm", "2pm"}, ...
%!              {"2024-01-02", "2024-01-03", "2024-02-01", "2024-02-02"}, ...
%!              {"12AB34", "13AB35", "14CD36", "15CD37"}, {"1.2.3", "1.2.4", "2.0.1", "2.0.2"}, ...
%!              {"5-10", "10-20", "20-30", ">30"}, {"5", "6", "7", "8"}, {}}
%!   assert (nnr.data.mixed_units (texts{1}, "."), 0);
%! end
