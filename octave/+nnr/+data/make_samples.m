## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## samples = nnr.data.make_samples (data, targets, rows)
##
## The samples ROWS ([]: all) of packed DATA and TARGETS, as the gateways read them.

function samples = make_samples (data, targets, rows)
  samples = struct ('Data', data, 'Labels', targets.Labels, ...
                    'Responses', targets.Responses, 'Scales', targets.Scales, ...
                    'Thresholds', targets.Thresholds, ...
                    'Weights', targets.Weights, 'Rows', uint32 (rows) - 1);
end
