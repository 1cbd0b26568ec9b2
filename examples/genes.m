## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Which genes matter: 80 samples of 3000 genes, of which five decide. The lines between the marks
## are all that your own table takes; what is above them writes a table to try them on.

pkg load nnreg

1;

## Writes a table of N samples with 3000 genes; without the response if it is not KNOWN.
function write_table (file, n, known, seed)
  randn ("twister", seed);
  X = randn (n, 3000) + 0.5 * randn (n, 1);
  response = X(:,1:5) * [2; -2; 1.5; -1.5; 1] + 0.5 * randn (n, 1);
  X(3,7) = NaN;
  fid = fopen (file, "w");
  fprintf (fid, "gene%d,", 1:2999);
  fprintf (fid, "gene3000%s\n", repmat (",response", 1, known));
  rows = X;
  if (known)
    rows = [X, response];
  end
  for i = 1:n
    line = sprintf (",%.4g", rows(i,:));
    fprintf (fid, "%s\n", strrep (line(2:end), "NaN", "NA"));
  end
  fclose (fid);
end

write_table ("genes.csv", 80, true, 1);
write_table ("new_genes.csv", 4, false, 2);

## ---------------------------------------------------------------- From here --
T = nnreg_readtable ("genes.csv");
r = nnreg_path (T, "response", "Task", "regression", "LayerSizes", [], "Verbose", 0);
c = nnreg_coef (r.Model1SE);
live = find (c.Coefficients);
for j = live.'
  printf ("%-8s %6.2f\n", c.Names{j}, c.Coefficients(j));
end
printf ("cross-validated RMSE %.2f, of the mean alone %.2f\n", ...
        r.CVRMSE(r.Index1SE), std (T.response));
nnreg_export (r.Model1SE, "genes.json");
new = nnreg_readtable ("new_genes.csv");        # another day
printf ("%.1f\n", nnreg_predict (nnreg_import ("genes.json"), new));
## ------------------------------------------------------------------ To here --

cellfun (@delete, {"genes.csv", "new_genes.csv", "genes.json"});
