## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.data.scan (name, X, moments, precision, threads)
##
## One pass over X: the struct found has Density (the share of non-zeros), Compressed (whether a
## training is better off with these alone), Largest (the columns' largest absolute values,
## D-by-1), and, if moments, their Mean and Scale (standard deviation with N-1, 1 for a constant
## column), else empty. NaN and Inf are errors that name the first place; so are values that the
## precision cannot hold, and columns whose mean or deviation no double can.

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
                             'cannot hold; a training with "Precision", "double" can'], name, max (found.Largest));
  end
  ## Measured: below this share of non-zeros the compressed products are faster.
  found.Compressed = issparse (X) || (found.Density < 0.4 && columns (X) >= 32);
  ## Far from zero a shift that is folded into the products eats up single precision.
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
