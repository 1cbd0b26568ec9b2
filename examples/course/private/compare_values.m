## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## '' if GOT is WANT, else a hint. LIKELY is a struct array with the common mistakes: Print, of the
## value that the mistake gives (see value_print), and Hint.

function hint = compare_values (what, got, want, likely)
  hint = '';
  if (! (isnumeric (got) || islogical (got)))
    hint = sprintf ('%s must be numbers, got a %s', what, class (got));
    return
  end
  got = double (full (got));
  right = isequal (size (got), size (want)) && isreal (got) && ! any (differs (got, want)(:));
  if (right)
    return
  end
  for k = 1:numel (likely)
    if (same_print (got, likely(k).Print))
      hint = sprintf ('%s: %s', what, likely(k).Hint);
      return
    end
  end
  if (! isequal (size (got), size (want)))
    hint = sprintf ('%s must be %s, got %s', what, shape (want), shape (got));
  elseif (! isreal (got))
    hint = sprintf ('%s must be real numbers', what);
  else
    hint = first_difference (what, got, want);
  end
end

function wrong = differs (a, b)
  wrong = ! (abs (a - b) <= 1e-6 * max (1, abs (b)));
  wrong(isnan (a) & isnan (b)) = false;
  wrong(a == b) = false;
end

function yes = same_print (got, print)
  yes = false;
  if (isreal (got) && isequal (size (got), print(1:end - 1)))
    yes = abs (value_print (got)(end) - print(end)) <= 1e-6 * max (1, abs (print(end)));
  end
end

function hint = first_difference (what, got, want)
  k = find (differs (got, want), 1);
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
