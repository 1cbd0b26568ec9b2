## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.model.print_importance (imp, numbers, used, num_samples, num_repeats)
##
## Prints the struct IMP of nnreg_importance as a table of at most 80 columns. NUMBERS and USED are
## the other results of nnr.model.importance.

function print_importance (imp, numbers, used, num_samples, num_repeats)
  printf ("Permutation importance, %s, NumRepeats %d\n\n", ...
          nnr.words.count_text (num_samples, 'sample'), num_repeats);
  printf ("  DataLoss %.4g, %s %.4g; how much more with an input shuffled:\n\n", ...
          imp.DataLoss, imp.ErrorName, imp.Error);
  listed = imp.Order(ismember (imp.Order, used));
  names = imp.Names;
  if (! isempty (names))
    names = names(listed);
  end
  values = [imp.Importance; imp.Std; imp.ErrorIncrease].';
  nnr.model.print_inputs (numbers(listed), names, {'DataLoss', 's.d.', imp.ErrorName}, ...
                          values(listed,:), {});
  if (numel (used) < numel (numbers))
    printf ("  no path to an output, exactly 0: %d of %s\n", ...
            numel (numbers) - numel (used), nnr.words.count_text (numel (numbers), 'input'));
  end
  fflush (stdout);
end
