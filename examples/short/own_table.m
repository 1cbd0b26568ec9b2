## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## A table as it is, with texts, gaps and an id; saved, and used on the next day's rows.

pkg load nnreg
k = (1:900)';
plans = {"basic"; "gold"; ""};
T = struct ("id", {cellstr(num2str (k, "C%04d"))}, "age", 40 + 20 * sin (k), ...
            "plan", {plans(1 + mod (k, 3))}, "churn", cos (k .^ 2) > 0);
T.age(1:20:end) = NaN;
T.churn = T.churn & T.age > 35 | strcmp (T.plan, "gold");

warning ("off", "nnreg:leftOut");       # it says that id is left out
model = nnreg_fit (T, "churn", "Epochs", 60, "Verbose", 0);
nnreg_export (model, "churn.json");
printf ("accuracy %.2f, of the larger class alone %.2f\n", nnreg_evaluate (model, T).Accuracy, ...
        max (mean (T.churn), 1 - mean (T.churn)));

warning ("off", "nnreg:newLevel");      # it counts "silver", which nobody had
today = struct ("plan", {{"gold"; "silver"}}, "age", [NaN; 21], "shop", {{"A"; "B"}});
churn = nnreg_predict (nnreg_import ("churn.json"), today);
printf ("%d %d\n", churn);
delete ("churn.json");

## Output:
## accuracy 0.83, of the larger class alone 0.53
## 1 0
