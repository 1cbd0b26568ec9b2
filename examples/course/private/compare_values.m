## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later
##
## '' if GOT is WANT, else a hint. LIKELY is a cell with a row for each common mistake: the value
## that it gives, and the hint.

function hint = compare_values (what, got, want, likely)
  tolerance = 1e-6;
  hint = '';
  if (! (isnumeric (got) || islogical (got)))
    hint = sprintf ('%s must be numbers, got a %s', what, class (got));
    return
  end
  got = double (full (got));
  for k = 1:rows (likely)
    if (! same (got, want, tolerance) && same (got, likely{k,1}, tolerance))
      hint = sprintf ('%s: %s', what, likely{k,2});
      return
    end
  end
  if (! isequal (size (got), size (want)))
    hint = sprintf ('%s must be %s, got %s', what, shape (want), shape (got));
  elseif (! isreal (got))
    hint = sprintf ('%s must be real numbers', what);
  elseif (! same (got, want, tolerance))
    hint = first_difference (what, got, want, tolerance);
  end
end

function yes = same (a, b, tolerance)
  yes = isequal (size (a), size (b)) && isreal (a) && ! any (differs (a, b, tolerance)(:));
end

function wrong = differs (a, b, tolerance)
  wrong = ! (abs (a - b) <= tolerance * max (1, abs (b)));
  wrong(isnan (a) & isnan (b)) = false;
  wrong(a == b) = false;
end

function hint = first_difference (what, got, want, tolerance)
  k = find (differs (got, want, tolerance), 1);
  place = '';
  if (! isscalar (want))
    [i, j] = ind2sub (size (want), k);
    place = sprintf (', entry (%d,%d)', i, j);
  end
  hint = sprintf ('%s%s should be %.6g, got %.6g', what, place, want(k), got(k));
end

function text = shape (value)
  text = strjoin (strsplit (num2str (size (value))), '-by-');
  if (isscalar (value))
    text = 'one number';
  end
end
