## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## text = nnr.table.summary (recipe)
##
## A recipe in one line: "5 predictors of churn, 3 with gaps; 2 columns left out".

function text = summary (recipe)
  text = nnr.words.count_text (numel (recipe.Columns), 'predictor');
  if (! isempty (recipe.Response))
    text = sprintf ('%s of %s', text, strjoin (recipe.Response(:).', ', '));
  end
  with_gaps = nnz ([recipe.Columns.Gaps]);
  if (with_gaps > 0)
    text = sprintf ('%s, %d with gaps', text, with_gaps);
  end
  if (! isempty (recipe.LeftOut))
    text = sprintf ('%s; %s left out', text, ...
                    nnr.words.count_text (numel (recipe.LeftOut), 'column'));
  end
end

%!test
%! T = struct ("a", [1; 2; NaN], "b", [1; 1; 1], "c", [3; 1; 2]);
%! r = nnr.table.learn (nnr.table.read ("T", T), "table", [], []);
%! assert (nnr.table.summary (r), "2 predictors, 1 with gaps; 1 column left out");
%! r.Response = {"y"};
%! r.LeftOut = r.LeftOut([]);
%! assert (nnr.table.summary (r), "2 predictors of y, 1 with gaps");
