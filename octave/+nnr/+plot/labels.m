## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## labels = nnr.plot.labels (kind, x, labels)
##
## The names of the models of a histogram: the option Labels, or their penalties.

function labels = labels (kind, x, labels)
  if (! strcmp (kind, 'histogram'))
    return
  end
  if (isempty (labels))
    labels = cellfun (@penalty_name, x, 'UniformOutput', false);
  elseif (ischar (labels))
    labels = {labels};
  end
  if (! (iscellstr (labels) && numel (labels) == numel (x)))
    error ('nnreg:badArgument', 'Labels must be a cell with a name for each of the %s', ...
           nnr.words.count_text (numel (x), 'model'));
  end
end

function name = penalty_name (model)
  name = model.Settings.Penalty;
  lambda = model.Settings.Lambda;
  if (! strcmp (name, 'none') && isnumeric (lambda) && isscalar (lambda))
    name = sprintf ('%s %g', upper (name), lambda);
  end
end
