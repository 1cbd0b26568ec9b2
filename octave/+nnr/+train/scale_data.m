## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## d = nnr.train.scale_data (X, targets, found, rows, s)
## d = nnr.train.scale_data (X, targets, found, rows, s, whole)
##
## X packed and the TARGETS standardised as the settings S say, by the scales of the samples ROWS
## ([]: all): a struct with
##
##   Data      the packed inputs of all samples, and what nnr.train.start_state needs to know:
##             Constant, the columns without any variation, and Offset, the means (D-by-1) that were
##             subtracted for the solver alone, which the model adds to its biases ([]: none); and
##             Columns, the columns of all that these are ([]: all)
##   Targets   the targets of all samples
##   Mean, Scale   of the inputs, D-by-1; [] if X is as it is
##
## FOUND is what nnr.data.scan says about all samples. If the scales of X do not depend on the rows,
## the packed data of WHOLE are used again.

function d = scale_data (X, targets, found, rows, s, whole)
  own = isempty (s.InitialModel) && ! isequal (s.Standardize, false);
  if (own && ! isempty (rows))
    found = scan_rows (X, found, rows, targets.SampleWeights, s);
  end
  targets = nnr.targets.standardise (targets, rows, s);
  targets = nnr.train.with_thresholds (targets, X, rows, s);
  d = struct ('Data', [], 'Targets', targets, 'Mean', [], 'Scale', []);
  [average, scale, only_for_solver] = nnr.train.input_scales (found, s);
  offset = [];
  if (only_for_solver)
    offset = average;
  else
    [d.Mean, d.Scale] = deal (average, scale);
  end
  if (nargin > 5 && ! own)
    d.Data = whole.Data;
    return
  end
  found = nnr.data.use_scales (found, X, average, scale, s.Precision);
  d.Data = nnr.data.pack (X, found, s.Precision, s.Threads);
  [d.Data.Constant, d.Data.Offset] = deal (found.Constant(:).', offset);
  if (nnr.train.is_fixed_at_zero (s))
    d.Data.Constant = found.Largest(:).' == 0;
  end
  d.Data.Columns = [];
  if (isfield (s.InitialModel, 'Inputs'))
    d.Data.Columns = s.InitialModel.Inputs;
  end
end

## What the scan says about ROWS alone.
function found = scan_rows (X, found, rows, weights, s)
  inside = nnr.data.row_weights (size (X, 1), rows, weights);
  part = nnr.data.scan ('X', X, true, s.Precision, s.Threads, inside);
  for name = {'Largest', 'Mean', 'Scale', 'Constant'}
    found.(name{1}) = part.(name{1});
  end
end
