## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## m = nnr.data.input_moments (X, d, rows, weights, s)
##
## A struct of rows 1-by-D: Mean and Variance of the samples ROWS ([]: all), with their WEIGHTS ([]:
## equal), of the inputs as a training sees them that are scaled as in D (nnr.train.scale_data); the
## Shift and Scale by which D scales them (0 and 1 if X is as it is); and Varies, which is false for
## constant columns.

function m = input_moments (X, d, rows, weights, s)
  inside = nnr.data.row_weights (size (X, 1), rows, weights);
  found = nnr.data.scan ('X', X, true, 'double', s.Threads, inside);
  [m.Shift, m.Scale] = deal (zeros (1, columns (X)), ones (1, columns (X)));
  if (! isempty (d.Mean))
    [m.Shift, m.Scale] = deal (d.Mean(:).', d.Scale(:).');
  end
  m.Varies = ! found.Constant(:).';
  m.Mean = (found.Mean(:).' - m.Shift) ./ m.Scale;
  m.Variance = (m.Varies .* found.Scale(:).' ./ m.Scale) .^ 2;
end

%!test
%! X = [1, 5, 3; 4, 5, 1; 2, 5, 8; 9, 6, 9];
%! s.Threads = 1;
%! d = struct ("Mean", [1; 2; 3], "Scale", [2; 1; 4]);
%! m = nnr.data.input_moments (X, d, [1; 2; 3], [1; 2; 1; 1], s);
%! twice = (X([1, 2, 2, 3],:) - [1, 2, 3]) ./ [2, 1, 4];
%! assert (m.Varies, [true, false, true]);
%! assert (m.Mean, mean (twice), 1e-14);
%! assert (m.Variance, var (twice, 1), 1e-14);
