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
## @deftypefn {Private Function} {} check_few_classes (@var{caller}, @var{name}, @var{labels}, @var{num_classes})
## Numbers of which hardly two are alike are the responses of a regression: fractions are refused
## as labels, more than 20 whole numbers are warned of.
## @seealso{encode_labels, nnreg_metrics}
## @end deftypefn

function check_few_classes (caller, name, labels, num_classes)
  broken = isnumeric (labels) && any (labels != fix (labels));
  if (! isnumeric (labels) || num_classes <= max (20 - 10 * broken, numel (labels) / 2))
    return;
  end
  text = sprintf (['%s: %s has %d different numbers in %d rows, too many for classes; ' ...
                   'for a regression give "Task", "regression"'], caller, name, ...
                  num_classes, numel (labels));
  if (broken)
    error ('nnreg:badData', '%s', text);
  end
  warning ('nnreg:manyClasses', '%s', text);
end

%!error <f: y has 30 different numbers in 30 rows, .* give "Task", "regression">
%! check_few_classes ("f", "y", sqrt (1:30).', 30)
%!warning <f: y has 21 different numbers in 40 rows, .* give "Task", "regression">
%! check_few_classes ("f", "y", int32 (1:40).', 21)
%!test
%! # text may be a name for each row; few rows, or classes with two rows each, tell nothing
%! warning ("error", "nnreg:manyClasses", "local");
%! check_few_classes ("f", "y", cellstr (("a":"z").'), 26);
%! check_few_classes ("f", "y", (1:20).', 20);
%! check_few_classes ("f", "y", (1:10).' / 4, 10);
%! check_few_classes ("f", "y", (1:30).', 15);
