## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## s = nnr.train.use_table (s, table)
##
## The settings S for data that were a TABLE (nnr.train.open_data), or S itself for []: Weights of
## its rows, FeatureNames of the columns of X. Standardize is true by default. A number of
## PenaltyFactor and Groups for each predictor becomes one for each of its columns of X, and with a
## penalty on whole inputs each predictor is a group.

function s = use_table (s, table)
  s.Table = table;
  if (isempty (table))
    return
  end
  s.Weights = table.Weights;
  of_table = strcmp (table.Source, 'table');
  if (of_table && ! isempty (s.FeatureNames) && isempty (s.InitialModel))
    error ('nnreg:badArgument', ['FeatureNames names the columns of a matrix; a table has its ' ...
                                 'own names']);
  end
  s.FeatureNames = table.Names;
  if (of_table && strcmp (s.Standardize, 'auto'))
    s.Standardize = true;
  end
  for name = {'PenaltyFactor', 'Groups'}
    s.(name{1}) = for_columns (name{1}, s.(name{1}), table);
  end
  u = nnr.options.unit_penalty (s.Penalty, s.Alpha);
  if (u.ByInput && isempty (s.Groups) && any (diff (sort (table.Block)) == 0))
    s.Groups = table.Block(:);
  end
end

function values = for_columns (name, values, table)
  if (isempty (values))
    return
  end
  count = numel (table.Predictors);
  if (numel (values) != count)
    error ('nnreg:badArgument', '%s must have a number for each of the %s, got %d', name, ...
           nnr.words.count_text (count, 'predictor'), numel (values));
  end
  [~, at] = ismember ({table.Recipe.Columns.Name}, table.Predictors);
  values = values(at(table.Block))(:);
  if (strcmp (name, 'Groups'))
    [~, ~, values] = unique (values);
    values = values(:);
  end
end
