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
## @deftypefn {Private Function} {@var{value} =} check_scalar (@var{caller}, @var{name}, @var{value}, @var{kind})
## The scalar @var{value} as a double, if it is what @var{kind} says.
##
## @var{kind} is @code{"logical"} (0 and 1 are taken too; the result is logical),
## or @code{"number"} or @code{"integer"}, alone or after @code{"positive "} or
## @code{"nonnegative "}, and before @code{" or Inf"} where infinity is accepted;
## or @code{"number from 0 to 1"}, which both ends belong to.  All real numeric
## classes and logical are accepted.  Else the error @code{nnreg:badArgument}
## names @var{caller}, @var{name}, the kind and the value.
##
## @example
## check_scalar ("nnreg_fit", "Epochs", int8 (5), "positive integer")   # 5
## @end example
## @seealso{check_choice, parse_options}
## @end deftypefn

function value = check_scalar (caller, name, value, kind)
  number = isnumeric (value) || islogical (value);
  if (! (number && isscalar (value) && isreal (value) && fits (value, kind)))
    error ("nnreg:badArgument", "%s: %s must be %s, got %s", ...
           caller, name, describe (kind), show_value (value));
  end
  if (strcmp (kind, "logical"))
    value = logical (full (value));
  else
    value = double (full (value));
  end
end

function ok = fits (value, kind)
  value = full (value);
  if (strcmp (kind, "logical"))
    ok = value == 0 || value == 1;
    return
  elseif (strcmp (kind, "number from 0 to 1"))
    ok = value >= 0 && value <= 1;
    return
  end
  ok = ! isnan (value) && (! isinf (value) || ! isempty (strfind (kind, " Inf")));
  if (! isempty (strfind (kind, "integer")))
    ## Beyond 2^53 a double no longer holds every integer.
    ok = ok && value == fix (value) ...
         && (isinf (value) || abs (value) <= flintmax ());
  end
  if (strncmp (kind, "positive", 8))
    ok = ok && value > 0;
  elseif (strncmp (kind, "nonnegative", 11))
    ok = ok && value >= 0;
  end
end

function text = describe (kind)
  if (strcmp (kind, "logical"))
    text = "true or false";
  elseif (strncmp (kind, "integer", 7))
    text = ["an " kind];
  else
    text = ["a " kind];
  end
end

%!test
%! value = check_scalar ("f", "N", int8 (5), "positive integer");
%! assert (value, 5);
%! assert (class (value), "double");
%!assert (check_scalar ("f", "N", true, "positive integer"), 1)
%!assert (check_scalar ("f", "N", Inf, "positive integer or Inf"), Inf)
%!assert (check_scalar ("f", "N", 7, "positive integer or Inf"), 7)
%!assert (check_scalar ("f", "N", 0, "nonnegative integer"), 0)
%!assert (check_scalar ("f", "N", -3, "integer"), -3)
%!assert (check_scalar ("f", "N", single (0.5), "positive number"), 0.5)
%!assert (check_scalar ("f", "N", sparse (0), "nonnegative number"), 0)
%!assert (check_scalar ("f", "N", 1, "number from 0 to 1"), 1)
%!assert (check_scalar ("f", "N", 0, "logical"), false)
%!assert (check_scalar ("f", "N", true, "logical"), true)
%!assert (class (check_scalar ("f", "N", 1, "logical")), "logical")
%!assert (issparse (check_scalar ("f", "N", sparse (3), "integer")), false)
%!error <f: N must be a positive integer, got -3> check_scalar ("f", "N", -3, "positive integer")
%!error <f: N must be a positive integer, got 0> check_scalar ("f", "N", 0, "positive integer")
%!error <f: N must be a positive integer, got 2.5> check_scalar ("f", "N", 2.5, "positive integer")
%!error <f: N must be a positive integer, got Inf> check_scalar ("f", "N", Inf, "positive integer")
%!error <f: N must be a positive integer, got NaN> check_scalar ("f", "N", NaN, "positive integer")
%!error <f: N must be a positive integer, got \[1 2\]>
%! check_scalar ("f", "N", [1 2], "positive integer")
%!error <f: N must be a positive integer, got \[\]> check_scalar ("f", "N", [], "positive integer")
%!error <f: N must be a positive integer, got "5"> check_scalar ("f", "N", "5", "positive integer")
%!error <f: N must be a positive integer, got 1\+1i>
%! check_scalar ("f", "N", 1 + 1i, "positive integer")
%!error <f: N must be a positive integer, got 1e\+20>
%! check_scalar ("f", "N", 1e20, "positive integer")
%!error <f: N must be a positive integer or Inf, got -Inf>
%! check_scalar ("f", "N", -Inf, "positive integer or Inf")
%!error <f: N must be a positive number, got 0> check_scalar ("f", "N", 0, "positive number")
%!error <f: N must be a nonnegative number, got -1>
%! check_scalar ("f", "N", -1, "nonnegative number")
%!error <f: N must be a nonnegative integer, got -1>
%! check_scalar ("f", "N", -1, "nonnegative integer")
%!error <f: N must be an integer, got 0.5> check_scalar ("f", "N", 0.5, "integer")
%!error <f: N must be a number from 0 to 1, got 1.5>
%! check_scalar ("f", "N", 1.5, "number from 0 to 1")
%!error <f: N must be true or false, got 2> check_scalar ("f", "N", 2, "logical")
%!error <f: N must be true or false, got "on"> check_scalar ("f", "N", "on", "logical")
%!error <f: N must be true or false, got a cell> check_scalar ("f", "N", {true}, "logical")
%!error id=nnreg:badArgument check_scalar ("f", "N", 2, "logical")
