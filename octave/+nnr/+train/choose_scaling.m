## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## kind = nnr.train.choose_scaling (found, X, s)
##
## What "Standardize" in the settings S means for X, of which FOUND (nnr.data.scan) tells: true,
## false, or "range" (divide all columns by the largest absolute value). "auto" is true for linear
## models and for a penalty that acts on whole inputs. For other networks it is
##
##   false     for columns within [-1.5, 1.5], unless one lies far from 0 or is much smaller than
##             the others, or all are small; for columns that are standardised already, about; for
##             sparse counts
##   "range"   for columns of one common range, such as pixels
##   true      for all else

function kind = choose_scaling (found, X, s)
  kind = s.Standardize;
  if (! strcmp (kind, 'auto'))
    return
  end
  if (isempty (s.LayerSizes))
    kind = true;
    return
  end
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (u.ByInput)
    kind = true;
  else
    kind = kind_of_columns (found, isa (X, 'uint8'));
    [mostly_full, largest_count] = deal (0.4, 30);
    if (issparse (X) && found.Density < mostly_full ...
        && (isequal (kind, true) || max (found.Largest) <= largest_count))
      kind = false;
    end
  end
end

function kind = kind_of_columns (found, of_bytes)
  varies = ! found.Constant;
  [m, deviation, largest] = deal (abs (found.Mean(varies)), found.Scale(varies), ...
                                  found.Largest(varies));
  top = max ([largest; 0]);
  size_of = hypot (m, deviation);       # root mean square
  ## A pixel at the edge of pictures is seldom lit: its values are large, but seldom.
  dense = size_of > 0.2 * largest;
  ## Adam learns slowly from small values: pixels that were divided by 255 twice.
  tiny = top > 0 && top < 0.5 && all (size_of < 0.1);
  kind = true;
  if (top <= 1.5 && ! tiny)
    small = any (dense & largest < top / 20);
    kind = small || any (m > 10 * deviation);
  elseif (top > 1.5 && top <= 10 && all (size_of > 0.03 & size_of < 2.5 & m < 3 * deviation))
    kind = false;
  elseif (one_range (largest, dense, top) && (of_bytes || mean (m > 3 * deviation) <= 0.05))
    kind = 'range';
  end
  ## A constant column has no range of its own; standardised it is 0.
  reach = top;
  if (isequal (kind, false))
    reach = max (top, 1.5);
  end
  if (any (found.Largest(found.Constant) > reach))
    kind = true;
  end
end

## Whether four fifths of the columns reach half of the largest value, and the others are seldom
## different from 0. (Of MNIST 93% do, in 50 pictures as in 60,000; of the 8x8 digits 87%.)
function yes = one_range (largest, dense, top)
  reach = largest >= top / 2;
  yes = mean (reach) >= 0.8 && ! any (dense & ! reach);
end

%!function kind = of (X, varargin)
%!  s = nnr.options.settings (varargin);
%!  kind = nnr.train.choose_scaling (nnr.data.scan ("X", X, true, "double", 1, []), X, s);
%!endfunction
%!test # the kind of model decides, or the user
%! X = sin ((1:40).' * (1:3));
%! assert (of (X, "LayerSizes", []), true);
%! assert (of (X, "Penalty", "group", "Lambda", 1), true);
%! assert (of (X), false);
%! assert (of (X, "Standardize", true), true);
%! assert (of (100 * X, "Standardize", false), false);
%! assert (of (X, "Standardize", "range"), "range");
%! counts = max (0, round (4 * X - 2));
%! assert (of (sparse (counts)), false);
%! assert (of (sparse ([50 * counts, counts])), false);
%!test # columns far from 0, of other scales, standardised already
%! X = sin ((1:40).' * (1:3) .^ 1.5);
%! assert (of ([X, 2000 + X]), true);
%! assert (of ([1500; 2000; 2500; 3000]), true);
%! assert (of ([X, 1e3 * X]), true);
%! assert (of ([X, 1e-3 * X]), true);
%! assert (of (1 + X / 100), true);
%! assert (of (2 * X + 1), false);
%! assert (of (X / 5), false);
%! assert (of (X / 50), "range");
%! assert (of ([X / 50, X / 5000]), true);
%! assert (of ([X, ones(40, 1), zeros(40, 1)]), false);
%! assert (of ([X, repmat(2020, 40, 1)]), true);
%! assert (of (sparse (5 + X)), true);
%! assert (of (ones (5, 2)), false);
%!test # pixels
%! X = nnreg_digits ();
%! assert (of (X), "range");
%! assert (of (uint8 (255 / 16 * X)), "range");
%! assert (of (uint8 (255 - 255 / 16 * X)), "range");
%! assert (of (X / 16), false);
%! assert (of (X / 16 / 255), "range");
%! assert (of (sparse (255 / 16 * X)), "range");
%! assert (of ([X, repmat(2020, rows (X), 1)]), true);
%! # a table beside them is none
%! assert (of ([X * 100, X(:,20) > 3]), true);
