## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## source = nnr.linear.data_source (X, targets, s)
##
## The data X as nnr.linear.train needs them beside the packed ones: X itself, and what
## nnr.data.scan has Found for the samples of TARGETS (nnr.targets.make).

function source = data_source (X, targets, s)
  source = struct ('X', X, 'Found', []);
  source.Found = nnr.data.scan ('X', X, true, 'double', s.Threads, targets.SampleWeights);
end
