## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## d = nnr.linear.prepare (X, targets, s)
##
## Checks X for the solver of linear models, which reads X as it is: a struct with the fields of
## nnr.train.prepare_data that a model needs, nothing packed, and Found (nnr.data.scan).

function d = prepare (X, targets, s)
  if (! isempty (s.FeatureNames))
    nnr.train.check_name_count (s.FeatureNames, columns (X));
  end
  if (! (isempty (s.PenaltyFactor) && isempty (s.Groups)))
    nnr.options.check_inputs (s, columns (X));
  end
  found = nnr.data.scan ('X', X, true, 'double', s.Threads, targets.SampleWeights);
  s.Standardize = nnr.train.choose_scaling (found, X, s);
  nnr.train.warn_of_scales (found, s);
  data = struct ('NumSamples', rows (X), 'NumInputs', columns (X), 'Offset', []);
  d = struct ('Data', data, 'Targets', targets, 'Found', found, 'Mean', [], 'Scale', [], ...
              'Standardize', s.Standardize, 'Inputs', [], 'NumInputs', []);
  if (ischar (s.Standardize) || s.Standardize)
    [d.Mean, d.Scale] = nnr.train.input_scales (found, s);
  end
end
