## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = nnr.args.check_scalar (name, value, kind)
##
## Checks a real scalar of any numeric class or logical, and returns it as a double. Anything else
## is the error nnreg:badArgument. KIND is one of
##
##   "number", "integer"       also after "positive " or "nonnegative ", and before " or Inf" if
##                             infinity is allowed
##   "number from 0 to 1"      with both ends
##   "logical"                 true, false, 1 or 0; the result is logical
##
## nnr.args.check_scalar ("Epochs", int8 (5), "positive integer")   # 5

function value = check_scalar (name, value, kind)
  number = isnumeric (value) || islogical (value);
  if (! (number && isscalar (value) && isreal (value) && fits (full (value), kind)))
    limit = '';
    if (number && isscalar (value) && isfinite (value) && value > flintmax () ...
        && any (strfind (kind, 'integer')))
      limit = ' of at most 2^53';
    end
    error ('nnreg:badArgument', '%s must be %s%s, got %s', name, describe (kind), limit, ...
           nnr.words.show_value (value));
  end
  value = double (full (value));
  if (strcmp (kind, 'logical'))
    value = logical (value);
  end
end

function ok = fits (value, kind)
  if (strcmp (kind, 'logical'))
    ok = value == 0 || value == 1;
    return
  elseif (strcmp (kind, 'number from 0 to 1'))
    ok = value >= 0 && value <= 1;
    return
  elseif (strncmp (kind, 'positive', 8))
    ok = value > 0;
  elseif (strncmp (kind, 'nonnegative', 11))
    ok = value >= 0;
  else
    ok = ! isnan (value);
  end
  if (ok && isinf (value))
    ok = ! isempty (strfind (kind, ' Inf'));
  elseif (ok && ! isempty (strfind (kind, 'integer')))
    ## Beyond 2^53 a double does not hold every integer.
    ok = value == fix (value) && abs (value) <= flintmax ();
  end
end

function text = describe (kind)
  if (strcmp (kind, 'logical'))
    text = 'true or false';
  elseif (strncmp (kind, 'integer', 7))
    text = ['an ', kind];
  else
    text = ['a ', kind];
  end
end

%!test
%! value = nnr.args.check_scalar ("N", int8 (5), "positive integer");
%! assert (value, 5);
%! assert (class (value), "double");
%!assert (nnr.args.check_scalar ("N", true, "positive integer"), 1)
%!assert (nnr.args.check_scalar ("N", Inf, "positive integer or Inf"), Inf)
%!assert (nnr.args.check_scalar ("N", 7, "positive integer or Inf"), 7)
%!assert (nnr.args.check_scalar ("N", 0, "nonnegative integer"), 0)
%!assert (nnr.args.check_scalar ("N", -3, "integer"), -3)
%!assert (nnr.args.check_scalar ("N", single (0.5), "positive number"), 0.5)
%!assert (nnr.args.check_scalar ("N", sparse (0), "nonnegative number"), 0)
%!assert (nnr.args.check_scalar ("N", 1, "number from 0 to 1"), 1)
%!assert (nnr.args.check_scalar ("N", 0, "logical"), false)
%!assert (nnr.args.check_scalar ("N", true, "logical"), true)
%!assert (class (nnr.args.check_scalar ("N", 1, "logical")), "logical")
%!assert (issparse (nnr.args.check_scalar ("N", sparse (3), "integer")), false)
%!error <N must be a positive integer, got -3> nnr.args.check_scalar ("N", -3, "positive integer")
%!error <N must be a positive integer, got 0> nnr.args.check_scalar ("N", 0, "positive integer")
%!error <N must be a positive integer, got 2.5> nnr.args.check_scalar ("N", 2.5, "positive integer")
%!error <N must be a positive integer, got Inf> nnr.args.check_scalar ("N", Inf, "positive integer")
%!error <N must be a positive integer, got NaN> nnr.args.check_scalar ("N", NaN, "positive integer")
%!error <N must be a positive integer, got \[1 2\]>
%! nnr.args.check_scalar ("N", [1 2], "positive integer")
%!error <N must be a positive integer, got \[\]> nnr.args.check_scalar ("N", [], "positive integer")
%!error <N must be a positive integer, got "5"> nnr.args.check_scalar ("N", "5", "positive integer")
%!error <N must be a positive integer, got 1\+1i>
%! nnr.args.check_scalar ("N", 1 + 1i, "positive integer")
%!error <N must be a positive integer of at most 2\^53, got 1e\+20>
%! nnr.args.check_scalar ("N", 1e20, "positive integer")
%!error <N must be a positive integer or Inf, got -Inf>
%! nnr.args.check_scalar ("N", -Inf, "positive integer or Inf")
%!error <N must be a nonnegative integer of at most 2\^53, got 1.84467e\+19>
%! nnr.args.check_scalar ("N", intmax ("uint64"), "nonnegative integer")
%!error <N must be a positive number, got 0> nnr.args.check_scalar ("N", 0, "positive number")
%!error <N must be a nonnegative number, got -1>
%! nnr.args.check_scalar ("N", -1, "nonnegative number")
%!error <N must be a nonnegative integer, got -1>
%! nnr.args.check_scalar ("N", -1, "nonnegative integer")
%!error <N must be an integer, got 0.5> nnr.args.check_scalar ("N", 0.5, "integer")
%!error <N must be a number from 0 to 1, got 1.5>
%! nnr.args.check_scalar ("N", 1.5, "number from 0 to 1")
%!error <N must be true or false, got 2> nnr.args.check_scalar ("N", 2, "logical")
%!error <N must be true or false, got "on"> nnr.args.check_scalar ("N", "on", "logical")
%!error <N must be true or false, got a cell> nnr.args.check_scalar ("N", {true}, "logical")
%!error id=nnreg:badArgument nnr.args.check_scalar ("N", 2, "logical")
