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
## @deftypefn {Private Function} {} print_importance (@var{imp}, @var{numbers}, @var{used}, @var{num_samples}, @var{num_repeats})
## Print the struct @var{imp} of @code{nnreg_importance} as a table of at most 80 columns;
## @var{numbers} are those of the columns of X, of which @var{used} are live.
## @seealso{nnreg_importance, print_inputs}
## @end deftypefn

function print_importance (imp, numbers, used, num_samples, num_repeats)
  printf ("Permutation importance, %s, NumRepeats %d\n\n", ...
          count_text (num_samples, "sample"), num_repeats);
  printf ("  DataLoss %.4g, %s %.4g; how much more with an input shuffled:\n\n", ...
          imp.DataLoss, imp.ErrorName, imp.Error);
  listed = imp.Order(ismember (imp.Order, used));
  names = imp.Names;
  if (! isempty (names))
    names = names(listed);
  end
  values = [imp.Importance; imp.Std; imp.ErrorIncrease].';
  print_inputs (numbers(listed), names, {"DataLoss", "s.d.", imp.ErrorName}, values(listed,:));
  if (numel (used) < numel (numbers))
    printf ("  no path to an output, exactly 0: %d of %s\n", ...
            numel (numbers) - numel (used), count_text (numel (numbers), "input"));
  end
  fflush (stdout);
end
