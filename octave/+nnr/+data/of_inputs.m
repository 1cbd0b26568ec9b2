## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## data = nnr.data.of_inputs (X, inputs, d, s)
##
## Packs the columns INPUTS of X. D has the packed Data of all columns, and their Mean and Scale.

function data = of_inputs (X, inputs, d, s)
  if (numel (inputs) == columns (X))
    data = d.Data;
    return
  end
  part = X(:,inputs);
  found = nnr.data.scan ('X', part, false, s.Precision, s.Threads);
  if (s.Standardize)
    [found.Mean, found.Scale] = deal (d.Mean(inputs), d.Scale(inputs));
  end
  data = nnr.data.pack (part, found, s.Precision, s.Threads);
end
