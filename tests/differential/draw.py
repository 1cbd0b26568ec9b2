# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random tables as people have them, and values as Octave reads them."""
import numpy as np
import scipy.sparse as sparse


def literal(value):
    """VALUE in Octave's words."""
    if isinstance(value, Code):
        return value.text
    if isinstance(value, (bool, np.bool_)):
        return 'true' if value else 'false'
    if isinstance(value, str):
        return '"' + value + '"'
    if isinstance(value, (int, float, np.integer, np.floating)):
        return repr(float(value)) if isinstance(value, (float, np.floating)) else str(int(value))
    if isinstance(value, tuple):
        return '{' + ', '.join(literal(v) for v in value) + '}'
    return '[' + ', '.join(literal(v) for v in value) + ']'


class Code:
    """Text that is code already."""

    def __init__(self, text):
        self.text = text


def arguments(options):
    return ', '.join(f'"{name}", {literal(value)}' for name, value in options.items())


def chance(rng, probability):
    return rng.random() < probability


def pick(rng, *choices):
    return choices[rng.integers(len(choices))]


INPUT_KINDS = ('plain', 'plain', 'plain', 'unit', 'sparse', 'sparse', 'single', 'uint8', 'logical',
               'constant', 'equal', 'scales', 'far', 'mixed')


def inputs(rng, n, d, kind):
    """A function of a number of rows that draws X, dense and double."""
    spread = np.ones(d)
    middle = np.zeros(d)
    if kind in ('scales', 'mixed'):
        spread = 10.0 ** rng.integers(-3, 5, d)
    if kind in ('far', 'mixed'):
        middle = spread * rng.choice([0, 10, -300, 1e4, 1e6], d)
    if kind == 'far':
        spread, middle = np.ones(d), rng.choice([0, 30, -2000, 1.7e5, 1e8], d)
    constant = rng.integers(d) if kind in ('constant', 'mixed') and d > 1 else None
    value = pick(rng, 0.0, 1.0, 0.1, -37.3, 1e8 + 0.1)
    twins = rng.permutation(d)[:2] if kind == 'equal' and d > 1 else None
    density = rng.uniform(0.1, 0.6)
    mix = np.eye(d) + 0.3 * rng.standard_normal((d, d)) / np.sqrt(d)

    def rows(count):
        X = rng.standard_normal((count, d)) @ mix
        if kind == 'unit':
            X = rng.random((count, d))
        elif kind == 'uint8':
            X = np.floor(256 * rng.random((count, d)) ** 2)
        elif kind == 'logical':
            X = (X > 0.3).astype(float)
        elif kind == 'sparse':
            X = np.where(rng.random((count, d)) < density, X, 0)
        elif kind == 'single':
            X = X.astype(np.float32).astype(float)
        X = X * spread + middle
        if constant is not None:
            X[:, constant] = value
        if twins is not None:
            X[:, twins[1]] = X[:, twins[0]]
        return X

    return rows


def stored(X, kind):
    """X as a variable of Octave's class."""
    if kind == 'sparse':
        return sparse.csc_matrix(X)
    types = {'single': np.float32, 'uint8': np.uint8, 'logical': bool}
    return X.astype(types.get(kind, float))


LABEL_KINDS = ('numbers', 'numbers', 'zero-based', 'fractions', 'logical', 'text', 'rows', 'int8',
               'single', 'one-hot')


def label_kind(rng, num_classes):
    kind = pick(rng, *LABEL_KINDS)
    return 'numbers' if kind == 'logical' and num_classes > 2 else kind


def labels(idx, kind, num_classes):
    """The classes IDX (from 0) as labels of some type whose order is that of IDX."""
    column = idx.reshape(-1, 1)
    if kind == 'zero-based':
        return column.astype(float)
    if kind == 'fractions':
        return column * 0.5 - 1.25
    if kind == 'logical':
        return column.astype(bool)
    if kind in ('text', 'rows'):
        names = np.array(['ant', 'bee', 'cat', 'dog', 'eel', 'fox', 'gnu'])
        if kind == 'rows':
            return names[idx]
        out = np.empty((len(idx), 1), dtype=object)
        out[:, 0] = [str(s) + 's' * int(k % 2) for s, k in zip(names[idx], idx)]
        return out
    if kind == 'int8':
        return (column * 7 - 3).astype(np.int8)
    if kind == 'single':
        return (column * 2 + 1).astype(np.float32)
    if kind == 'one-hot':
        return np.eye(num_classes)[idx]
    return column + 1.0


def weights(rng, n, kind):
    if kind == 'integers':
        return rng.integers(1, 4, n).astype(float)
    if kind == 'zeros':
        return rng.integers(0, 3, n).astype(float)
    if kind == 'real':
        return rng.uniform(0.1, 3, n)
    if kind == 'masked':
        return (rng.random(n) > 0.2).astype(float)
    return None


def classes(rng, X, num_classes, first):
    """Classes that depend on X: a linear teacher with noise. The first rows, of which FIRST says
    how many count, have each class twice."""
    Z = (X - X.mean(axis=0)) / np.where(X.std(axis=0) > 0, X.std(axis=0), 1)
    score = Z @ rng.standard_normal((X.shape[1], num_classes))
    score += 1.5 * rng.standard_normal(score.shape)
    idx = score.argmax(axis=1)
    for k in range(2 * num_classes):
        idx[first[k]] = k % num_classes
    return idx


def responses(rng, X, count):
    Z = (X - X.mean(axis=0)) / np.where(X.std(axis=0) > 0, X.std(axis=0), 1)
    Y = Z @ rng.standard_normal((X.shape[1], count)) + 0.5 * rng.standard_normal((len(X), count))
    return Y * 10.0 ** rng.integers(-2, 4, count) + rng.choice([0, 5, -400], count)
