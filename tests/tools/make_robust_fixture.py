#!/usr/bin/env python3
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/octave/robust_fixture.json: a small table with wild responses, and what R's rlm (MASS
7.3), statsmodels' RLM and scikit-learn's HuberRegressor make of it.

    python3 make_robust_fixture.py [FILE]

Needs numpy, scikit-learn, statsmodels, and Rscript with the package MASS."""
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
import statsmodels.api as sm
from sklearn.linear_model import HuberRegressor

R_PROGRAM = """
d <- read.csv(commandArgs(TRUE)[1], header = FALSE)
m <- MASS::rlm(V5 ~ ., d, acc = 1e-12, maxit = 1000)
cat(format(c(coef(m), m$s), digits = 15))
"""


def table():
    random = np.random.default_rng(11)
    X = np.round(random.normal(size=(60, 4)) * [1, 5, 0.5, 20] + [0, 50, -3, 0], 2)
    y = X @ [2, -1, 8, 0.1] + 7 + random.standard_t(4, 60)
    y[[3, 17, 18, 40, 59]] += [500, -80, 900, 60, 1e4]
    return X, np.round(y, 2)


def rlm_of_r(X, y):
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, 'table.csv')
        np.savetxt(file, np.column_stack([X, y]), delimiter=',', fmt='%.17g')
        done = subprocess.run(['Rscript', '-e', R_PROGRAM, file], check=True, capture_output=True,
                              text=True)
    return [float(word) for word in done.stdout.split()]


def main(file):
    X, y = table()
    of_r = rlm_of_r(X, y)
    rlm = sm.RLM(y, sm.add_constant(X), M=sm.robust.norms.HuberT(1.345))
    rlm = rlm.fit(tol=1e-12, maxiter=1000)
    huber = HuberRegressor(epsilon=1.5, alpha=0.7, tol=1e-12, max_iter=100000).fit(X, y)
    found = {'X': X.tolist(), 'y': y.tolist(),
             'rlm': {'coefficients': of_r[:-1], 'scale': of_r[-1]},
             'statsmodels': {'coefficients': rlm.params.tolist(), 'scale': float(rlm.scale)},
             'sklearn': {'epsilon': 1.5, 'alpha': 0.7, 'scale': float(huber.scale_),
                         'coefficients': [float(huber.intercept_), *huber.coef_.tolist()]}}
    with open(file, 'w', encoding='utf-8') as out:
        json.dump(found, out)
        out.write('\n')


HERE = os.path.dirname(os.path.abspath(__file__))
main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, '..', 'octave', 'robust_fixture.json'))
