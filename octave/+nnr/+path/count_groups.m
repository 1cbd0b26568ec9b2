## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.path.count_groups (inputs, used)
##
## The number of groups of the INPUTS (nnr.model.input_penalty) that USED names, by numbers or by
## truth values. Without Groups an input is a group.

function count = count_groups (inputs, used)
  count = numel (unique (inputs.Group(used)));
end
