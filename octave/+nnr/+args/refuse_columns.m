## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.args.refuse_columns (argument, missing, others)
##
## Raises the error that new data, the ARGUMENT, lack the columns MISSING of a model, cellstr.
## OTHERS are the names that it does not know, one of which may be meant.

function refuse_columns (argument, missing, others)
  most = 10;
  text = ['"', strjoin(missing(1:min (end, most)), '", "'), '"'];
  if (numel (missing) > most)
    text = [text, ', ...'];
  end
  hint = '';
  if (isscalar (missing))
    hint = nnr.args.did_you_mean (missing{1}, others);
  end
  error ('nnreg:badData', '%s lacks %s that MODEL was fitted on: %s%s', argument, ...
         nnr.words.count_text (numel (missing), 'column'), text, hint);
end

%!error <^X lacks 2 columns that MODEL was fitted on: "a", "b"$>
%! nnr.args.refuse_columns ("X", {"a", "b"}, {"c"});
%!error <^X lacks 1 column that MODEL was fitted on: "age"; did you mean "Age"\?$>
%! nnr.args.refuse_columns ("X", {"age"}, {"Age"});
