## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Y = nnr.targets.response_rows (y, num_samples)
##
## The responses y as a double matrix with a row for each sample.

function Y = response_rows (y, num_samples)
  wanted = [];
  if (isrow (y) && numel (y) == num_samples)
    wanted = [num_samples, 1];
  end
  Y = double (nnr.targets.response_matrix ('y', y, wanted));
  if (rows (Y) != num_samples)
    error ('nnreg:badData', 'y must have a row for each of the %s of X, got %s', ...
           nnr.words.count_text (num_samples, 'row'), nnr.words.show_value (y));
  end
end
