"""adelie's grpnet. See linear_common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

Its own cross-validation takes no folds, so this does what it does, with the problem's folds: the
path in each fold, whose samples have the weight 0, and the path on all samples.
"""
import adelie
import numpy as np

import linear_common

TOLERANCES = {"tol": 1e-9, "irls_tol": 1e-9}


def follow(d, x, weights):
    make = adelie.glm.gaussian if d.family == "gaussian" else adelie.glm.binomial
    glm = make(y=d.y.astype(float), weights=weights / weights.sum())
    return adelie.grpnet(x, glm, lmda_path=d.lambdas, early_exit=False, n_threads=1,
                         progress_bar=False, **TOLERANCES)


def solve(d, x):
    x = adelie.matrix.sparse(x, method="naive") if d.sparse else x
    for k in range(1, d.fold.max() + 1):
        follow(d, x, (d.fold != k).astype(float))
    return follow(d, x, np.ones(d.size[0]))


def coefficients(d, _, state):
    return np.asarray(state.intercepts)[:, None], state.betas.toarray()[:, None, :]


if __name__ == "__main__":
    linear_common.run(solve, coefficients, f"adelie {adelie.__version__}")
