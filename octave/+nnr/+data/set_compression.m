## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.data.set_compression (found, X, precision)
##
## FOUND (nnr.data.scan) with Compressed false for an X whose columns would lose digits: packed
## zeros are free because the products subtract the mean late, which is exact only if no mean lies
## far from zero. A sparse X that has few non-zeros stays compressed; in single precision that is
## a warning.

function found = set_compression (found, X, precision)
  far = 1e3;
  if (isempty (found.Mean) || ! any (abs (found.Mean) > far * found.Scale))
    return
  end
  mostly_full = 0.4;
  found.Compressed = issparse (X) && found.Density < mostly_full;
  if (found.Compressed && strcmp (precision, 'single'))
    nnr.words.warn ('nnreg:scale', ['a column of the sparse X has a mean far above its spread; ' ...
                                    '"Precision", "double" keeps its digits']);
  end
end
