"""Lasso and SparseLogisticRegression of skglm. See linear_common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

Its own cross-validation takes no folds, so this follows the path in each fold and on all samples.
A small problem first makes numba compile, which is not timed.
"""
import numpy as np
import skglm
from skglm.datafits import Quadratic
from skglm.penalties import L1
from skglm.solvers import AndersonCD

import linear_common

TOLERANCE = 1e-5


def follow(d, x, y):
    """Intercepts and weights by lambda."""
    if d.family == "gaussian":
        solver = AndersonCD(tol=TOLERANCE, fit_intercept=True, max_epochs=50000)
        _, coefs, *_ = solver.path(x, y, Quadratic(), L1(1.0), d.lambdas)
        return coefs[-1:].T, coefs[:-1].T[:, None, :]
    model = skglm.SparseLogisticRegression(tol=TOLERANCE, warm_start=True)
    intercepts, weights = [], []
    for lam in d.lambdas:
        model.alpha = lam
        model.fit(x, y)
        intercepts.append([float(np.squeeze(model.intercept_))])
        weights.append(model.coef_.copy())
    return np.array(intercepts), np.array(weights)


def solve(d, x):
    for rows, _ in linear_common.splits(d):
        follow(d, x[rows], d.y[rows])
    return follow(d, x, d.y)


def compile_first(d, x):
    lambdas, d.lambdas = d.lambdas, d.lambdas[:2]
    follow(d, x[:100], d.y[:100])
    d.lambdas = lambdas


if __name__ == "__main__":
    linear_common.run(solve, lambda d, x, result: result, f"skglm {skglm.__version__}",
                      compile_first)
