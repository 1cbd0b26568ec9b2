"""What the linear benchmark's programs in Python share: the problem, its folds, the report.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

A peer is called with FOLDER OUT BUDGET: it solves the problem in FOLDER
(tests/bench/linear_data.m), repeats that until BUDGET seconds have passed, writes the coefficients
of all samples to OUT as tests/bench/linear_nnreg.m does, and prints a line of JSON.

The peers do not standardise: they get X as numbers of deviation 1, for the folds too, where nnreg
and glmnet use the deviations outside of the fold. This is not timed. A sparse X is not centred.
"""
import json
import os
import sys
import time
import warnings
from types import SimpleNamespace

import numpy as np
import scipy.sparse


def read_problem(folder):
    """x, y (classes from 0), fold, lambdas and what meta.txt says.

    Also mean and scale of the columns (deviations, divided by n), and outputs: scores of a sample.
    """
    with open(os.path.join(folder, "meta.txt")) as file:
        meta = dict(line.split() for line in file)

    def read(name, dtype=float):
        file = os.path.join(folder, name + ".bin")
        return np.fromfile(file, dtype) if os.path.exists(file) else np.zeros(0, dtype)

    d = SimpleNamespace(family=meta["family"], sparse=meta["sparse"] == "1")
    d.size = int(meta["rows"]), int(meta["inputs"])
    d.outputs = int(meta["classes"]) if d.family == "multinomial" else 1
    d.x, d.y, d.fold, d.lambdas = read("x"), read("y"), read("fold", np.int32), read("lambda")
    if d.sparse:
        d.x = scipy.sparse.csc_matrix((d.x, read("row", np.int32), read("start", np.int32)), d.size)
        d.mean = np.asarray(d.x.mean(0)).ravel()
        squares = np.asarray(d.x.multiply(d.x).mean(0)).ravel()
        d.scale = np.sqrt(np.maximum(squares - d.mean ** 2, 0))
    else:
        d.x = d.x.reshape(d.size, order="F")
        d.mean, d.scale = d.x.mean(0), d.x.std(0)
    if d.family != "gaussian":
        d.y = d.y.astype(int) - 1
    return d


def standardised(d):
    """A new X: of deviation 1, and of mean 0 unless it is sparse."""
    scale = np.where(d.scale > 0, d.scale, 1)
    if d.sparse:
        return scipy.sparse.csc_matrix(d.x @ scipy.sparse.diags(1 / scale))
    return np.asfortranarray((d.x - d.mean) / scale)


def in_user_units(d, intercepts, weights):
    """(lambdas, outputs, 1 + inputs) from intercepts (lambdas, outputs) and weights for X
    standardised (lambdas, outputs, inputs)."""
    weights = weights / np.where(d.scale > 0, d.scale, 1)
    if not d.sparse:
        intercepts = intercepts - weights @ d.mean
    return np.concatenate([intercepts[:, :, None], weights], 2)


def splits(d):
    """(training rows, rows left out) of each fold."""
    rows = np.arange(d.size[0])
    return [(rows[d.fold != k], rows[d.fold == k]) for k in range(1, d.fold.max() + 1)]


def blas_cores():
    """The kernels of the OpenBLAS of numpy and scipy."""
    from threadpoolctl import threadpool_info
    cores = {lib.get("architecture") for lib in threadpool_info() if lib["user_api"] == "blas"}
    return " ".join(sorted(core for core in cores if core)) or "unknown"


def run(solve, coefficients, about, prepare=None):
    """solve (d, x) is timed, coefficients (d, x, result) gives intercepts and weights.

    prepare (d, x) comes before.
    """
    warnings.simplefilter("ignore")  # of steps that do not suffice: the objective is judged
    folder, out, budget = sys.argv[1], sys.argv[2], float(sys.argv[3])
    d = read_problem(folder)
    x = standardised(d)
    if prepare:
        prepare(d, x)
    seconds = []
    while sum(seconds) < budget and len(seconds) < 5:
        began = time.perf_counter()
        result = solve(d, x)
        seconds.append(time.perf_counter() - began)
    in_user_units(d, *coefficients(d, x, result)).tofile(out)
    print(json.dumps({"seconds": seconds, "points": len(d.lambdas),
                      "about": f"{about}, OpenBLAS core {blas_cores()}"}), flush=True)
