# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""run.py [WORD]: scikit-learn's checks of estimators, for nnreg. A line of TAP for each check.

With a WORD only the checks that have it in their line are run, and faults are shown with a trace.
"""
import sys
import time
import traceback
import warnings
from functools import partial

from adapter import NnregClassifier, NnregRegressor
from sklearn.exceptions import SkipTestWarning
from sklearn.utils.estimator_checks import SkipTest, estimator_checks_generator

ESTIMATORS = {
    "linear classifier": NnregClassifier(layer_sizes=()),
    "l2 classifier": NnregClassifier(layer_sizes=(), penalty="l2", lam=1e-3),
    "linear regressor": NnregRegressor(layer_sizes=()),
    "lasso": NnregRegressor(layer_sizes=(), penalty="l1", lam=1e-2),
    "network classifier": NnregClassifier(layer_sizes=10, max_iter=200, learn_rate=1e-2),
    "network regressor": NnregRegressor(layer_sizes=10, max_iter=200, learn_rate=1e-2),
}
CANNOT = {}


def title(label, check):
    """The check's name with what distinguishes it from the others of this name."""
    words = []
    while isinstance(check, partial):
        words += [f"{name}={value}" for name, value in check.keywords.items()]
        check = check.func
    return ", ".join([f"{label}: {check.__name__}", *words])


def run(check, estimator):
    """What a line of TAP says before and after the name; a trace if there is one."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            check(estimator)
    except SkipTest as err:
        return "ok", f" # skip {err}", ""
    except Exception:
        return "not ok", "", traceback.format_exc()
    return "ok", "", ""


def main():
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    count = failed = 0
    for label, estimator in ESTIMATORS.items():
        for instance, check in estimator_checks_generator(estimator):
            name = title(label, check)
            if wanted not in name:
                continue
            count += 1
            began = time.monotonic()
            status, note, trace = run(check, instance)
            failed += status != "ok"
            if trace:
                print(trace if wanted else trace.splitlines()[-1])
            print(f"{status} {count} - {name}{note} ({time.monotonic() - began:.2f} s)", flush=True)
    print(f"1..{count}")
    return failed > 0


sys.exit(main())
