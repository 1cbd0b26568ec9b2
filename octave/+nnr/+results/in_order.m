## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.results.in_order (of, outputs)
##
## The OUTPUTS of each fold, a row for each of its samples, in the order of all samples: a cell row
## with a matrix for each repeat, NaN where a sample is not held out. OF are the folds
## (nnr.folds.make), a column for each repeat.

function in_order = in_order (of, outputs)
  in_order = cell (1, columns (of));
  done = 0;
  for repeat = 1:columns (of)
    count = max (of(:,repeat));
    in_order{repeat} = of_repeat (of(:,repeat), outputs(done + (1:count)));
    done += count;
  end
end

function scores = of_repeat (of, outputs)
  [fold, at] = sort (of);       # rows of a fold stay in their order
  scores = NaN (numel (of), columns (outputs{1}), class (outputs{1}));
  scores(at(fold > 0),:) = vertcat (outputs{:});
end

%!assert (nnr.results.in_order ([2; 1; 0; 2], {single(5), single([7; 8])}), ...
%!        {single([7; 5; NaN; 8])})
%!assert (nnr.results.in_order ([1, 2; 2, 0; 1, 1], {[1 2; 3 4], [5 6], [7 8], [9 0]}), ...
%!        {[1 2; 5 6; 3 4], [9 0; NaN(1, 2); 7 8]})
