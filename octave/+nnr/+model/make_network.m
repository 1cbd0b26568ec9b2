## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## network = nnr.model.make_network (s, num_inputs, num_outputs)
##
## The network of the settings S, as the gateways read it.

function network = make_network (s, num_inputs, num_outputs)
  network = struct ('Precision', s.Precision, 'Task', s.Task, ...
                    'Sizes', [num_inputs, s.LayerSizes, num_outputs], ...
                    'Activations', {s.Activations});
end
