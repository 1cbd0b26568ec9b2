## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## values = nnr.options.each_epoch (name, fcn, epochs, kind)
##
## The values of the user's function FCN for the epochs 1 to EPOCHS, a column. NAME is the option,
## KIND what each value must be: "positive number" or "nonnegative number".

function values = each_epoch (name, fcn, epochs, kind)
  values = zeros (epochs, 1);
  for epoch = 1:epochs
    try
      value = fcn (epoch);
    catch err
      error ('nnreg:badArgument', '%s (%d) failed: %s', name, epoch, err.message);
    end
    ok = isnumeric (value) && isscalar (value) && isreal (value) && value >= 0 && value < Inf;
    if (! ok || (value == 0 && strncmp (kind, 'positive', 8)))
      error ('nnreg:badArgument', '%s (%d) must be a %s, got %s', name, epoch, kind, ...
             nnr.words.show_value (value));
    end
    values(epoch) = value;
  end
end
