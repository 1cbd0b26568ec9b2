## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## data = nnr.data.of_inputs (X, inputs, d, s)
##
## Packs the columns INPUTS of X, scaled as all columns in D (nnr.train.scale_data).

function data = of_inputs (X, inputs, d, s)
  if (numel (inputs) == columns (X))
    data = d.Data;
    return
  end
  part = X(:,inputs);
  found = nnr.data.scan ('X', part, false, s.Precision, s.Threads, []);
  [average, scale] = nnr.data.packed_scales (d);
  if (! isempty (average))
    [average, scale] = deal (average(inputs), scale(inputs));
  end
  found = nnr.data.use_scales (found, part, average, scale, s.Precision);
  data = nnr.data.pack (part, found, s.Precision, s.Threads);
  data.Constant = d.Data.Constant(inputs);
  data.Columns = inputs;
  data.Offset = [];             # what starts anew has all columns
end
