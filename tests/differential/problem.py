# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a problem is, and how two numbers are compared."""
import numpy as np

UNIT = {'double': 2.0 ** -52, 'single': 2.0 ** -23}


class Problem:
    """DATA and CODE go to Octave, TAGS say what is special, JUDGE (results) finds disagreements."""

    def __init__(self, kind, seed):
        self.kind, self.seed = kind, seed
        self.data, self.lines, self.tags = {}, [], set()
        self.faults, self.excuse = [], None

    @property
    def code(self):
        return '\n'.join(self.lines)

    def add(self, line):
        self.lines.append(line)

    def judge(self, result):
        raise NotImplementedError

    def near(self, what, got, wanted, tolerance):
        """Notes a fault unless |got - wanted| <= tolerance (1 + max |wanted|)."""
        got, wanted = np.asarray(got, float), np.asarray(wanted, float)
        if got.size != wanted.size:
            self.faults.append(f'{what}: {got.shape} values instead of {wanted.shape}')
            return
        got, wanted = got.ravel(order='F'), wanted.ravel(order='F')
        odd = np.isnan(wanted) | np.isinf(wanted)
        if odd.any() and not np.array_equal(got[odd], wanted[odd], equal_nan=True):
            self.faults.append(f'{what}: {got[odd][:5]} instead of {wanted[odd][:5]}')
            return
        if odd.all():
            return
        got, wanted = got[~odd], wanted[~odd]
        error = abs(got - wanted)
        limit = tolerance * (1 + abs(wanted).max())
        if not (error <= limit).all():
            worst = int(np.argmax(np.where(np.isnan(error), np.inf, error)))
            self.faults.append(f'{what}: {got[worst]:.15g} instead of {wanted[worst]:.15g}, '
                               f'{error[worst] / limit:.3g} times the tolerance')

    def same(self, what, got, wanted):
        got, wanted = np.asarray(got), np.asarray(wanted)
        if got.size != wanted.size or not (got.ravel() == wanted.ravel()).all():
            self.faults.append(f'{what}: {got.ravel()[:8]} instead of {wanted.ravel()[:8]}')


def column(value):
    return np.atleast_1d(np.asarray(value, float)).ravel(order='F')
