## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [layers, ratios] = nnr.model.evaded_layers (model)
##
## The hidden layers whose penalty is evaded by scale, in a row, and for each the ratio of norms
## ||W_(l+1)||_F / ||W_l||_F.
##
## With some activations, such as relu, W_l / c and c W_(l+1) predict the same, so a network can
## make a penalty on W_l small without any other change. A layer counts if it has a penalty and the
## next one has none, and if the ratio is more than 100 times the ratio at the start, where ||W||_F
## = sqrt (2 m n / (m + n)) for an m-by-n matrix.

function [layers, ratios] = evaded_layers (model)
  much = 100;
  norms = cellfun (@(W) norm (double (W), 'fro'), model.Weights)(:);
  at_start = cellfun (@(W) sqrt (2 * numel (W) / sum (size (W))), model.Weights)(:);
  ratios = norms(2:end) ./ norms(1:end - 1);
  grown = ratios > much * at_start(2:end) ./ at_start(1:end - 1);
  penalised = model.Lambda1(:) > 0 | model.Lambda2(:) > 0;
  penalised(1) = penalised(1) || model.LambdaGroup > 0;
  penalised &= norms > 0;
  table = nnr.model.activations ();
  free = ismember (model.Activations(:), {table([table.Scales]).Name});
  layers = find (grown & free & penalised(1:end - 1) & ! penalised(2:end))(:).';
  ratios = ratios(layers).';
end

%!function model = evading (lambda1, lambda2, group, activation)
%!  model = struct ("Weights", {{1e-3 * ones(4), ones(2, 4)}}, "Lambda1", lambda1, ...
%!                  "Lambda2", lambda2, "LambdaGroup", group, "Activations", {{activation}});
%!endfunction
%!test
%! [layers, ratio] = nnr.model.evaded_layers (evading ([1, 0], [0, 0], 0, "relu"));
%! assert ({layers, ratio}, {1, sqrt(8) / 4e-3}, 1e-12);
%!test
%! # the group penalty alone counts too
%! assert (nnr.model.evaded_layers (evading ([0, 0], [0, 0], 0.1, "none")), 1);
%! assert (nnr.model.evaded_layers (evading ([0, 0], [1, 0], 0, "relu")), 1);
%!test
%! # no scale to evade by, the next layer held, no penalty
%! assert (isempty (nnr.model.evaded_layers (evading ([1, 0], [0, 0], 0, "tanh"))));
%! assert (isempty (nnr.model.evaded_layers (evading ([1, 0], [0, 1], 0, "relu"))));
%! assert (isempty (nnr.model.evaded_layers (evading ([0, 0], [0, 1], 0.1, "relu"))));
%! assert (isempty (nnr.model.evaded_layers (evading ([0, 0], [0, 0], 0, "relu"))));
%!test
%! # a linear model; a first layer that is gone altogether is no evasion
%! model = struct ("Weights", {{[1, 2]}}, "Lambda1", 1, "Lambda2", 0, ...
%!                 "LambdaGroup", 0, "Activations", {{}});
%! assert (size (nnr.model.evaded_layers (model)), [1, 0]);
%! model = evading ([1, 0], [0, 0], 0, "relu");
%! model.Weights{1}(:) = 0;
%! assert (isempty (nnr.model.evaded_layers (model)));
