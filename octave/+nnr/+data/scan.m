## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.data.scan (name, X, moments, precision, threads, weights)
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

function found = scan (name, X, moments, precision, threads, weights)
  found = struct ('Density', [], 'Compressed', false, 'Largest', [], 'Mean', [], 'Scale', [], ...
                  'Constant', []);
  try
    if (moments)
      [found.Density, found.Largest, found.Mean, found.Scale] = __nnreg_source_scan__ (X, threads);
      if (nargin > 5 && ! isempty (weights))
        w = weights(:) / sum (weights); A = double (full (X));
        found.Mean = (w.' * A).';
        found.Scale = sqrt (w.' * (A - found.Mean.') .^ 2).';
        found.Largest = max (abs (A(w > 0,:)), [], 1).';
        found.Constant = (max (A(w>0,:), [], 1) == min (A(w>0,:), [], 1)).';
        found.Scale(found.Constant) = 1;
      else
      found.Constant = full (max (X, [], 1) == min (X, [], 1)).';
      found.Scale(! found.Constant) *= sqrt (1 - 1 / rows (X));
      end
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
end

%!error <A\(:,2\) has values so large that no double holds their mean or deviation>
%! nnr.data.scan ('A', [1, 1e300; 2, -1e300], true, 'double', 1);
%!error id=nnreg:badData nnreg_fit ([1, 1e300; 2, -1e300; 3, 0], [1; 2; 1], 'Standardize', true, ...
%!                                  'Precision', 'double', 'Verbose', 0);
%!test
%! found = nnr.data.scan ('A', [1, 1e300; 2, -1e300], false, 'double', 1);
%! assert (found.Largest, [2; 1e300]);
