"""A fit with scikit-learn's networks by L-BFGS, as MATLAB's fitcnet does it. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

It goes on until the gradient is small, for at most spec.iterations steps of all samples, or 1000 as
in fitcnet; the workload's epochs, batches and learning rate have no meaning here. The L2 penalty is
on all layers, alpha / (2 N) for the mean cross-entropy and alpha / N for the mean squared error.
"""
import warnings

import sklearn
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier, MLPRegressor

import common
from sklearn_mlp import inputs


def main():
    warnings.simplefilter("ignore", ConvergenceWarning)  # the limit of iterations is fixed
    spec = common.read_spec()
    data = common.read_data(spec)
    x, xtest = inputs(data, ""), inputs(data, "test")
    lambda_ = 0 if spec.penalty == "none" else spec.lambda_
    kind = MLPClassifier if data.classes else MLPRegressor
    limit = getattr(spec, "iterations", 1000)
    model = kind(hidden_layer_sizes=spec.layers, solver="lbfgs", tol=1e-6, max_iter=limit,
                 alpha=lambda_ * len(x) * (2 if data.classes else 1), max_fun=20 * limit,
                 random_state=spec.seed)
    meter = common.Meter()
    model.fit(x, data.y)
    result = meter.stop()
    outputs = model.predict_proba(xtest) if data.classes else model.predict(xtest)
    common.add_quality(result, data, outputs, model.coefs_[0])
    common.report(result, f"scikit-learn {sklearn.__version__}, L-BFGS, {model.n_iter_} iterations")


if __name__ == "__main__":
    main()
