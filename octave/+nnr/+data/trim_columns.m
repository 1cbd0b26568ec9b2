## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## [columns, units] = nnr.data.trim_columns (columns, wanted, format, options)
##
## Reads those WANTED of the columns of texts as numbers that are numbers with a unit
## (nnr.data.unit_of). COLUMNS is a struct with Values, Levels, Kinds and Gaps, as
## nnr.data.read_table has them. UNITS has the unit of each column that became numbers, else ''.

function [columns, units] = trim_columns (columns, wanted, format, options)
  units = repmat ({''}, size (columns.Kinds));
  for j = find (wanted)(:).'
    [unit, ~, texts] = nnr.data.unit_of (columns.Levels{j}, format.Decimal);
    numbers = [];
    if (! isempty (unit))
      numbers = numbers_of (texts, format, options);
    end
    if (! isempty (numbers))
      all_numbers = [NaN; numbers];
      columns.Values{j} = all_numbers(columns.Values{j});
      columns.Kinds(j) = 0;
      columns.Gaps(j) = nnz (isnan (columns.Values{j}));
      units{j} = unit;
    end
  end
end

## By the rules that hold for all numbers and gaps; [] if a text is neither.
function numbers = numbers_of (texts, format, options)
  given = {'ReadVariableNames', true, 'VariableTypes', {'x', 'number'}, ...
           'DecimalSeparator', format.Decimal, 'ThousandsSeparator', format.Thousands, ...
           'TreatAsMissing', options.TreatAsMissing, 'DefaultMissing', options.DefaultMissing};
  try
    T = nnr.data.read_table ([{'x'}; texts(:)], nnr.data.table_options (given));
    numbers = T.x;
  catch err
    if (! strcmp (err.identifier, 'nnreg:badFile'))
      rethrow (err);
    end
    numbers = [];
  end
end
