## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [small, X, numbers, used] = nnr.model.live_inputs (model, X, threads)
##
## What a function needs that changes inputs of a MODEL one by one: the model SMALL without its dead
## parts; X, checked; NUMBERS, the columns of a whole X that X has; and USED, the columns of X that
## SMALL reads.

function [small, X, numbers, used] = live_inputs (model, X, threads)
  small = nnr.model.compact (model);
  [numbers, num_inputs] = nnr.model.inputs (model);
  if (numel (numbers) < num_inputs && columns (X) == num_inputs)
    X(:,setdiff (1:num_inputs, numbers)) = 0;   # what the model does not read may be NaN
    numbers = 1:num_inputs;
  end
  nnr.data.scan ('X', X, false, class (model.Weights{1}), threads, []);
  used = find (ismember (numbers, small.Inputs));
end

%!test
%! m = nnreg_fit ([1, 2; 3, 5; 4, 1], [1; 2; 2], "LayerSizes", [], "Epochs", 1, "Verbose", 0);
%! m.Weights{1}(:,1) = 0;
%! [small, X, numbers, used] = nnr.model.live_inputs (m, [3, 4], 1);
%! assert ({columns(small.Weights{1}), X, numbers, used}, {1, [3, 4], 1:2, 2});
%! m = nnreg_compact (m);
%! [small, X, numbers, used] = nnr.model.live_inputs (m, [NaN, 4], 1);
%! assert ({X, numbers, used}, {[0, 4], 1:2, 2});
%! [small, X, numbers, used] = nnr.model.live_inputs (m, 4, 1);
%! assert ({X, numbers, used}, {4, 2, 1});
