## Copyright (C) 2026 The nnreg developers
##
## This program is free software: you can redistribute it and/or modify it under
## the terms of the GNU General Public License as published by the Free Software
## Foundation, either version 3 of the License, or (at your option) any later
## version.
##
## This program is distributed in the hope that it will be useful, but WITHOUT
## ANY WARRANTY; without even the implied warranty of MERCHANTABILITY or FITNESS
## FOR A PARTICULAR PURPOSE.  See the GNU General Public License for more
## details.
##
## You should have received a copy of the GNU General Public License along with
## this program; if not, see <https://www.gnu.org/licenses/>.

## -*- texinfo -*-
## @deftypefn {Private Function} {@var{texts} =} label_texts (@var{labels}, @var{longest})
## Class labels (a column of numbers or logicals, a cellstr, or char rows) as a
## cellstr column, each cut to at most @var{longest} letters.
## @seealso{cut_text}
## @end deftypefn

function texts = label_texts (labels, longest)
  if (ischar (labels))
    labels = cellstr (labels);
  end
  if (iscell (labels))
    texts = labels(:);
  else
    texts = arrayfun (@num2str, labels(:), "UniformOutput", false);
  end
  texts = cellfun (@(t) cut_text (t, longest), texts, "UniformOutput", false);
end

%!assert (label_texts ([0; 2.5], 9), {"0"; "2.5"})
%!assert (label_texts (1234567, 9), {"1234567"})
%!assert (label_texts (single (0.1), 9), {"0.1"})
%!assert (label_texts ([false; true], 9), {"0"; "1"})
%!assert (label_texts (["no "; "yes"], 9), {"no"; "yes"})
%!assert (label_texts ({"abcdefghij"; "abc"}, 8), {"abcde..."; "abc"})
