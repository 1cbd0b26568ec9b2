# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# linear_glmnet.R FOLDER lambdas: writes the lambdas that glmnet chooses for the problem in FOLDER
# (tests/bench/linear_data.m) to lambda.bin, the largest first.
#
# linear_glmnet.R FOLDER OUT BUDGET KIND: runs cv.glmnet on these folds, as
# tests/bench/linear_nnreg.m does. KIND is "given" (these lambdas), "own" (as users call it: the
# same lambdas for all samples, but the path of a fold has lambdas of its own and stops early) or
# "tight" (as "given", but with thresh 1e-13, for more classes 1e-10, in place of 1e-7).

suppressMessages (library (glmnet))

read_array <- function (folder, name, what, size) {
  file <- file.path (folder, paste0 (name, ".bin"))
  readBin (file, what, file.size (file) / size, size)
}

read_problem <- function (folder) {
  lines <- read.table (file.path (folder, "meta.txt"), colClasses = "character")
  meta <- setNames (as.list (lines[, 2]), lines[, 1])
  size <- as.integer (c (meta$rows, meta$inputs))
  x <- read_array (folder, "x", "double", 8)
  if (meta$sparse == "1") {
    x <- new ("dgCMatrix", i = read_array (folder, "row", "integer", 4),
              p = read_array (folder, "start", "integer", 4), x = x, Dim = size)
  } else {
    dim (x) <- size
  }
  y <- read_array (folder, "y", "double", 8)
  if (meta$family != "gaussian") y <- factor (y, levels = seq_len (as.integer (meta$classes)))
  list (x = x, y = y, family = meta$family, fold = read_array (folder, "fold", "integer", 4))
}

# (1 + D)-by-K for each lambda.
write_coefficients <- function (out, fit, count) {
  file <- file (out, "wb")
  for (l in seq_len (count)) {
    beta <- if (is.list (fit$beta)) fit$beta else list (fit$beta)
    intercepts <- matrix (fit$a0, ncol = length (fit$lambda))
    for (k in seq_along (beta))
      writeBin (c (intercepts[k, l], as.vector (beta[[k]][, l])), file)
  }
  close (file)
}

write_lambdas <- function (d, folder) {
  fit <- glmnet (d$x, d$y, family = d$family, thresh = 1e-7)
  writeBin (fit$lambda, file.path (folder, "lambda.bin"))
  cat (sprintf ('{"lambda_max": %.17g}\n', fit$lambda[1]))
}

run <- function (d, folder, out, budget, kind) {
  lambda <- if (kind != "own") read_array (folder, "lambda", "double", 8)
  tight <- if (d$family == "multinomial") 1e-10 else 1e-13  # less would take minutes
  thresh <- if (kind == "tight") tight else 1e-7
  seconds <- c ()
  while (sum (seconds) < budget && length (seconds) < 5) {
    began <- Sys.time ()
    r <- cv.glmnet (d$x, d$y, family = d$family, lambda = lambda, foldid = d$fold,
                    type.measure = "deviance", thresh = thresh, maxit = 1e7)
    seconds <- c (seconds, as.numeric (difftime (Sys.time (), began, units = "secs")))
  }
  fit <- r$glmnet.fit
  write_coefficients (out, fit, length (fit$lambda))
  cat (sprintf ('{"seconds": [%s], "points": %d, "lambda_min": %.17g, "lambda_1se": %.17g, ',
                paste (sprintf ("%.6f", seconds), collapse = ", "), length (fit$lambda),
                r$lambda.min, r$lambda.1se),
       sprintf ('"about": "cv.glmnet %s on R %s, thresh %g"}\n', packageVersion ("glmnet"),
                getRversion (), thresh),
       sep = "")
}

args <- commandArgs (TRUE)
d <- read_problem (args[1])
if (args[2] == "lambdas") {
  write_lambdas (d, args[1])
} else {
  run (d, args[1], args[2], as.numeric (args[3]), args[4])
}
