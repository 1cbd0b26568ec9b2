## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [names, sums] = nnr.path.key (p, s, d, folds)
##
## What the trainings of a path depend on: names for the user, and a checksum of each.

function [names, sums] = key (p, s, d, folds)
  for name = {'Threads', 'Verbose', 'OutputFcn', 'FeatureNames'}
    s.(name{1}) = [];           # which no training depends on
  end
  own = struct ();
  for name = {'Lambda', 'NumLambda', 'LambdaRatio', 'MaxFeatures', 'Relax', 'WarmEpochs', ...
              'Eliminates'}
    own.(name{1}) = p.(name{1});
  end
  parts = {'X, Standardize or Precision', d.Data; ...
           'y, Weights, ClassWeights or StandardizeY', d.Targets; ...
           'CV or Seed', folds; ...
           'Lambda, NumLambda, LambdaRatio, MaxFeatures, Relax, WarmEpochs or Method', ...
           nnr.files.value_text(own); ...
           'option of the trainings', nnr.files.value_text(s)};
  names = parts(:,1);
  sums = cellfun (@nnr.files.checksum_of, parts(:,2));
end
