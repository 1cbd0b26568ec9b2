## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [missing, at] = nnr.model.missing_rows (model, X)
##
## Which rows of X have NaN in a column that the model reads (N-by-1, logical), and the first such
## place: row and column, [] if there is none. A model of nnreg_compact reads its Inputs alone.

function [missing, at] = missing_rows (model, X)
  numbers = 1:columns (X);
  if (columns (X) != columns (model.Weights{1}))
    numbers = model.Inputs;
    X = X(:,numbers);
  end
  missing = full (any (isnan (X), 2));
  row = find (missing, 1);
  at = [row, numbers(find (isnan (X(row,:)), 1))];
end

%!test
%! model = struct ("Weights", {{[1, 2, 3]}});
%! X = [1, 2, 3; 4, NaN, NaN; NaN, 1, 2];
%! for convert = {@double, @single, @sparse}
%!   [missing, at] = nnr.model.missing_rows (model, convert{1}(X));
%!   assert ({missing, at}, {[false; true; true], [2, 2]});
%! end
%! [missing, at] = nnr.model.missing_rows (model, uint8 (X));
%! assert ({any(missing), isempty(at)}, {false, true});
%! model = struct ("Weights", {{[1, 2]}}, "Inputs", [1, 3], "NumInputs", 3);
%! [missing, at] = nnr.model.missing_rows (model, X);
%! assert ({missing, at}, {[false; true; true], [2, 3]});
%! [~, at] = nnr.model.missing_rows (model, X(:,[1, 2]));
%! assert (at, [2, 2]);
