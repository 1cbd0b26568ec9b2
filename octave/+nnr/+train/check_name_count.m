## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## nnr.train.check_name_count (names, num_inputs)
##
## Raises an error unless there are no FeatureNames or one for each column of X.

function check_name_count (names, num_inputs)
  if (! isempty (names) && numel (names) != num_inputs)
    error ('nnreg:badArgument', 'FeatureNames must have a name for each of the %s of X, got %d', ...
           nnr.words.count_text (num_inputs, 'column'), numel (names));
  end
end
