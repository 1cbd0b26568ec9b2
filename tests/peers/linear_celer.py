"""LassoCV of celer. See linear_common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

It follows the path in each fold, and then trains one model on all samples. The path of all samples,
which is judged, is not timed.
"""
import celer
import numpy as np

import linear_common

TOLERANCE = 1e-6


def solve(d, x):
    return celer.LassoCV(alphas=d.lambdas, cv=linear_common.splits(d), n_jobs=1,
                         tol=TOLERANCE).fit(x, d.y)


def coefficients(d, x, _):
    _, weights, _ = celer.celer_path(x, d.y - d.y.mean(), "lasso", alphas=d.lambdas, tol=TOLERANCE)
    return np.full((len(d.lambdas), 1), d.y.mean()), weights.T[:, None, :]


if __name__ == "__main__":
    linear_common.run(solve, coefficients, f"celer {celer.__version__}")
