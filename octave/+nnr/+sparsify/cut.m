## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## model = nnr.sparsify.cut (model, count)
##
## The MODEL with only the COUNT weights of largest size; the others are 0.

function model = cut (model, count)
  sizes = cellfun (@(W) abs (double (W(:))), model.Weights(:), 'UniformOutput', false);
  [~, order] = sort (vertcat (sizes{:}), 'descend');
  kept = false (size (order));
  kept(order(1:count)) = true;
  first = 0;
  for l = 1:numel (model.Weights)
    W = model.Weights{l};
    W(! kept(first + (1:numel (W)))) = 0;
    first += numel (W);
    model.Weights{l} = W;
  end
end

%!test
%! m = nnr.sparsify.cut (struct ("Weights", {{[1, -5; 2, 0], [3, -4]}}), 3);
%! assert (m.Weights, {[0, -5; 0, 0], [3, -4]});
%! m = nnr.sparsify.cut (struct ("Weights", {{[1, 1; 1, 1]}}), 3);
%! assert (nnz (m.Weights{1}), 3);
%! m = nnr.sparsify.cut (m, 0);
%! assert (nnz (m.Weights{1}), 0);
