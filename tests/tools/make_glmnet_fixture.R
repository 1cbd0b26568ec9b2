#!/usr/bin/env Rscript
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes tests/octave/glmnet_fixture.json: small problems of whole numbers and what glmnet and
# cv.glmnet (4.1-6 wrote the file in the repository) make of them.
#
#     Rscript make_glmnet_fixture.R [FILE]
#
# Needs the packages glmnet and jsonlite. The same versions write the same bytes.

suppressMessages(library(glmnet))
library(jsonlite)

# Neighbouring columns are correlated; some columns lie far from zero or are wider.
make_inputs <- function(n, p) {
  noise <- matrix(rnorm(n * (p + 2)), n)
  X <- noise[, 1:p] + 1.5 * noise[, 2:(p + 1)] + noise[, 3:(p + 2)]
  X <- X %*% diag(rep_len(c(2, 4, 8), p)) + rep(rep_len(c(0, 50, -7), p), each = n)
  round(X)
}

make_sets <- function() {
  set.seed(20260101)
  signal <- function(X, k) scale(X)[, 1:6] %*% matrix(rnorm(6 * k), 6)
  X <- make_inputs(80, 20)
  wide <- make_inputs(40, 100)
  many <- make_inputs(90, 15)
  two <- make_inputs(70, 12)
  list(
    tall = list(X = X, y = round(10 * (signal(X, 1)[, 1] + rnorm(80)) + 100)),
    wide = list(X = wide, y = round(10 * (signal(wide, 1)[, 1] + rnorm(40)))),
    three = list(X = many, y = max.col(signal(many, 3) + matrix(rnorm(270), 90))),
    two = list(X = two, y = 1 + (signal(two, 1)[, 1] + rnorm(70) > 0))
  )
}

solve_with <- function(set, family, alpha, lambda, standardize, ...) {
  args <- list(x = set$X, y = set$y, family = family, alpha = alpha, lambda = lambda,
               standardize = standardize, thresh = 1e-14, maxit = 1e8, ...)
  if (family == "grouped") args$family <- "multinomial"
  if (args$family != "gaussian") args$y <- factor(set$y)
  if (args$family == "multinomial")
    args$type.multinomial <- if (family == "grouped") "grouped" else "ungrouped"
  do.call(glmnet, args)
}

weights_of <- function(fit, i) {
  beta <- if (is.list(fit$beta)) fit$beta else list(fit$beta)
  a0 <- if (is.matrix(fit$a0)) fit$a0[, i] else fit$a0[i]
  list(W = unname(t(sapply(beta, function(b) b[, i]))), b = I(as.numeric(a0)))
}

# The largest lambda of glmnet's own path, then shares of it.
make_cases <- function(name, set, family, alphas, standardize) {
  cases <- list()
  for (alpha in alphas) {
    largest <- solve_with(set, family, alpha, NULL, standardize)$lambda[1]
    lambda <- largest * c(0.5, 0.1, 0.01) * (if (alpha == 0) 1e-2 else 1)
    fit <- solve_with(set, family, alpha, lambda, standardize)
    for (i in seq_along(lambda)) {
      case <- list(set = name, family = family, alpha = alpha, standardize = standardize,
                   lambda_max = largest, lambda = lambda[i])
      cases <- c(cases, list(c(case, weights_of(fit, i))))
    }
  }
  cases
}

# Without an intercept, and with penalty factors (-1 in the file: Inf).
make_option_cases <- function(name, set, family, alpha, standardize) {
  cases <- list()
  factors <- rep_len(c(1, 0, 2, Inf, 0.5, 1, 3), ncol(set$X))
  factors[-(1:7)] <- pmax(factors[-(1:7)], 0.5)
  for (intercept in c(FALSE, TRUE)) {
    options <- if (intercept) list(penalty.factor = factors) else list(intercept = FALSE)
    solve <- function(lambda)
      do.call(solve_with, c(list(set, family, alpha, lambda, standardize), options))
    largest <- solve(NULL)$lambda[1]
    lambda <- largest * 0.1
    case <- list(set = name, family = family, alpha = alpha, standardize = standardize,
                 intercept = intercept, lambda_max = largest, lambda = lambda)
    if (intercept) case$factors <- ifelse(factors == Inf, -1, factors)
    cases <- c(cases, list(c(case, weights_of(solve(lambda), 1))))
  }
  cases
}

# cv.glmnet with weights and folds of unequal sizes. The lambdas are given: without them cv.glmnet
# interpolates between those of each fold.
cross_validate <- function(name, set, family) {
  number <- seq_len(nrow(set$X))
  folds <- c(1, 1, 1, 2, 2, 3, 4)[1 + number %% 7]
  weights <- 1 + (3 * number) %% 4
  y <- if (family == "gaussian") set$y else factor(set$y)
  solve <- function(f, ...)
    f(set$X, y, family = family, weights = weights, thresh = 1e-14, maxit = 1e8, ...)
  lambda <- solve(glmnet)$lambda[1] * 10^-(0:19 / 8)
  fit <- solve(cv.glmnet, lambda = lambda, foldid = folds)
  list(set = name, family = family, folds = folds, weights = weights, lambda = lambda,
       cvm = unname(fit$cvm), cvsd = unname(fit$cvsd), index = fit$index[, 1])
}

main <- function(file) {
  sets <- make_sets()
  all <- list()
  for (plan in list(list("tall", "gaussian", c(1, 0.5, 0)), list("wide", "gaussian", c(1, 0.5, 0)),
                    list("two", "binomial", c(1, 0.5, 0)),
                    list("three", "multinomial", c(1, 0.5, 0)), list("three", "grouped", 1)))
    for (standardize in c(FALSE, TRUE))
      all <- c(all, make_cases(plan[[1]], sets[[plan[[1]]]], plan[[2]], plan[[3]], standardize))
  options <- list()
  for (plan in list(list("tall", "gaussian", 1), list("tall", "gaussian", 0.5),
                    list("wide", "gaussian", 1), list("three", "multinomial", 1)))
    for (standardize in c(FALSE, TRUE))
      options <- c(options, make_option_cases(plan[[1]], sets[[plan[[1]]]], plan[[2]], plan[[3]],
                                              standardize))
  paths <- Map(function(name, family) cross_validate(name, sets[[name]], family),
               c("tall", "two", "three"), c("gaussian", "binomial", "multinomial"))
  text <- toJSON(list(sets = sets, cases = all, options = options, paths = unname(paths)), digits = NA, auto_unbox = TRUE, matrix = "rowmajor")
  writeLines(gsub('},{"set"', '},\n{"set"', text, fixed = TRUE), file)
}

given <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))
main(if (length(given)) given[1] else file.path(here, "..", "octave", "glmnet_fixture.json"))
