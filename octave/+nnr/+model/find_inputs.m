## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## inputs = nnr.model.find_inputs (model, names, numbers)
##
## One or two inputs of a MODEL by NAMES (a text, a cellstr, or numbers): a struct array with Name,
## Columns (the columns of an X whose columns are NUMBERS of the whole one) and Recipe, what is
## known of a column of a table ([] of a matrix). Of a table all columns of X that come from a
## column of it are one input.

function inputs = find_inputs (model, names, numbers)
  [all_names, recipe] = deal (model.FeatureNames, []);
  [~, count] = nnr.model.inputs (model);
  block = 1:count;
  if (isfield (model, 'Preparation'))
    recipe = model.Preparation.Columns;
    all_names = {recipe.Name};
    block = nnr.table.layout (model.Preparation);
  end
  at = places (names, all_names, max (block));
  for d = 1:numel (at)
    k = at(d);
    columns_of = find (block(numbers) == k);
    if (isempty (columns_of))
      error ('nnreg:badArgument', 'column %d is not among those that MODEL reads', k);
    end
    input = struct ('Name', sprintf ('column %d', k), 'Columns', columns_of, 'Recipe', []);
    if (! isempty (all_names))
      input.Name = all_names{k};
    end
    if (! isempty (recipe))
      input.Recipe = recipe(k);
    end
    inputs(d) = input;
  end
end

function at = places (names, all_names, count)
  if (isnumeric (names) && isreal (names) && any (numel (names) == [1, 2]) ...
      && all (names == fix (names) & names >= 1 & names <= count))
    at = double (names(:).');
  elseif (isnumeric (names))
    error ('nnreg:badArgument', ['the inputs must be one or two column numbers up to %d, or ' ...
                                 'names, got %s'], count, nnr.words.show_value (names));
  elseif (isempty (all_names))
    error ('nnreg:badArgument', ['the inputs of MODEL have no names, since none were given by ' ...
                                 '"FeatureNames": give column numbers up to %d, got %s'], ...
           count, nnr.words.show_value (names));
  else
    at = nnr.table.find_columns (struct ('Names', {all_names}), names, 'the inputs');
  end
  if (! (any (numel (at) == [1, 2]) && numel (unique (at)) == numel (at)))
    error ('nnreg:badArgument', 'give one input or two different ones, got %s', ...
           nnr.words.show_value (names));
  end
end
