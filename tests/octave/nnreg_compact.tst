## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_compact; the short ones and the errors are in its own file.

%!function model = by_hand (activation)
%!  # unit 1 is live, 2 has no input, 3 no output; input 2 is not read
%!  model = nnreg_fit (eye (3), [1; 2; 1], "LayerSizes", 3, "Activations", activation, ...
%!                     "Precision", "double", "Epochs", 1, "Verbose", 0);
%!  model.Weights = {[1, 0, 2; 0, 0, 0; 5, 5, 5], [3, 4, 0; -1, 2, 0]};
%!  model.Biases = {[0.25; 0.5; 0.75], [10; 20]};
%!endfunction
%!test
%! small = nnreg_compact (by_hand ("tanh"));
%! assert (small.Weights, {[1, 2], [3; -1]});
%! assert (small.Biases, {0.25, [10 + 4 * tanh(0.5); 20 + 2 * tanh(0.5)]});
%! assert ({small.Inputs, small.NumInputs, small.LayerSizes, small.Version}, {[1, 3], 3, 1, 1});
%!test
%! for f = {"relu", 0.5; "none", 0.5; "sigmoid", 1 / (1 + exp (-0.5))}.'
%!   small = nnreg_compact (by_hand (f{1}));
%!   assert (small.Biases{2}, [10; 20] + [4; 2] * f{2}, 1e-14);
%! end
%!test
%! # constants go through several layers
%! model = by_hand ("relu");
%! model.Weights = {zeros(3), ones(3), [1, 1, 1; 2, 2, 2]};
%! model.Biases = {[1; -1; 2], [0; -5; 0], [0; 1]};
%! model.Activations = {"relu", "relu"};
%! model.LayerSizes = [3, 3];
%! [model.Lambda1, model.Lambda2] = deal (zeros (1, 3));
%! small = nnreg_compact (model);
%! assert (small.Weights, {0, 0, [0; 0]});
%! assert (small.Biases{3}, [6; 13]);
%! [~, scores] = nnreg_predict (small, [1, 2, 3]);
%! assert (scores, 1 ./ (1 + exp ([7, -7])), 1e-14);
%!test
%! # X with all columns, whatever the dead ones hold, or with the live ones
%! small = nnreg_compact (by_hand ("relu"));
%! [~, scores] = nnreg_predict (small, [1, 0, 2]);
%! [~, other] = nnreg_predict (small, [1, 7, 2]);
%! assert (other, scores);
%! [~, other] = nnreg_predict (small, [1, 2]);
%! assert (other, scores);
%!error <nnreg_predict: X must have 3 columns, or only the 2 that are model.Inputs, got 4>
%! nnreg_predict (nnreg_compact (by_hand ("relu")), ones (1, 4))
%!error <nnreg_compact: MODEL does not hold together: Inputs must name a column of X>
%! small = nnreg_compact (by_hand ("relu"));
%! small.Inputs = [3, 1];
%! nnreg_compact (small);
