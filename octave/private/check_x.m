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
## @deftypefn {Private Function} {} check_x (@var{caller}, @var{name}, @var{X}, @var{num_inputs})
## X must be a real matrix with a sample in each row, full or sparse, of any
## numeric class or logical, and with @var{num_inputs} columns unless that is empty.
## @end deftypefn

function check_x (caller, name, X, num_inputs)
  if (! ((isnumeric (X) || islogical (X)) && ndims (X) == 2))
    error ("nnreg:badArgument", ["%s: %s must be a numeric matrix with a sample " ...
                                 "in each row, got %s"], caller, name, show_value (X));
  elseif (iscomplex (X))
    error ("nnreg:badData", "%s: %s must be real, got complex numbers", caller, name);
  elseif (isempty (X))
    error ("nnreg:badData", "%s: %s must not be empty, got %s", ...
           caller, name, show_value (X));
  elseif (! isempty (num_inputs) && columns (X) != num_inputs)
    error ("nnreg:badArgument", "%s: %s must have %s, got %d", ...
           caller, name, count_text (num_inputs, "column"), columns (X));
  end
end
