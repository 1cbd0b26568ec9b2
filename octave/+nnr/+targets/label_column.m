## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## labels = nnr.targets.label_column (argument, y)
##
## The labels y as a column: full numbers, logicals, or a cellstr. y is a vector of numbers or
## logicals, a cellstr, or a char matrix with a label in each row. Anything else, and NaN, is the
## error nnreg:badData. ARGUMENT is the name of y in it. Texts that stand for a missing label pass:
## they may be the names of classes.
##
## nnr.targets.label_column ("ytrue", ["no "; "yes"])   # {"no"; "yes"}

function labels = label_column (argument, y)
  if (ischar (y) && ! isempty (y) && ndims (y) == 2)
    labels = cellstr (y);
  elseif (iscellstr (y) && isvector (y))
    labels = y(:);
  elseif ((isnumeric (y) || islogical (y)) && isreal (y) && isvector (y))
    labels = full (y(:));
    nnr.targets.refuse_missing (argument, labels, isnan (labels));
  else
    error ('nnreg:badData', ['%s must hold labels (real numbers, logicals, a cellstr or rows ' ...
                             'of a char matrix), got %s'], argument, nnr.words.show_value (y));
  end
end

%!assert (nnr.targets.label_column ("y", ["no "; "yes"]), {"no"; "yes"})
%!assert (nnr.targets.label_column ("y", {"b", "a"}), {"b"; "a"})
%!assert (nnr.targets.label_column ("y", sparse ([0, 3])), [0; 3])
%!assert (nnr.targets.label_column ("y", [true; false]), [true; false])
%!error <y has no label in 1 row, the first is NaN in row 2>
%! nnr.targets.label_column ("y", [1; NaN])
%!error <y must hold labels \(real numbers, .*, a cellstr or rows of a char matrix\), got \[\]>
%! nnr.targets.label_column ("y", [])
%!error <y must hold labels .* got a struct> nnr.targets.label_column ("y", struct ())
%!error <y must hold labels> nnr.targets.label_column ("y", [1i; 2])
