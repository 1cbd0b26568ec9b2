## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## X = nnr.model.read_rows (model, X, names)
##
## The matrix that a MODEL reads, out of the user's X, checked: a table goes through the model's
## Preparation, and so does a matrix if the model fills gaps ("Missing", "median"). NAMES is the
## option FeatureNames (nnr.model.by_names). X may also be a table as nnr.table.read returns it, or
## the prepared matrix.

function X = read_rows (model, X, names)
  recipe = [];
  if (isfield (model, 'Preparation'))
    recipe = model.Preparation;
  end
  if (nnr.table.is_table (X))
    refuse_table (recipe, names);
    X = nnr.table.new_rows (recipe, nnr.table.read ('X', X), 'X');
  else
    X = nnr.model.by_names (model, X, names);
    if (! isempty (recipe) && strcmp (recipe.Source, 'matrix') ...
        && columns (X) == numel (recipe.Columns))
      X = nnr.table.new_rows (recipe, nnr.table.of_matrix (X, {recipe.Columns.Name}), 'X');
    end
  end
  if (! isempty (recipe) && isnumeric (X))
    refuse_other (model, recipe, X);
  end
  nnr.model.check_inputs (model, X);
end

function refuse_other (model, recipe, X)
  [inputs, num_inputs] = nnr.model.inputs (model);
  [count, prepared] = deal (columns (X), nnr.words.count_text (num_inputs, 'column'));
  if (any (count == [numel(inputs), num_inputs]))
    return
  elseif (strcmp (recipe.Source, 'table'))
    error ('nnreg:badArgument', ['MODEL was trained on a table: X must be a table too, or the ' ...
                                 'matrix of nnreg_prepare with its %s, got %d'], prepared, count);
  end
  error ('nnreg:badArgument', ['X must have %s as in the training, or the %s of nnreg_prepare, ' ...
                               'got %d'], ...
         nnr.words.count_text (numel (recipe.Columns), 'column'), prepared, count);
end

function refuse_table (recipe, names)
  if (isempty (recipe) || strcmp (recipe.Source, 'matrix'))
    error ('nnreg:badArgument', 'MODEL was trained on a matrix, so X must be a matrix too');
  elseif (! isempty (names))
    error ('nnreg:badArgument', ['FeatureNames names the columns of a matrix; a table has its ' ...
                                 'own names']);
  end
end
