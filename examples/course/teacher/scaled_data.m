## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [X, y, about] = scaled_data (seed): some rows of course_data, another choice for each seed, with
## inputs of mean 0 and standard deviation 1, and y of mean 1, so that models need their bias, and
## standard deviation 1. ABOUT says in a line what was done.

function [X, y, about] = scaled_data (seed)
  [X, y] = course_data (seed);
  check (X, y);
  [X, y] = deal (double (full (X)), double (full (y(:))));
  n = rows (X);
  whole = all (isfinite ([X, y]), 2);
  [X, y] = deal (X(whole,:), y(whole));
  [~, order] = sort (course_numbers (rows (X), 1, seed + 400));
  order = order(1:min (end, max (20, min (60, ceil (0.8 * end)))));
  [X, y] = deal (X(order,:), y(order));
  varied = std (X) > 1e-10 * max (abs (X));
  X = X(:,varied);
  if (rows (X) < 20 || columns (X) < 2 || ! (std (y) > 1e-10 * max (abs (y))))
    error (['course_data: 20 rows without gaps, 2 inputs that vary and a y that varies are ' ...
            'needed; there are %d rows, and %d inputs vary'], rows (X), columns (X));
  end
  X = (X - mean (X)) ./ std (X);
  y = 1 + (y - mean (y)) / std (y);
  about = sprintf ('%d of %d rows (%d with gaps), %d of %d inputs that vary, scaled', ...
                   rows (X), n, sum (! whole), columns (X), numel (varied));
end

function check (X, y)
  numbers = @(v) (isnumeric (v) || islogical (v)) && isreal (v) && ismatrix (v);
  if (! (numbers (X) && numbers (y)))
    error ('course_data: X and y must be real numbers, got %s and %s', class (X), class (y));
  elseif (! isvector (y) || numel (y) != rows (X))
    error ('course_data: y must have one number for each row of X, which are %d; got %d-by-%d', ...
           rows (X), rows (y), columns (y));
  elseif (columns (X) > 20)
    error ('course_data: at most 20 inputs, got %d; choose some of them', columns (X));
  end
end
