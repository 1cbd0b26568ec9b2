"""LassoCV and LogisticRegressionCV (l1, saga) of scikit-learn. See linear_common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

They follow the path in each fold, and then train one model on all samples. The path of all samples,
which is judged, is not timed. C times the sum of the losses is their data loss, so a fold has a
lambda 5/4 times as large.
"""
import numpy as np
import sklearn
from sklearn.linear_model import LassoCV, LogisticRegression, LogisticRegressionCV, lasso_path

import linear_common

LASSO = {"tol": 1e-5, "max_iter": 100000}
LOGISTIC = {"solver": "saga", "tol": 1e-4, "max_iter": 1000, "random_state": 0}


def solve(d, x):
    if d.family == "gaussian":
        return LassoCV(alphas=d.lambdas, cv=linear_common.splits(d), n_jobs=1, **LASSO).fit(x, d.y)
    cs = 1 / (d.size[0] * d.lambdas)
    return LogisticRegressionCV(Cs=cs, l1_ratios=(1,), cv=linear_common.splits(d), n_jobs=1,
                                scoring="neg_log_loss", use_legacy_attributes=False,
                                **LOGISTIC).fit(x, d.y)


def coefficients(d, x, _):
    if d.family == "gaussian":
        _, weights, _ = lasso_path(x, d.y - d.y.mean(), alphas=d.lambdas, **LASSO)
        return np.full((len(d.lambdas), 1), d.y.mean()), weights.T[:, None, :]
    model = LogisticRegression(l1_ratio=1, warm_start=True, **LOGISTIC)
    intercepts, weights = [], []
    for lam in d.lambdas:
        model.set_params(C=1 / (d.size[0] * lam)).fit(x, d.y)
        intercepts.append(model.intercept_.copy())
        weights.append(model.coef_.copy())
    return np.array(intercepts), np.array(weights)


if __name__ == "__main__":
    linear_common.run(solve, coefficients, f"scikit-learn {sklearn.__version__}")
