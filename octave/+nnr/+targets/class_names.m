## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## names = nnr.targets.class_names (argument, names)
##
## Checks the option ClassNames: different labels of at least two classes, none of them missing. The
## result is a column of numbers or logicals, a cellstr column, or rows of char; [] stands for the
## classes in y. ARGUMENT is the name of the option.

function names = class_names (argument, names)
  if (nnr.args.is_none (names))
    names = [];
    return
  end
  labels = nnr.targets.label_column (argument, names);
  bad = no_labels (labels);
  if (numel (labels) < 2)
    error ('nnreg:badArgument', '%s must name two classes at least, got %s', argument, ...
           nnr.words.show_value (names));
  elseif (any (bad))
    error ('nnreg:badArgument', '%s must be labels, number %d is %s', argument, ...
           find (bad, 1), nnr.words.show_value (element (labels, find (bad, 1))));
  end
  [~, first, of_label] = unique (labels, 'first');
  again = find (first(of_label)(:) != (1:numel (labels)).', 1);
  if (! isempty (again))
    error ('nnreg:badArgument', '%s must all be different, %s is there twice', argument, ...
           nnr.words.show_value (element (labels, again)));
  end
  if (! ischar (names))
    names = labels;
  end
end

function bad = no_labels (labels)
  if (iscellstr (labels))
    bad = cellfun (@(text) all (isspace (text)), labels);
  else
    bad = isinf (labels);
  end
end

function value = element (labels, k)
  value = labels(k);
  if (iscell (value))
    value = value{1};
  end
end

%!assert (nnr.targets.class_names ("C", []), [])
%!assert (nnr.targets.class_names ("C", uint8 ([3, 1, 2])), uint8 ([3; 1; 2]))
%!assert (nnr.targets.class_names ("C", {"no", "NA"}), {"no"; "NA"})
%!assert (nnr.targets.class_names ("C", ["no "; "yes"]), ["no "; "yes"])
%!assert (nnr.targets.class_names ("C", [true, false]), [true; false])
%!error <^C must name two classes at least, got "no"$> nnr.targets.class_names ("C", "no")
%!error <^C must name two classes at least, got 3$> nnr.targets.class_names ("C", 3)
%!error <^C must all be different, 3 is there twice$> nnr.targets.class_names ("C", [3; 1; 3])
%!error <^C must all be different, "a" is there twice$>
%! nnr.targets.class_names ("C", {"a", "b", "a"})
%!error <^C must all be different, "no" is there twice> nnr.targets.class_names ("C", ["no"; "no"])
%!error <^C must be labels, number 2 is " "$> nnr.targets.class_names ("C", {"a", " "})
%!error <^C must be labels, number 1 is -Inf$> nnr.targets.class_names ("C", [-Inf, 1])
%!error <^C has no label in 1 row, the first is NaN in row 2>
%! nnr.targets.class_names ("C", [1, NaN])
%!error <^C must hold labels .*, got \{\}$> nnr.targets.class_names ("C", {})
%!error <^C must hold labels .*, got a 2x2 double matrix$> nnr.targets.class_names ("C", eye (2))
