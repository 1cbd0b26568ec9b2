## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.refuse_swapped (model, X, y)
##
## Refuses data for a MODEL in the wrong order: y has the columns that the model reads, and X has
## not, but as many samples.

function refuse_swapped (model, X, y)
  reads = columns (model.Weights{1});
  if (isfield (model, 'NumInputs'))
    reads = model.NumInputs;
  end
  if (isnumeric (y) && columns (y) == reads && columns (X) != reads ...
      && any (rows (y) == [rows(X), numel(X)]) && reads > 1)
    error ('nnreg:badArgument', ['X and y look swapped: y has the %s that the model reads, ' ...
                                 'X has %d; the inputs X come first, then y'], ...
           nnr.words.count_text (reads, 'column'), columns (X));
  end
end

%!shared model, X, y
%! X = magic (4)(:,1:3);
%! y = [1; 2; 1; 2];
%! model = nnreg_fit (X, y, "LayerSizes", [], "Penalty", "l2", "Lambda", 1, "Verbose", 0);
%!error <^nnreg_evaluate: X and y look swapped: y has the 3 columns that the model reads, X has 1; >
%! nnreg_evaluate (model, y, X);
%!error <^nnreg_importance: X and y look swapped> nnreg_importance (model, y.', X);
%!error <^nnreg_threshold: X and y look swapped> nnreg_threshold (model, y, X);
%!error <^nnreg_evaluate: X must have 3 columns, got 1$> nnreg_evaluate (model, y, y);
