# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""nnreg as estimators of scikit-learn, for its checks of estimators.

These classes only translate: the names of options, types of data, labels as a cellstr and back.
They refuse what Octave has no word for, such as text or one dimension as X. Everything else is up
to nnreg: NaN, labels, weights, the numbers of rows. Nothing that nnreg returns is changed.
"""
import numpy as np
from scipy import sparse
from sklearn.base import BaseEstimator, ClassifierMixin, RegressorMixin
from sklearn.utils import check_array, column_or_1d
from sklearn.utils.multiclass import type_of_target
from sklearn.utils.validation import check_is_fitted, validate_data

from octave import server, to_cell

# Parameters of the constructors and the options that they are. None leaves an option out.
OPTIONS = {
    "layer_sizes": "LayerSizes",
    "activations": "Activations",
    "penalty": "Penalty",
    "lam": "Lambda",
    "alpha": "Alpha",
    "solver": "Solver",
    "tol": "Tolerance",
    "max_iter": "Epochs",
    "batch_size": "BatchSize",
    "learn_rate": "LearnRate",
    "standardize": "Standardize",
    "precision": "Precision",
    "random_state": "Seed",
}


class Nnreg(BaseEstimator):
    """What both tasks share."""

    def __init__(self, layer_sizes=None, activations=None, penalty=None, lam=None, alpha=None,
                 solver=None, tol=None, max_iter=None, batch_size=None, learn_rate=None,
                 standardize=None, precision=None, random_state=None):
        self.layer_sizes = layer_sizes
        self.activations = activations
        self.penalty = penalty
        self.lam = lam
        self.alpha = alpha
        self.solver = solver
        self.tol = tol
        self.max_iter = max_iter
        self.batch_size = batch_size
        self.learn_rate = learn_rate
        self.standardize = standardize
        self.precision = precision
        self.random_state = random_state

    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.input_tags.sparse = True
        return tags

    def _matrix(self, X, fitting):
        """X as Octave can have it; a sparse matrix of Octave is of doubles, by columns."""
        X = validate_data(self, X, reset=fitting, accept_sparse="csc", accept_large_sparse=True,
                          ensure_all_finite=False)
        return X.astype(float) if sparse.issparse(X) else X

    def _fit(self, X, y, **options):
        for name, option in OPTIONS.items():
            value = getattr(self, name)
            if value is not None:
                options[option] = value
        options["Verbose"] = 0
        X = self._matrix(X, fitting=True)
        self.model_, classes, self.n_iter_ = server().fit(X, y, options)
        return classes

    def _predict(self, X):
        check_is_fitted(self)
        return server().predict(self.model_, self._matrix(X, fitting=False))


def weights_option(sample_weight):
    return {} if sample_weight is None else {"Weights": np.asarray(sample_weight)}


class NnregClassifier(ClassifierMixin, Nnreg):
    def __init__(self, layer_sizes=None, activations=None, penalty=None, lam=None, alpha=None,
                 solver=None, tol=None, max_iter=None, batch_size=None, learn_rate=None,
                 standardize=None, precision=None, random_state=None, class_weight=None):
        super().__init__(layer_sizes, activations, penalty, lam, alpha, solver, tol, max_iter,
                         batch_size, learn_rate, standardize, precision, random_state)
        self.class_weight = class_weight

    def fit(self, X, y, sample_weight=None):
        if y is None:
            raise ValueError("requires y to be passed, but the target y is None")
        y = column_or_1d(y, warn=True)
        texts = y.dtype.kind in "OU"
        if y.dtype.kind == "O":
            type_of_target(y, raise_unknown=True)  # objects other than texts
        options = weights_option(sample_weight)
        if isinstance(self.class_weight, str):
            options["ClassWeights"] = self.class_weight
        elif self.class_weight is not None:
            options["ClassWeights"] = [self.class_weight.get(c, 1) for c in np.unique(y)]
        classes = self._fit(X, to_cell(y) if texts else y, **options)
        self._label_type = y.dtype
        self.classes_ = self._labels(classes)
        return self

    def _labels(self, column):
        """Labels of nnreg in the type of y: Octave's texts are a cell, its logicals bytes."""
        values = column.ravel()
        if self._label_type.kind in "OU":
            values = [text.item() for text in values]
        return np.array(values, dtype=self._label_type)

    def predict(self, X):
        return self._labels(self._predict(X)[0])

    def predict_proba(self, X):
        return self._predict(X)[1]


class NnregRegressor(RegressorMixin, Nnreg):
    def __sklearn_tags__(self):
        tags = super().__sklearn_tags__()
        tags.target_tags.multi_output = True
        return tags

    def fit(self, X, y, sample_weight=None):
        if y is None:
            raise ValueError("requires y to be passed, but the target y is None")
        y = check_array(y, ensure_2d=False, ensure_all_finite=False, ensure_min_samples=0)
        self._fit(X, y, Task="regression", **weights_option(sample_weight))
        self._one_dimension = y.ndim == 1
        return self

    def predict(self, X):
        values = self._predict(X)[0]
        return values.ravel() if self._one_dimension else values
