## Copyright (C) 2026 The nnreg developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Multinomial elastic nets on the digits: compares nnreg with R's glmnet, if it is installed, and
## checks the conditions of optimality.

pkg load nnreg
1;

## Runs R's glmnet on the same samples: a struct with its version, its seconds, and for each lambda
## a column of weights (classes by inputs) and biases; empty if glmnet is not installed.
function theirs = run_glmnet (X, y, alpha, lambda)
  theirs = [];
  if (system ('Rscript -e "library(glmnet)" >/dev/null 2>&1') != 0)
    return;
  end
  folder = tempname ();
  mkdir (folder);
  confirm_recursive_rmdir (false, "local");
  csvwrite (fullfile (folder, "x.csv"), X);
  csvwrite (fullfile (folder, "y.csv"), y);
  file = fopen (fullfile (folder, "run.R"), "w");
  fprintf (file, '%s\n', 'suppressMessages (library (glmnet))', ...
           'X <- as.matrix (read.csv ("x.csv", header = FALSE))', ...
           'y <- factor (read.csv ("y.csv", header = FALSE)[, 1])', ...
           sprintf ('lambda <- c(%s)', sprintf ("%.17g, ", lambda)(1:end - 2)), ...
           'seconds <- system.time (', ...
           '  fit <- glmnet (X, y, family = "multinomial", standardize = FALSE,', ...
           sprintf ('                 alpha = %.17g, lambda = lambda, thresh = 1e-10,', alpha), ...
           '                 maxit = 1e7))[3]', ...
           'theta <- sapply (seq_along (lambda), function (i)', ...
           '  c(sapply (fit$beta, function (b) b[, i]), fit$a0[, i]))', ...
           'write.table (format (theta, digits = 17), "theta.csv", sep = ",", quote = FALSE,', ...
           '             row.names = FALSE, col.names = FALSE)', ...
           'cat (seconds, as.character (packageVersion ("glmnet")))');
  fclose (file);
  before = cd (folder);
  [status, said] = system ('Rscript run.R 2>/dev/null');
  cd (before);
  if (status == 0)
    words = strsplit (strtrim (said));
    theirs = struct ("Seconds", str2double (words{1}), "Version", words{2}, ...
                     "Theta", csvread (fullfile (folder, "theta.csv")));
  end
  rmdir (folder, "s");
end

## The objective of the scores X W' + b', and the largest violation of a condition of optimality.
function [J, worst] = judge (X, y, W, b, lambda1, lambda2)
  Z = X * W.' + b(:).';
  Z = Z - max (Z, [], 2);
  P = exp (Z) ./ sum (exp (Z), 2);
  Y = y == unique (y).';
  J = -mean (log (P(Y))) + lambda1 * sum (abs (W(:))) + lambda2 * sum (W(:) .^ 2);
  g = (P - Y).' * X / rows (X) + 2 * lambda2 * W;
  at_zero = W == 0;
  g(! at_zero) = g(! at_zero) + lambda1 * sign (W(! at_zero));
  g(at_zero) = max (abs (g(at_zero)) - lambda1, 0);
  worst = max (abs (g(:)));
end

[X, y] = nnreg_digits ();
X = X(1:600,:) / 16;
y = y(1:600);
alpha = 0.9;
lambda = [0.06, 0.03, 0.01, 0.003];

theirs = run_glmnet (X, y, alpha, lambda);
if (isempty (theirs))
  printf ("R's glmnet is not installed (on Debian r-cran-glmnet): its columns are left out\n\n");
else
  printf ("glmnet %s took %.2f s for all lambdas\n\n", theirs.Version, ...
          theirs.Seconds);
end
printf ("  lambda  seconds  objective     weights  violation");
if (! isempty (theirs))
  printf ("   glmnet: objective  weights  violation  same support");
end
printf ("\n");
model = [];
for k = 1:numel (lambda)
  began = tic ();
  model = nnreg_fit (X, y, "LayerSizes", [], "Penalty", "elasticnet", "Alpha", alpha, ...
                     "Lambda", lambda(k), "InitialModel", model, "Standardize", false, ...
                     "Verbose", 0);
  seconds = toc (began);
  [W, b] = deal (model.Weights{1}, model.Biases{1});
  penalty = {alpha * lambda(k), (1 - alpha) / 2 * lambda(k)};
  [J, worst] = judge (X, y, W, b, penalty{:});
  printf ("%8.3g  %7.2f  %.10f  %6d    %.1e", lambda(k), seconds, J, nnz (W), worst);
  if (! isempty (theirs))
    V = reshape (theirs.Theta(1:numel (W),k), columns (X), []).';
    [J, worst] = judge (X, y, V, theirs.Theta(numel (W) + 1:end,k), penalty{:});
    printf ("      %.10f  %6d    %.1e   %s", J, nnz (V), worst, ...
            {"no", "yes"}{1 + isequal(V != 0, W != 0)});
  end
  printf ("\n");
end
