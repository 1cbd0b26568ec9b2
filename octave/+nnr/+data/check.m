## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.data.check (name, X, num_inputs)
##
## Refuses X unless it is a real matrix (full or sparse, any numeric class or logical), not empty,
## with NUM_INPUTS columns ([]: any number). NAME is its name in errors.

function check (name, X, num_inputs)
  if (! ((isnumeric (X) || islogical (X)) && ndims (X) == 2))
    hint = '; nnreg_readtable makes a table of a file';
    error ('nnreg:badArgument', ['%s must be a numeric matrix with a sample ' ...
                                 'in each row, got %s%s'], name, nnr.words.show_value (X), ...
           hint(1:end * (ischar (X) && isrow (X))));
  elseif (iscomplex (X))
    error ('nnreg:badData', '%s must be real, got complex numbers', name);
  elseif (isempty (X))
    error ('nnreg:badData', '%s must not be empty, got %s', name, nnr.words.show_value (X));
  elseif (! isempty (num_inputs) && columns (X) != num_inputs)
    hint = "; it has as many rows: if its columns are the samples, give its transpose";
    error ('nnreg:badArgument', '%s must have %s, got %d%s', name, ...
           nnr.words.count_text (num_inputs, 'column'), columns (X), ...
           hint(1:end * (rows (X) == num_inputs && num_inputs > 1)));
  end
end

%!error <^X must be a numeric matrix with a sample in each row, got "a.csv"; nnreg_readtable makes>
%! nnr.data.check ("X", "a.csv", []);
%!error <^X must have 2 columns, got 3; it has as many rows: if .* samples, give its transpose$>
%! nnr.data.check ("X", ones (2, 3), 2);
%!error <in each row, got a struct$> nnr.data.check ("X", struct (), []);
