## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, sums] = nnr.train.checkpoint_key (problem, state, s)
##
## What a training depends on: the options and data by name, and a checksum of each, columns
## of cells.

function [names, sums] = checkpoint_key (problem, state, s)
  [names, sums] = nnr.options.key (s, 'fit');
  data = {'X', problem.Train.Data; 'y or Weights', rmfield(problem.Train, 'Data'); ...
          'ValidationData', problem.Validation; 'InitialModel', state.Theta};
  names = [names; data(:,1)];
  sums = [sums; cellfun(@nnr.files.checksum, data(:,2), 'UniformOutput', false)];
end

%!function sums = sums_of (names, values)
%!  # of a training with these options beside a few
%!  s = struct ("Epochs", 3, "Penalty", "l1", "Lambda", 0.1, "LayerSizes", 2, "Verbose", 0);
%!  for k = 1:numel (names)
%!    s.(names{k}) = values{k};
%!  end
%!  X = sin ((1:12).' * (1:3));
%!  s = nnr.options.settings ({s});
%!  y = [1; 1; 2; 2; 1; 2; 1; 2; 1; 1; 2; 2];
%!  d = nnr.train.prepare_data (X, y, s);
%!  [train, validation] = nnr.train.validation_samples (d, s);
%!  problem = nnr.train.make_problem (s, train, validation, d.Targets.NumOutputs);
%!  state = nnr.train.start_state (problem.Network, s);
%!  [~, sums] = nnr.train.checkpoint_key (problem, state, s);
%!endfunction
%!test
%! # each option that changes the result changes the key, and no other does
%! model = nnreg_fit (sin ((1:12).' * (1:3)), [1; 2; 1; 2; 1; 2; 1; 2; 1; 1; 2; 2], ...
%!                    "LayerSizes", 2, "Epochs", 1, "Seed", 5, "Verbose", 0);
%! other = struct ("Task", "regression", "LayerSizes", 3, "Activations", "tanh", ...
%!                 "Penalty", "l2", "Lambda", 0.2, "PenalizedLayers", "hidden", "Alpha", 0.3, ...
%!                 "L1Method", "subgradient", "Solver", "fista", "Tolerance", 1e-3, ...
%!                 "Epochs", 4, "BatchSize", 5, "LearnRate", 0.1, "Beta1", 0.5, "Beta2", 0.5, ...
%!                 "Epsilon", 1e-3, "ValidationData", {{eye(3), [1; 2; 1]}}, ...
%!                 "ValidationFraction", 0.3, "Patience", 7, "Keep", "last", ...
%!                 "Weights", (1:12).', "ClassWeights", [1, 2], "Standardize", true, ...
%!                 "StandardizeY", false, "Seed", 3, "Shuffle", false, "InitialModel", model, ...
%!                 "KeepZeros", true, "Precision", "double", "Threads", 1, "Verbose", 1, ...
%!                 "OutputFcn", @(h) false, "Profile", true, "FeatureNames", {{"a", "b", "c"}}, ...
%!                 "CheckpointFile", "x");
%! assert (sort (fieldnames (other)).', sort (nnr.options.names ("fit")));
%! plain = sums_of ({}, {});
%! for name = nnr.options.names ("fit")
%!   [names, values] = deal (name, {other.(name{1})});
%!   if (strcmp (name{1}, "Patience"))
%!     [names{2}, values{2}] = deal ("ValidationFraction", 0.3);
%!     plain_now = sums_of (names(2), values(2));
%!   else
%!     plain_now = plain;
%!   end
%!   same = isequal (sums_of (names, values), plain_now);
%!   assert (same, ! any (strcmp (name{1}, nnr.options.names ("result"))), name{1});
%! end
%!test
%! # a function of the epoch counts by its values
%! assert (sums_of ({"LearnRate"}, {@(k) 1e-3}), sums_of ({"LearnRate"}, {@(n) 1e-3 + 0 * n}));
