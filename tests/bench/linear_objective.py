"""The objective that each solver reached, by numpy in double from its coefficients alone.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

linear_objective.py FOLDER FILE...: FOLDER is a problem of linear_data.m, each FILE has the
coefficients of a solver (linear_nnreg.m). Prints JSON: for each FILE the objectives and the numbers
of non-zeros by lambda, and at how many lambdas its support is that of the first FILE.

linear_objective.py FOLDER lambdas: writes lambda.bin for a machine without glmnet, 100 lambdas.

What is minimised is glmnet's: sum (y - f)^2 / (2 n), or the mean of -log p(class), plus
lambda * sum_j sd_j |b_j|, with sd_j the deviation of column j (divided by n).
"""
import json
import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "peers"))
from linear_common import read_problem  # noqa: E402


def log_chances(scores):
    """The logarithms of the classes' probabilities; one score is that of the second class."""
    if scores.shape[1] == 1:
        scores = np.column_stack([np.zeros(len(scores)), scores])
    scores = scores - scores.max(1)[:, None]
    return scores - np.log(np.exp(scores).sum(1))[:, None]


def data_loss(d, scores):
    """scores: samples by outputs."""
    if d.family == "gaussian":
        return np.mean((d.y - scores[:, 0]) ** 2) / 2
    return -np.mean(log_chances(scores)[np.arange(len(scores)), d.y])


def objectives(d, coefficients):
    values = []
    for lam, b in zip(d.lambdas, coefficients):
        scores = np.asarray(d.x @ b[:, 1:].T) + b[:, 0]
        values.append(float(data_loss(d, scores) + lam * np.sum(d.scale * np.abs(b[:, 1:]))))
    return values


def judge(d, files):
    results, first = [], None
    for file in files:
        coefficients = np.fromfile(file).reshape(-1, d.outputs, 1 + d.size[1])
        support = coefficients[:, :, 1:] != 0
        first = support if first is None else first
        count = min(len(first), len(support))
        results.append({
            "objectives": objectives(d, coefficients),
            "nonzeros": support.sum((1, 2)).tolist(),
            "same_support": int((first[:count] == support[:count]).all((1, 2)).sum())})
    return results


def largest_lambda(d):
    """The least lambda at which all coefficients are zero."""
    y = d.y[:, None] if d.family == "gaussian" else np.eye(max(2, d.outputs))[d.y]
    gradient = np.asarray(d.x.T @ (y - y.mean(0))) / d.size[0]
    return np.max(np.abs(gradient[d.scale > 0]) / d.scale[d.scale > 0, None])


def write_lambdas(d, folder):
    top = largest_lambda(d)
    ratio = 1e-4 if d.size[0] > d.size[1] else 1e-2
    (top * ratio ** np.linspace(0, 1, 100)).tofile(os.path.join(folder, "lambda.bin"))
    return {"lambda_max": top}


def main():
    d = read_problem(sys.argv[1])
    if sys.argv[2:] == ["lambdas"]:
        print(json.dumps(write_lambdas(d, sys.argv[1])))
    else:
        print(json.dumps(judge(d, sys.argv[2:])))


if __name__ == "__main__":
    main()
