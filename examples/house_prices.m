## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## House prices: a regression with an L2 penalty, in dollars.
##
## The environment variable NNREG_HOUSING_CSV must name the file with the California housing table
## (1990 census, with the column ocean_proximity; CSV, gzipped or not).

pkg load nnreg

1;

## X has the columns of numbers, gaps filled with the median, then a column for each value of
## ocean_proximity. y has the prices.
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
  fprintf ("This example needs the California housing table: NNREG_HOUSING_CSV must name it.\n");
  return;
end

[X, y] = read_housing (file);
test = mod ((1:rows (X)).', 5) == 0;

model = nnreg_fit (X(! test,:), y(! test), 'Task', 'regression', 'LayerSizes', [64 64], ...
                   'Penalty', 'l2', 'Lambda', 1e-4, 'Standardize', true, 'Epochs', 20, ...
                   'ValidationFraction', 0.1, 'Verbose', 1);
fprintf ("\nOn the test houses, in dollars:\n");
nnreg_evaluate (model, X(test,:), y(test))

mean_price = mean (y(! test));
fprintf ("\nAlways the mean price: RMSE %.0f\n", sqrt (mean ((y(test) - mean_price) .^ 2)));
linear = [ones(nnz (! test), 1), X(! test,1:end - 1)] \ y(! test);
off = [ones(nnz (test), 1), X(test,1:end - 1)] * linear - y(test);
fprintf ("Linear regression:     RMSE %.0f\n", sqrt (mean (off .^ 2)));
