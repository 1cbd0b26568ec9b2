## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.data.scan (name, X, moments, precision, threads, weights)
##
## Scans X once. WEIGHTS has the weight of each row, [] if all count the same; rows of weight 0 do
## not count at all. The struct FOUND has
##
##   Density      share of non-zeros
##   Compressed   whether to pack the non-zeros alone
##   Largest      largest absolute value of each column, D-by-1
##   Mean, Scale  of each column if MOMENTS is true, else []. Scale is the standard deviation
##                divided by the sum of the weights, or 1 for a constant column
##   Constant     which columns are constant, if MOMENTS is true
##   Divisor      0: what packed bytes are divided by when they are read (nnr.data.use_scales)
##
## NaN and Inf are errors that name the first place, with MOMENTS, as in a training, and what to do
## about NaN. So are values too large for the precision, and
## columns whose mean or deviation no double can hold.

function found = scan (name, X, moments, precision, threads, weights)
  found = struct ('Density', [], 'Compressed', false, 'Largest', [], 'Mean', [], 'Scale', [], ...
                  'Constant', [], 'Divisor', 0);
  nnr.words.progress ();
  try
    if (moments)
      [found.Density, found.Largest, found.Mean, found.Scale] = ...
        __nnreg_source_scan__ (X, threads, weights);
      found.Constant = found.Scale == 0;
      found.Scale(found.Constant) = 1;
    else
      [found.Density, found.Largest] = __nnreg_source_scan__ (X, threads, weights);
    end
  catch err
    err.message = strrep (err.message, 'X(', [name, '(']);
    if (moments && strcmp (name, 'X') && ! isempty (strfind (err.message, 'is NaN;')))
      err.message = [err.message, '; to have gaps filled give "Missing", "median"'];
    end
    rethrow (err);
  end
  if (strcmp (precision, 'single') && max (found.Largest) > realmax ('single'))
    error ('nnreg:badData', ['%s has values up to %.3g, which single precision ' ...
                             'cannot hold; a training with "Precision", "double" can'], ...
           name, max (found.Largest));
  end
  ## Measured: below this share of non-zeros compressed products are faster.
  found.Compressed = issparse (X) || (found.Density < 0.4 && columns (X) >= 32);
end

%!error <A\(:,2\) has values so large that no double holds their mean or deviation>
%! nnr.data.scan ('A', [1, 1.7e308; 2, 1.7e308], true, 'double', 1, []);
%!error id=nnreg:badData nnreg_fit ([1, 1.7e308; 2, 1.7e308; 3, 0], [1; 2; 1], 'Verbose', 0, ...
%!                                  'Precision', 'double');
%!test
%! found = nnr.data.scan ('A', [1, 1e300; 2, -1e300], false, 'double', 1, []);
%! assert (found.Largest, [2; 1e300]);
%!test # a weight of 2 is the row twice, one of 0 is no row, whatever is in it
%! X = [sin((1:9).' * (1:3)), (1:9).' > 4, repmat(0.1, 9, 1), 1e8 + (1:9).' / 1e4];
%! w = [1; 2; 0; 1; 3; 1; 1; 0; 2] * 2 ^ -40;
%! rows_of = repelems (1:9, [1:9; w.' * 2 ^ 40]);
%! twice = nnr.data.scan ('X', X(rows_of,:), true, 'double', 1, []);
%! [Y, Y(3,1), Y(8,2)] = deal (X, NaN, -Inf);
%! for X = {Y, sparse(Y)}
%!   found = nnr.data.scan ('X', X{1}, true, 'double', 2, w);
%!   assert (found.Mean, twice.Mean, 1e-15 * max (1, abs (twice.Mean)));
%!   assert (found.Scale, twice.Scale, 1e-12 * twice.Scale);
%!   assert (found.Constant.', [0, 0, 0, 0, 1, 0] == 1);
%!   assert (found.Largest, twice.Largest);
%!   assert (found.Density, twice.Density, 0.02);
%! end
%! assert (twice.Scale(1:4), std (Y(rows_of,1:4), 1).', 1e-14);
%! assert (twice.Scale(6), std (Y(rows_of,6) - 1e8, 1), 1e-14);
%!test # the mean of a constant column is its value
%! X = repmat ([0.1, 1e8 + 0.1, 1/3, 0], 1300, 1);
%! w = sin (1:1300).' .^ 2;
%! for form = {@(x) x, @sparse}
%!   for weights = {[], w}
%!     found = nnr.data.scan ('X', form{1} (X), true, 'double', 1, weights{1});
%!     assert (found.Mean, X(1,:).');
%!     assert (found.Constant, true (4, 1));
%!   end
%! end
%!error <X\(8,6\) is -Inf; NaN and Inf are not accepted>
%! nnr.data.scan ('X', [zeros(7, 6); 0, 0, 0, 0, 0, -Inf], true, 'double', 1, ones (8, 1));
