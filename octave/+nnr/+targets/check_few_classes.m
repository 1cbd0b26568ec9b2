## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## warned = nnr.targets.check_few_classes (name, labels, num_classes)
## warned = nnr.targets.check_few_classes (name, labels, num_classes, unasked)
##
## If the labels are many different numbers, y is probably a regression target. An error says so if
## nearly every one is different and some are fractions. A warning does for other fractions, and for
## more than 20 whole numbers that nearly all differ or, as prices do, leave out some between them.
## More than 200 of these are an error if UNASKED: nobody said that they are classes, and a
## network with so many outputs takes long to learn nothing. NAME is how the text calls y.

function warned = check_few_classes (name, labels, num_classes, unasked)
  warned = false;
  fractions = isnumeric (labels) && any (labels != fix (labels));
  if (! isnumeric (labels) || num_classes <= 20 - 10 * fractions)
    return;
  end
  nearly_all = num_classes > numel (labels) / 2;
  leave_out = num_classes <= double (max (labels)) - double (min (labels));
  if (! (nearly_all || fractions || leave_out))
    return;
  end
  text = sprintf (['%s has %d different numbers in %d rows, too many for classes; ' ...
                   'if it is continuous, give "Task", "regression"'], ...
                  name, num_classes, numel (labels));
  if (fractions && nearly_all)
    error ('nnreg:badData', '%s', text);
  elseif (nargin > 3 && unasked && num_classes > 200)
    error ('nnreg:badData', '%s; if these are classes, give "Task", "classification"', text);
  end
  nnr.words.warn ('nnreg:manyClasses', '%s', text);
  warned = true;
end

%!error <y has 30 different numbers in 30 rows, .* continuous, give "Task", "regression">
%! nnr.targets.check_few_classes ("y", sqrt (1:30).', 30)
%!warning <y has 21 different numbers in 40 rows, .* give "Task", "regression">
%! nnr.targets.check_few_classes ("y", int32 (1:40).', 21)
%!warning <y has 30 different numbers in 3000 rows, .* give "Task", "regression">
%! nnr.targets.check_few_classes ("y", repmat (500 * (1:30).', 100, 1), 30)   # prices
%!warning <y has 30 different numbers in 3000 rows, .* give "Task", "regression">
%! nnr.targets.check_few_classes ("y", repmat ((1:30).' / 2, 100, 1), 30)
%!error <y has 300 different numbers .* "regression"; if these are classes, give "Task", "cl>
%! nnr.targets.check_few_classes ("y", repmat (500 * (1:300).', 10, 1), 300, true)
%!test
%! # texts may all differ; few rows, or two rows of each class, are no sign of a regression
%! warning ("error", "nnreg:manyClasses", "local");
%! nnr.targets.check_few_classes ("y", cellstr (("a":"z").'), 26);
%! nnr.targets.check_few_classes ("y", (1:20).', 20);
%! nnr.targets.check_few_classes ("y", (1:10).' / 4, 10);
%! nnr.targets.check_few_classes ("y", (1:30).', 15);
%! nnr.targets.check_few_classes ("y", repmat (uint8 (0:99).', 2, 1), 100);
%! nnr.targets.check_few_classes ("y", repmat (10 * (1:20).', 3, 1), 20);
