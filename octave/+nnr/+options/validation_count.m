## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## count = nnr.options.validation_count (s, num_samples)
##
## The number of samples that ValidationFraction takes for validation.

function count = validation_count (s, num_samples)
  count = round (s.ValidationFraction * num_samples);
end

%!assert (nnr.options.validation_count (struct ("ValidationFraction", 0.2), 8), 2)
%!assert (nnr.options.validation_count (struct ("ValidationFraction", 0), 8), 0)
