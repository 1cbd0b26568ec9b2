## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Which customers will leave: from a CSV file with texts and gaps to a model that finds four of
## five who leave, and to the next day's rows. The lines between the marks are all that your own
## table takes; what is above them writes a table to try them on.

pkg load nnreg

1;

## Writes a table of N customers; without the column churn if it is not KNOWN.
function write_table (file, n, known, seed)
  rand ("twister", seed);
  contracts = {"month", "year", "two years", ""};
  pick = 1 + (rand (n, 1) > 0.5) + (rand (n, 1) > 0.7) + (rand (n, 1) > 0.97);
  tenure = floor (72 * rand (n, 1) .^ 2);
  charge = round (2000 + 9000 * rand (n, 1)) / 100;
  p = 1 ./ (1 + exp (2.2 + 0.06 * tenure - 0.02 * charge - 1.4 * (pick == 1)));
  words = {"no", "yes"};
  churn = words(1 + (rand (n, 1) < p));
  fid = fopen (file, "w");
  fputs (fid, ["customer;tenure;contract;monthly charge", repmat(";churn", 1, known), "\n"]);
  for i = 1:n
    price = strrep (sprintf ("%.2f", charge(i)), ".", ",");
    if (rand () < 0.05)
      price = "";
    end
    fprintf (fid, "C%05d;%d;%s;%s%s\n", i, tenure(i), contracts{pick(i)}, price, ...
             repmat ([";", churn{i}], 1, known));
  end
  fclose (fid);
end

write_table ("churn.csv", 2600, true, 1);
write_table ("today.csv", 5, false, 2);

## ---------------------------------------------------------------- From here --
T = nnreg_readtable ("churn.csv");
[train, test] = nnreg_split (T, "churn", "HoldOut", 0.2);
r = nnreg_gridsearch (train, "churn", {"Lambda", [1e-3, 1e-2]}, "Penalty", "l1", ...
                      "LayerSizes", 16, "Epochs", 40, "Score", "AUC", "Verbose", 0);
model = nnreg_threshold (r, "Recall", 0.8);
nnreg_evaluate (model, test)
nnreg_export (model, "churn.json");

today = nnreg_readtable ("today.csv");          # another day
[churn, scores] = nnreg_predict (nnreg_import ("churn.json"), today);
for i = 1:5
  printf ("%s %s %.2f\n", today.customer{i}, churn{i}, scores(i,2));
end
## ------------------------------------------------------------------ To here --

cellfun (@delete, {"churn.csv", "today.csv", "churn.json"});
