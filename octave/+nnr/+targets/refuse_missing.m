## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.targets.refuse_missing (argument, labels, none)
## nnr.targets.refuse_missing (argument, labels, none, advice)
##
## Raises an error if some of the labels are NONE, as nnr.targets.is_missing says: it counts them
## and names the first. ADVICE says what else can be done about a text. ARGUMENT is the name of y.

function refuse_missing (argument, labels, none, advice)
  if (! any (none))
    return
  end
  rows_of = find (none);
  text = 'NaN';
  is_text = false;
  if (iscellstr (labels))
    text = nnr.words.show_value (labels{rows_of(1)});
    is_text = ! all (isspace (labels{rows_of(1)}));
  end
  if (nargin < 4 || ! is_text)
    advice = '';
  end
  error ('nnreg:badData', ['%s has no label in %s, the first is %s in row %d; leave such rows ' ...
                           'out%s'], argument, nnr.words.count_text (numel (rows_of), 'row'), ...
         text, rows_of(1), advice);
end

%!error <^y has no label in 2 rows, the first is NaN in row 2; leave such rows out$>
%! nnr.targets.refuse_missing ("y", [1; NaN; NaN], [false; true; true], ", or not")
%!error <^y has no label in 1 row, the first is "NA" in row 1; leave such rows out, or not$>
%! nnr.targets.refuse_missing ("y", {"NA"; "a"}, [true; false], ", or not")
%!test nnr.targets.refuse_missing ("y", [1; 2], [false; false])
