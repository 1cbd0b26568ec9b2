## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## yes = nnr.targets.has_header (X, t)
##
## Whether the first row of X and of the targets T (nnr.targets.make) is probably the header line of
## a file, which csvread and dlmread read as zeros: all its numbers are 0 (or its label is a class
## of its own), but a column of X, or a response, is 0 nowhere else and goes up and down from row to
## row as samples do. (A grid or a series in time may begin with zeros too, but goes on smoothly.)

function yes = has_header (X, t)
  yes = false;
  if (issparse (X) || any (X(1,:)) || ! begins_with_zero (t))
    return
  end
  nonzero = find (all (X(2:end,:), 1));
  for j = nonzero
    yes = yes || goes_up_and_down (double (X(2:end,j)));
  end
  ## A response may begin with 0, as along a grid, but not far from all others.
  for j = 1:columns (t.Y)
    values = t.Y(2:end,j);
    gap = 4 * (max (values) - min (values)) / rows (X);
    yes = yes || (min (abs (values)) > gap && goes_up_and_down (values));
  end
end

function yes = begins_with_zero (t)
  if (isempty (t.Labels))
    yes = ! any (t.Y(1,:));
    return
  end
  first = t.ClassNames(t.Labels(1) + 1,:);
  yes = sum (t.Labels == t.Labels(1)) == 1 ...
        || ((isnumeric (first) || islogical (first)) && first == 0);
end

## Independent samples turn in two thirds of the rows, whatever their distribution.
function yes = goes_up_and_down (values)
  steps = diff (values);
  up = steps(steps != 0) > 0;
  yes = numel (up) > 3 && mean (up(1:end - 1) != up(2:end)) >= 0.4 && ! follows (values);
end

## Whether each value is near the one before, as in a random walk that begins at 0.
function yes = follows (values)
  gone = values - mean (values);
  yes = sum (gone(1:end - 1) .* gone(2:end)) > 0.6 * sum (gone .^ 2);
end

%!function yes = headed (X, y, varargin)
%!  s = nnr.options.settings (varargin);
%!  yes = nnr.targets.has_header (X, nnr.targets.make (y, rows (X), s));
%!endfunction
%!shared X, y, zero
%! k = (1:20).';
%! X = [20 + mod(k .* k, 37), k, mod(floor (k .^ 1.5), 3)];
%! y = 1 + mod (floor (k * sqrt (7)), 2);
%! zero = [0, 0, 0];
%!assert (headed ([zero; X], [0; y]))
%!assert (headed (single ([zero; X]), [0; y] - 1 > 0))
%!assert (headed ([zero; X], [{"species"}; {"a"; "b"}(y)]))
%!assert (headed ([zero; X], [0, 0; X(:,1), y], "Task", "regression"))
%!assert (headed ([zero; X(:,2:3), y], [0; X(:,1)], "Task", "regression"))
%!assert (! headed (X, y))
%!assert (! headed ([zero; X], [1; y]))
%!assert (! headed ([zero; X; zero], [0; y; 0]))
%!assert (! headed (sparse ([zero; X]), [0; y]))
%!test # grids, series, truth tables
%! x = (0:0.1:2).';
%! assert (! headed ([x, x .^ 2, sin(3 * x)], x .* exp (-x), "Task", "regression"));
%! assert (! headed ([x, sin(x)], sin (x) > 0.5));
%! assert (! headed ([0, 0; 1, 0; 1, 1; 0, 0; 0, 1; 1, 1; 1, 0], [0, 2, 1, 3, 1, 4, 1], ...
%!                  "Task", "regression"));
%! assert (! headed (x, sin (x) + 3 * mod (0:20, 2).', "Task", "regression"));
%! bits = dec2bin (0:15) - "0";
%! assert (! headed (bits, any (bits, 2)));
%! assert (! headed ([0; 3; 1; 4], [0; 7; 2; 9], "Task", "regression"));
