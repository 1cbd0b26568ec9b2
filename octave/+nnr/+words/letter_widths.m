## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [widths, starts] = nnr.words.letter_widths (text)
##
## For each letter of the UTF-8 string text, the columns that it takes on a terminal (2 for Chinese,
## Japanese, Korean and pictographs, 0 for marks that combine with the letter before), and the byte
## at which it starts.

function [widths, starts] = letter_widths (text)
  bytes = double (uint8 (text(:).'));
  starts = find (bitand (bytes, 192) != 128);
  ends = [starts(2:end) - 1, numel(bytes)];
  widths = ones (size (starts));
  for k = find (bytes(starts) >= 194)(:).'  # not ASCII
    widths(k) = columns_of (code_point (bytes(starts(k):ends(k))));
  end
end

## The leading ones of the first byte say how many bytes follow; each of these has six bits.
function code = code_point (bytes)
  of_lead = [31, 15, 7];
  code = bitand (bytes(1), of_lead(max (1, min (numel (bytes) - 1, 3))));
  for byte = bytes(2:end)
    code = 64 * code + bitand (byte, 63);
  end
end

## By blocks of Unicode's East Asian Width (wide and full width).
function n = columns_of (code)
  wide = ['1100 115F  2E80 303E  3041 A4CF  A960 A97F  AC00 D7A3  F900 FAFF  FE30 FE6F  ' ...
          'FF01 FF60  FFE0 FFE6  1F300 1F64F  1F680 1F6FF  1F900 1FAFF  20000 3FFFD'];
  none = ['0300 036F  0483 0489  0591 05BD  064B 065F  200B 200F  20D0 20FF  3099 309A  ' ...
          'FE00 FE0F  FE20 FE2F'];
  n = (1 + within (code, wide)) * ! within (code, none);
end

## Whether CODE is in one of the ranges, first and last in hexadecimal digits.
function yes = within (code, ranges)
  ranges = sscanf (ranges, '%x', [2, Inf]);
  yes = any (code >= ranges(1,:) & code <= ranges(2,:));
end

%!test
%! [widths, starts] = nnr.words.letter_widths (char ([97, 195, 169, 231, 140, 171, 98]));
%! assert (widths, [1, 1, 2, 1]);
%! assert (starts, [1, 2, 4, 7]);
%!assert (nnr.words.letter_widths (""), zeros (1, 0))
%!assert (nnr.words.letter_widths (char ([237, 149, 156, 239, 189, 177, 239, 188, 161])), [2, 1, 2])
%!assert (nnr.words.letter_widths (char ([240, 159, 152, 128])), 2)      # a pictograph
%!assert (nnr.words.letter_widths (char ([101, 204, 129])), [1, 0])      # e and a combining accent
%!assert (nnr.words.letter_widths (char ([231, 140])), 1)                # half a letter
%!assert (nnr.words.letter_widths (char (200)), 1)                       # no UTF-8 at all
