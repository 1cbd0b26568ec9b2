## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.data.scan (name, X, moments, precision, threads)
##
## Scans X once. The struct FOUND has
##
##   Density      share of non-zeros
##   Compressed   whether to pack the non-zeros alone
##   Largest      largest absolute value of each column, D-by-1
##   Mean, Scale  of each column if MOMENTS is true, else []. Scale is the standard deviation with
##                N-1, or 1 for a constant column
##
## NaN and Inf are errors that name the first place. So are values too large for the precision, and
## columns whose mean or deviation no double can hold.

function found = scan (name, X, moments, precision, threads)
  found = struct ('Density', [], 'Compressed', false, 'Largest', [], 'Mean', [], 'Scale', []);
  try
    if (moments)
      [found.Density, found.Largest, found.Mean, found.Scale] = __nnreg_source_scan__ (X, threads);
    else
      [found.Density, found.Largest] = __nnreg_source_scan__ (X, threads);
    end
  catch err
    err.message = strrep (err.message, 'X(', [name, '(']);
    rethrow (err);
  end
  if (strcmp (precision, 'single') && max (found.Largest) > realmax ('single'))
    error ('nnreg:badData', ['%s has values up to %.3g, which single precision ' ...
                             'cannot hold; a training with "Precision", "double" can'], ...
           name, max (found.Largest));
  end
  ## Measured: below this share of non-zeros compressed products are faster.
  found.Compressed = issparse (X) || (found.Density < 0.4 && columns (X) >= 32);
  ## Compressed products subtract the mean late; a mean far from zero would cost digits.
  far = 1e3;
  if (moments && any (abs (found.Mean) > far * found.Scale))
    found.Compressed = issparse (X);
    if (issparse (X) && strcmp (precision, 'single'))
      nnr.words.warn ('nnreg:scale', ['a column of the sparse %s has a mean far above its ' ...
                                      'spread; "Precision", "double" keeps its digits'], name);
    end
  end
end

%!error <A\(:,2\) has values so large that no double holds their mean or deviation>
%! nnr.data.scan ('A', [1, 1e300; 2, -1e300], true, 'double', 1);
%!error id=nnreg:badData nnreg_fit ([1, 1e300; 2, -1e300; 3, 0], [1; 2; 1], 'Standardize', true, ...
%!                                  'Precision', 'double', 'Verbose', 0);
%!test
%! found = nnr.data.scan ('A', [1, 1e300; 2, -1e300], false, 'double', 1);
%! assert (found.Largest, [2; 1e300]);
