## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Tests of nnreg_sparsity; the short ones and the errors are in its own file.

%!function model = by_hand ()
%!  # of the units 1 is live, 2 has no input, 3 no output, 4 is live; input 3 is not read
%!  # and input 4 by unit 3 alone
%!  model = nnreg_fit (eye (4), [1; 2; 1; 2], "LayerSizes", 4, "Epochs", 1, "Verbose", 0, ...
%!                     "FeatureNames", {"a", "b", "c", "d"});
%!  model.Weights = {single([1, 0, 0, 0; 0, 0, 0, 0; 2, 0, 0, 7; 3, -4, 0, 0]), ...
%!                   single([1, 1, 0, 0; 0, 2, 0, 5])};
%!endfunction
%!test
%! s = nnreg_sparsity (by_hand ());
%! assert ([s.NumWeights, s.Zeros, s.NonZeros], [16, 11, 5; 8, 4, 4]);
%! assert (s.ZeroShare, [11; 4] ./ [16; 8], eps);
%! assert (s.Norms, sqrt ([1 + 4 + 49 + 9 + 16; 1 + 1 + 4 + 25]), 1e-14);
%! assert (s.NormRatios, sqrt (31 / 79), 1e-14);
%! assert ({s.NumUnits, s.NumLiveUnits, s.LiveUnits}, {4, 2, {[1, 4]}});
%! assert ({s.NumInputs, s.NumLiveInputs, s.LiveInputs}, {4, 2, [1, 2]});
%! assert ({s.SelectedInputs, s.Strengths, s.Names}, {[2, 1], [4, sqrt(10)], {"b", "a"}});
%! assert ({s.NumParameters, s.NumLiveParameters}, {16 + 4 + 8 + 2, 3 + 2 + 2 + 2});
%! assert (s.EvadedLayers, zeros (1, 0));
%!test
%! # of a smaller network the inputs keep their numbers and names
%! s = nnreg_sparsity (nnreg_compact (by_hand ()));
%! assert ({s.NumInputs, s.LiveInputs, s.NumUnits}, {4, [1, 2], 2});
%! assert ({s.SelectedInputs, s.Names}, {[2, 1], {"b", "a"}});
%!test
%! # a linear model has no hidden layer; nothing may be live at all
%! model = nnreg_fit (eye (3), [1; 2; 1], "LayerSizes", [], "Epochs", 1, "Verbose", 0);
%! model.Weights{1}(:,2) = 0;
%! s = nnreg_sparsity (model);
%! assert ({s.LiveInputs, s.NumUnits, s.Names}, {[1, 3], zeros(0, 1), {}});
%! model.Weights{1}(:) = 0;
%! s = nnreg_sparsity (model);
%! assert ({s.NumLiveInputs, s.NumLiveParameters}, {0, 2});
%! assert (isempty (s.SelectedInputs));
%! evalc ("nnreg_sparsity (model)");
%!test
%! # signs of a linear model, as of its coefficients; a network has none
%! X = [sin(1:60); cos(3 * (1:60)); sin(5 * (1:60))].';
%! y = 3 * X(:,1) - 5 * X(:,3);
%! args = {"LayerSizes", [], "Penalty", "l1", "Lambda", 0.05, "Verbose", 0};
%! for labels = {y, 1 + (y > 0), 1 + (y > -1) + (y > 1)}
%!   task = merge (numel (unique (labels{1})) > 3, "regression", "classification");
%!   model = nnreg_fit (X, labels{1}, "Task", task, args{:});
%!   s = nnreg_sparsity (model);
%!   assert (s.Signs, sign (nnreg_coef (model).Coefficients(s.SelectedInputs,:)).');
%!   assert (any (s.Signs(:) > 0) && any (s.Signs(:) < 0));
%!   rows_of{columns (unique (labels{1}).')} = strsplit (evalc ("nnreg_sparsity (model)"), "\n");
%! end
%! texts = rows_of(! cellfun (@isempty, rows_of));
%! legends = {"  sign: + for 2, - for 1"; ...
%!            "  sign: + for the class, - against it; one sign for each of the 3 outputs"; ...
%!            "  sign: + raises y, - lowers it"};
%! for k = 1:3
%!   assert (any (strcmp (texts{k}, legends{k})), legends{k});
%! end
%! assert (! isempty (regexp (texts{3}{6}, "^       3 .*   -$")), texts{3}{6});
%! assert (! isempty (regexp (texts{3}{7}, '^       1 .*   \+$')), texts{3}{7});
%! assert (nnreg_sparsity (by_hand ()).Signs, []);
%!test
%! # a penalty on the first layer that is evaded by scale predicts the same, and shows
%! args = {"LayerSizes", 8, "Epochs", 3, "Penalty", "l1", "Lambda", 1e-3, "Verbose", 0};
%! [X, y] = nnreg_digits ();
%! model = nnreg_fit (X, y, args{:}, "PenalizedLayers", "hidden");
%! assert (isempty (nnreg_sparsity (model).EvadedLayers));
%! model.Weights = {model.Weights{1} / 64, model.Weights{2} * 64};
%! assert (nnreg_sparsity (model).EvadedLayers, 1);
%! text = evalc ("nnreg_sparsity (model)");
%! assert (! isempty (strfind (text, "evaded")));
%! [model.Lambda1, model.Lambda2] = deal ([1e-3, 1e-3], [0, 0]);
%! assert (isempty (nnreg_sparsity (model).EvadedLayers));
%! [model.Lambda1, model.LambdaGroup] = deal ([0, 0], 1e-3);
%! assert (nnreg_sparsity (model).EvadedLayers, 1);
%!test
%! # the table
%! text = evalc ("nnreg_sparsity (by_hand ())");
%! lines = strsplit (text, "\n");
%! assert (lines{1}, "Network 4-4-2, 30 parameters, 9 of them live");
%! assert (! isempty (strfind (text, "2 of 4")));
%! assert (max (cellfun (@numel, lines)) <= 80);
%!error <MODEL does not hold together: FeatureNames must be \{\} or have a name for each column>
%! model = by_hand ();
%! model.FeatureNames = 1:4;
%! nnreg_sparsity (model);
