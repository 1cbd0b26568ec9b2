# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py [WORD]: scikit-learn's checks of estimators for nnreg, a line of TAP for each.

With a WORD only the checks are run whose line has it, and a failure is shown with its trace.
"""
import sys
import traceback
import warnings
from functools import partial

import numpy as np
from adapter import NnregClassifier, NnregRegressor
from octave import server
from scipy import sparse
from sklearn.utils.estimator_checks import SkipTest, estimator_checks_generator

LINEAR = {"layer_sizes": ()}
# Batches in single precision, as users train, with steps enough for the checks of accuracy.
BATCHES = {"layer_sizes": 10, "max_iter": 100, "batch_size": 8, "learn_rate": 1e-2}
# All rows in each step, in double precision: weights are exact.
WHOLE = BATCHES | {"batch_size": 1000, "precision": "double"}
# At a minimum, which does not depend on rounding. Without a penalty it would separate classes of
# weight 1e-7 too; a check of class weights asks that it does not.
SMOOTH = {"layer_sizes": 10, "max_iter": 200, "activations": "tanh", "solver": "fista",
          "penalty": "l2", "lam": 1e-2, "tol": 1e-10}

ESTIMATORS = {
    "logistic": NnregClassifier(**LINEAR),
    "logistic l1": NnregClassifier(**LINEAR, penalty="l1", lam=1e-3, tol=1e-10),
    "logistic l2": NnregClassifier(**LINEAR, penalty="l2", lam=1e-3),
    "least squares": NnregRegressor(**LINEAR),
    "ridge": NnregRegressor(**LINEAR, penalty="l2", lam=1e-2),
    "lasso": NnregRegressor(**LINEAR, penalty="l1", lam=1e-2, tol=1e-10),
    "linear group": NnregRegressor(**LINEAR, penalty="group", lam=1e-2, tol=1e-10),
    "network classifier, batches": NnregClassifier(**BATCHES),
    "network regressor, batches": NnregRegressor(**BATCHES),
    "network classifier, all rows": NnregClassifier(**WHOLE),
    "network regressor, all rows": NnregRegressor(**WHOLE),
    "network classifier, fista": NnregClassifier(**SMOOTH),
    "network regressor, fista": NnregRegressor(**SMOOTH),
}

# What an estimator cannot satisfy, and why. That these checks fail is tested.
CANNOT = {
    f"{label}, batches: check_sample_weight_equivalence_on_{data}_data":
    "a row that is there twice is in other batches than a row of weight 2, so the steps differ"
    for label in ("network classifier", "network regressor") for data in ("dense", "sparse")
}


def check_types():
    """X arrives in its type and with its values; Octave's sparse matrices are of doubles."""
    for X, kind in ((np.eye(3), "double"), (np.eye(3, dtype="float32"), "single"),
                    (np.eye(3, dtype="uint8"), "uint8"), (np.eye(3, dtype="int64"), "int64"),
                    (np.eye(3, dtype=bool), "logical"), (sparse.eye_array(3), "sparse double"),
                    (sparse.eye_array(3, dtype="float32", format="csr"), "sparse double")):
        reply = server().ask(call="echo", X=NnregClassifier()._matrix(X, fitting=True))
        assert reply["kind"].item() == kind, reply["kind"]
        assert (reply["X"] != X).sum() == 0


def all_checks():
    yield "adapter: check_types", check_types
    for label, estimator in ESTIMATORS.items():
        for instance, check in estimator_checks_generator(estimator):
            yield f"{label}: {describe(check)}", partial(check, instance)


def describe(check):
    """The name of a check with the keywords that distinguish it from its like."""
    words = []
    while isinstance(check, partial):
        words += [f"{name}={value}" for name, value in check.keywords.items()]
        check = check.func
    return ", ".join([check.__name__, *words])


def run(check):
    """The exception of a check, None if it passes."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            check()
    except Exception as err:
        return err
    return None


def judge(name, err):
    """Whether this is what is expected of a check, and a note for its line."""
    if isinstance(err, SkipTest):
        return True, f" # skip {err}"
    if name in CANNOT:
        return isinstance(err, AssertionError), f" (must fail: {CANNOT[name]})"
    return err is None, ""


def main():
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    count, failed = 0, 0
    for name, check in all_checks():
        if word not in name:
            continue
        err = run(check)
        expected, note = judge(name, err)
        if not expected:
            print(*traceback.format_exception(err) if word else [f"{type(err).__name__}: {err}"])
        count, failed = count + 1, failed + (not expected)
        print(f"{'ok' if expected else 'not ok'} {count} - {name}{note}", flush=True)
    print(f"1..{count}")
    return failed > 0


sys.exit(main())
