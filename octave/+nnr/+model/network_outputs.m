## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## outputs = nnr.model.network_outputs (model, X, threads)
##
## The model's outputs for the rows of X (N-by-K): probabilities, or responses in the user's units.
## NaN in X is an error that counts the rows with NaN and names the option MissingRows.

function outputs = network_outputs (model, X, threads)
  try
    outputs = nnr.model.in_user_units (model, nnr.model.raw_outputs (model, X, threads));
  catch err
    if (strcmp (err.identifier, 'nnreg:badData'))
      refuse_missing (model, X);
    end
    rethrow (err);
  end
end

function refuse_missing (model, X)
  [missing, at] = nnr.model.missing_rows (model, X);
  if (any (missing))
    error ('nnreg:badData', ['X has NaN in %d of %s, the first is X(%d,%d); to go on without ' ...
                             'such rows give "MissingRows", "keep"'], nnz (missing), ...
           nnr.words.count_text (rows (X), 'row'), at);
  end
end
