## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## House prices in dollars, from the raw table with its gaps and its column of texts to a saved
## model and a price of today. The lines between the marks are all that your own table takes.
##
## The environment variable NNREG_HOUSING_CSV must name the file with the California housing table
## (1990 census, with the column ocean_proximity; CSV, gzipped or not).

pkg load nnreg

file = getenv ('NNREG_HOUSING_CSV');
if (isempty (file))
  fprintf ("This example needs the California housing table: NNREG_HOUSING_CSV must name it.\n");
  return;
end

## ---------------------------------------------------------------- From here --
T = nnreg_readtable (file);
[train, test] = nnreg_split (T, 'median_house_value', 'HoldOut', 0.2);
model = nnreg_fit (train, 'median_house_value', 'Task', 'regression', 'LayerSizes', [64 64], ...
                   'Epochs', 60, 'ValidationFraction', 0.1, 'Verbose', 1);
fprintf ("\nOn the test houses, in dollars:\n");
nnreg_evaluate (model, test)
nnreg_export (model, 'prices.json');

today = struct ('longitude', -122.3, 'latitude', 37.8, 'ocean_proximity', {{'NEAR BAY'}}, ...
                'housing_median_age', 30, 'total_rooms', 2000, 'total_bedrooms', NaN, ...
                'population', 900, 'households', 400, 'median_income', 5);    # another day
fprintf ("\nA block of today: %.0f dollars\n", nnreg_predict (nnreg_import ('prices.json'), today));
## ------------------------------------------------------------------ To here --
delete ('prices.json');

linear = nnreg_fit (train, 'median_house_value', 'Task', 'regression', 'LayerSizes', [], ...
                    'Penalty', 'l2', 'Lambda', 1e-6, 'Verbose', 0);
price = test.median_house_value;
fprintf ("\nAlways the mean price: RMSE %.0f\n", ...
         sqrt (mean ((price - mean (train.median_house_value)) .^ 2)));
fprintf ("Linear regression:     RMSE %.0f\n", nnreg_evaluate (linear, test).RMSE);
