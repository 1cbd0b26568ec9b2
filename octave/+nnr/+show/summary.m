## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.show.summary (model, x)
##
## The struct that nnreg_summary returns for the MODEL. X is what the user gave: the model, or a
## search or a path, of which there is more to say.

function s = summary (model, x)
  s = nnr.model.summary (model);
  s.Options = nnr.options.changed (model.Settings);
  if (isfield (model, 'Preparation') && isfield (s.Options, 'Groups') ...
      && isequal (s.Options.Groups(:).', nnr.table.layout (model.Preparation)))
    s.Options = rmfield (s.Options, 'Groups');  # what a table has by default
  end
  s.Sentences = nnr.show.sentences (model, x);
end
