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
## @deftypefn {Private Function} {} print_inputs (@var{numbers}, @var{names}, @var{titles}, @var{values})
## Print a line for each input: its column in X, its name if @var{names} are not empty, and
## its row of @var{values} under the @var{titles}; of more than 25 only the first 20.
## @seealso{nnreg_sparsity, nnreg_importance}
## @end deftypefn

function print_inputs (numbers, names, titles, values)
  listed = numel (numbers);
  if (listed > 25)
    listed = 20;
  end
  names = cellfun (@(name) ["  " cut_text(name, 30)], names, "UniformOutput", false);
  if (isempty (names))
    names = repmat ({""}, 1, listed);
  end
  width = max ([0, cellfun(@text_width, names(1:listed))]);
  printf ("  %6s%s%s\n", "column", blanks (width), sprintf ("%13s", titles{:}));
  for k = 1:listed
    printf ("  %6d%s%s\n", numbers(k), padded (names{k}, width, "right"), ...
            sprintf ("%13.5g", values(k,:)));
  end
  if (listed < numel (numbers))
    printf ("  (the first %d of %d)\n", listed, numel (numbers));
  end
end

%!test
%! lines = strsplit (evalc ('print_inputs ([7, 3], {}, {"strength"}, [2; 1])'), "\n");
%! assert (lines{1}, "  column     strength");
%! assert (lines{2}, "       7            2");
%! assert (numel (lines), 4);
%!test
%! lines = strsplit (evalc ('print_inputs (1:30, repmat ({"ab"}, 1, 30), {"x"}, (1:30).^2.'')'), "\n");
%! assert (lines{2}, "       1  ab            1");
%! assert (lines{22}, "  (the first 20 of 30)");
