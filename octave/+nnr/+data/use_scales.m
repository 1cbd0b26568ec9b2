## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## found = nnr.data.use_scales (found, X, average, scale, precision)
##
## FOUND (nnr.data.scan) with the means and scales (D-by-1, or [] and []) by which nnr.data.pack
## packs X. If bytes are only to be divided by one number they stay bytes, and the core divides.
##
## A full X whose columns would lose digits is not compressed: packed zeros are free because the
## products subtract the mean late, which is exact only if no mean lies far from zero. A sparse X
## that has few non-zeros stays compressed; in single precision that is a warning.

function found = use_scales (found, X, average, scale, precision)
  [found.Mean, found.Scale, found.Divisor] = deal (average(:), scale(:), 0);
  if (isempty (average))
    return
  elseif (isa (X, 'uint8') && ! any (average) && all (scale == scale(1)))
    [found.Mean, found.Scale, found.Divisor] = deal ([], [], scale(1));
    return
  end
  [far, mostly_full] = deal (1e3, 0.4);
  if (! any (abs (average(:)) > far * scale(:)))
    return
  end
  found.Compressed = issparse (X) && found.Density < mostly_full;
  if (found.Compressed && strcmp (precision, 'single'))
    nnr.words.warn ('nnreg:scale', ['a column of the sparse X has a mean far above its spread; ' ...
                                    '"Precision", "double" keeps its digits']);
  end
end

%!test # bytes stay bytes, and are divided by the same number
%! X = uint8 (mod ((1:200).' * (1:40), 251));
%! for X = {X, X .* uint8(X > 200)}      # dense, mostly zeros
%!   found = nnr.data.scan ("X", X{1}, true, "single", 1, []);
%!   bytes = nnr.data.pack (X{1}, nnr.data.use_scales (found, X{1}, zeros (40, 1), ...
%!                                                     repmat (250, 40, 1), "single"), "single", 1);
%!   assert ({class(bytes.Values{1}), bytes.Divisor}, {"uint8", 250});
%!   args = {1 + (X{1}(:,7) > 100), "LayerSizes", 3, "Epochs", 5, "Verbose", 0};
%!   a = nnreg_fit (X{1}, args{:}, "Standardize", "range");
%!   b = nnreg_fit (single (X{1}) / single (max (X{1}(:))), args{:}, "Standardize", false);
%!   assert (a.Weights, b.Weights);
%!   assert (a.Biases, b.Biases);
%! end
