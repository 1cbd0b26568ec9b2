"""A fit with scikit-learn's MLPClassifier or MLPRegressor. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

Its penalty is L2 on all layers, alpha / (2 batch) for the mean cross-entropy and
alpha / batch for the mean squared error; an L1 workload gets the L2 of the same lambda.
"""
import warnings

import sklearn
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

import common


def inputs(data, part):
    x = getattr(data, "x" + part)
    if not data.sparse:
        return x
    index = getattr(data, "index" + part)
    starts = range(0, x.size + 1, x.shape[1])
    return csr_matrix((x.ravel(), index.ravel(), list(starts)), shape=(len(x), data.inputs))


def main():
    warnings.simplefilter("ignore", ConvergenceWarning)  # the epochs are fixed
    spec = common.read_spec()
    data = common.read_data(spec)
    x, xtest = inputs(data, ""), inputs(data, "test")
    lambda_ = 0 if spec.penalty == "none" else spec.lambda_
    kind = MLPClassifier if data.classes else MLPRegressor
    alpha = lambda_ * spec.batch * (2 if data.classes else 1)
    model = kind(hidden_layer_sizes=spec.layers, alpha=alpha, batch_size=spec.batch,
                 max_iter=spec.epochs, n_iter_no_change=spec.epochs + 1,
                 learning_rate_init=spec.rate, epsilon=1e-7, random_state=spec.seed)
    if hasattr(spec, "again"):
        model.fit(x, data.y)  # fit starts anew at each call
    meter = common.Meter()
    model.fit(x, data.y)
    result = meter.stop()
    outputs = model.predict_proba(xtest) if data.classes else model.predict(xtest)
    common.add_quality(result, data, outputs, model.coefs_[0])
    common.report(result, f"scikit-learn {sklearn.__version__}")


if __name__ == "__main__":
    main()
