## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [whole, number] = nnr.data.unit_patterns ()
##
## Regular expressions. NUMBER: digits with marks. WHOLE: a text that is a number with a unit, with
## a 5 in place of the number: a sign, a currency, a sign, the number, a unit. Beyond ASCII there
## are signs of currencies, degrees, shares of a thousand, the micro of units, and powers.

function [whole, number] = unit_patterns ()
  signs = '$\xA3\xA5\x{20A0}-\x{20BF}';
  codes = ['USD|EUR|GBP|CHF|JPY|CNY|INR|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|BRL|MXN|ZAR|TRY|' ...
           'Fr\.|Rs\.?|kr\.?'];
  letters = 'a-zA-Z%/\x{2030}\xB0\xB5\x{3BC}\xB2\xB3';
  whole = ['^[-+]?([A-Z]{0,3}[', signs, ']|', codes, '|) ?[-+]?5 ?', ...
           '([', letters, signs, ']{1,8}\.?|)$'];
  number = '[0-9](?:[0-9.,''_ ]*[0-9])?[.,]?|(?<![A-Za-z])[.,][0-9]+';
end

%!test
%! [whole, number] = nnr.data.unit_patterns ();
%! assert (regexp ("about 1,234.5 kg", number, "match"), {"1,234.5"});
%! fits = @(text) ! isempty (regexp (text, whole, "once"));
%! assert (cellfun (fits, {"5 kg", "$5", "-$5", "5%", "5", "Rs. 5", "A5", "5-5", "5 Elm Rd"}), ...
%!         [true(1, 6), false(1, 3)]);
