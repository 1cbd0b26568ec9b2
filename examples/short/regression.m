## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## A regression in dollars: nnreg scales inputs and responses.

pkg load nnreg
k = (1:500)';
rooms = 5 + 3 * sin (k);
income = 60000 + 20000 * cos (3 * k);           # dollars a year
price = 1e5 + 2e4 * rooms + 1.5 * income .* (rooms > 5);

model = nnreg_fit ([rooms, income], price, "Task", "regression", "LayerSizes", 32, ...
                   "Standardize", true, "Epochs", 300, "BatchSize", 32, "LearnRate", 0.01, ...
                   "Verbose", 0);
m = nnreg_evaluate (model, [rooms, income], price);
printf ("R2 %.3f\n", m.R2);
printf ("prices vary by %.0f dollars, their predictions miss by less than a sixth: %d\n", ...
        std (price), m.RMSE < std (price) / 6);

## Output:
## R2 0.975
## prices vary by 86641 dollars, their predictions miss by less than a sixth: 1
