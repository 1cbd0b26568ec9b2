## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.print_importance (imp)
##
## Prints the struct IMP of nnreg_importance as a table of at most 80 columns.

function print_importance (imp)
  printf ("Permutation importance, %s, NumRepeats %d\n\n", ...
          nnr.words.count_text (imp.NumSamples, 'sample'), imp.NumRepeats);
  printf ("  DataLoss %.4g, %s %.4g; how much more with an input shuffled:\n\n", ...
          imp.DataLoss, imp.ErrorName, imp.Error);
  listed = imp.Order(imp.Live(imp.Order));
  names = imp.Names;
  if (! isempty (names))
    names = names(listed);
  end
  values = [imp.Importance; imp.Std; imp.ErrorIncrease].';
  nnr.model.print_inputs (imp.Columns(listed), names, {'DataLoss', 's.d.', imp.ErrorName}, ...
                          values(listed,:), {});
  if (! all (imp.Live))
    printf ("  no path to an output, exactly 0: %d of %s\n", nnz (! imp.Live), ...
            nnr.words.count_text (numel (imp.Live), 'input'));
  end
  fflush (stdout);
end
