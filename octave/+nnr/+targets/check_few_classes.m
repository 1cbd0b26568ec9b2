## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.targets.check_few_classes (name, labels, num_classes)
##
## If nearly every label is a different number, y is probably a regression target: an error for
## fractions, a warning for more than 20 whole numbers. NAME is how the text calls y.

function check_few_classes (name, labels, num_classes)
  fractions = isnumeric (labels) && any (labels != fix (labels));
  if (! isnumeric (labels) || num_classes <= max (20 - 10 * fractions, numel (labels) / 2))
    return;
  end
  text = sprintf (['%s has %d different numbers in %d rows, too many for classes; ' ...
                   'if it is continuous, give "Task", "regression"'], ...
                  name, num_classes, numel (labels));
  if (fractions)
    error ('nnreg:badData', '%s', text);
  end
  nnr.words.warn ('nnreg:manyClasses', '%s', text);
end

%!error <y has 30 different numbers in 30 rows, .* continuous, give "Task", "regression">
%! nnr.targets.check_few_classes ("y", sqrt (1:30).', 30)
%!warning <y has 21 different numbers in 40 rows, .* give "Task", "regression">
%! nnr.targets.check_few_classes ("y", int32 (1:40).', 21)
%!test
%! # texts may all differ; few rows, or two rows of each class, are no sign of a regression
%! warning ("error", "nnreg:manyClasses", "local");
%! nnr.targets.check_few_classes ("y", cellstr (("a":"z").'), 26);
%! nnr.targets.check_few_classes ("y", (1:20).', 20);
%! nnr.targets.check_few_classes ("y", (1:10).' / 4, 10);
%! nnr.targets.check_few_classes ("y", (1:30).', 15);
