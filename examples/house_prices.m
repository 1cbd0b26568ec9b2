## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## House prices: a regression with an L2 penalty, in raw dollars.
##
## Needs the California housing table (1990 census, the form with ocean_proximity, CSV,
## gzipped or not); the environment variable NNREG_HOUSING_CSV names the file.

pkg load nnreg

1;

## Columns of numbers with empty places filled by the median, then a column for each
## kind of ocean_proximity; and the prices.
function [X, y, names] = read_housing (file)
  folder = tempname ();
  if (! isempty (regexp (file, '\.gz$', 'once')))
    mkdir (folder);
    copyfile (file, folder);
    file = gunzip (fullfile (folder, '*.gz'), folder){1};
  end
  fid = fopen (file);
  names = strsplit (strtrim (fgetl (fid)), ',');
  columns_of = textscan (fid, '%f %f %f %f %f %f %f %f %f %s', 'Delimiter', ',', ...
                         'EmptyValue', NaN);
  fclose (fid);
  if (exist (folder, 'dir'))
    confirm_recursive_rmdir (false, 'local');
    rmdir (folder, 's');
  end
  X = horzcat (columns_of{1:8});
  for j = 1:columns (X)
    missing = isnan (X(:,j));
    X(missing,j) = median (X(! missing,j));
  end
  [kinds, ~, kind] = unique (columns_of{10});
  X = [X, kind == 1:numel(kinds)];
  names = [names(1:8), kinds.'];
  y = columns_of{9};
end

file = getenv ('NNREG_HOUSING_CSV');
if (isempty (file))
  fprintf ("Set NNREG_HOUSING_CSV to the California housing table to see this example.\n");
  return;
end

[X, y] = read_housing (file);
test = mod ((1:rows (X)).', 5) == 0;

model = nnreg_fit (X(! test,:), y(! test), 'Task', 'regression', 'LayerSizes', [64 64], ...
                   'Penalty', 'l2', 'Lambda', 1e-4, 'Standardize', true, 'Epochs', 20, ...
                   'ValidationFraction', 0.1, 'Verbose', 1);
fprintf ("\nOn the houses left out, in dollars:\n");
nnreg_evaluate (model, X(test,:), y(test))

mean_price = mean (y(! test));
fprintf ("\nGuessing the mean price: RMSE %.0f\n", sqrt (mean ((y(test) - mean_price) .^ 2)));
linear = [ones(nnz (! test), 1), X(! test,1:end - 1)] \ y(! test);
off = [ones(nnz (test), 1), X(test,1:end - 1)] * linear - y(test);
fprintf ("Linear regression:       RMSE %.0f\n", sqrt (mean (off .^ 2)));
