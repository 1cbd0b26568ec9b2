# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""nnreg_metrics on any predictions against scikit-learn."""
import numpy as np
from sklearn import metrics

import draw
import scores
from draw import chance, pick
from problem import UNIT, Problem, column


class Measures(Problem):
    def __init__(self, seed):
        super().__init__('metrics', seed)
        self.rng = rng = np.random.default_rng([seed, 3])
        self.n = int(rng.integers(2, 60))
        self.task = pick(rng, 'classification', 'classification', 'regression')
        self.tags.add(self.task)
        kind = pick(rng, None, None, 'integers', 'zeros', 'real', 'masked')
        self.w = draw.weights(rng, self.n, kind)
        if self.w is not None:
            self.w[:2] = np.maximum(self.w[:2], 1)
            self.data['w'] = self.w.reshape(-1, 1)
            self.tags.add('weights')
        self.options = f', "Task", "{self.task}"' + (', "Weights", d.w' if kind else '')
        if self.task == 'regression':
            self.draw_responses()
        else:
            self.draw_classes()

    def draw_responses(self):
        rng = self.rng
        R = int(rng.integers(1, 4))
        self.Y = rng.standard_normal((self.n, R)) * 10.0 ** rng.integers(-5, 6)
        self.Y += pick(rng, 0, 3, 1e6)
        if chance(rng, 0.2):
            self.Y[:, 0] = 0.1
        self.F = self.Y + rng.standard_normal((self.n, R)) * pick(rng, 0, 0.1, 10)
        self.data.update(y=self.Y, f=self.F)
        self.add(f'r.m = nnreg_metrics (d.y, d.f{self.options});')

    def draw_classes(self):
        rng = self.rng
        K = int(rng.integers(2, 7))
        self.kind_of_y = draw.label_kind(rng, K)
        if self.kind_of_y == 'one-hot':  # a column may be empty there
            self.kind_of_y = 'numbers'
        self.classes = K
        present = np.sort(rng.permutation(K)[:max(2, int(rng.integers(1, K + 1)))])
        self.truth, self.guess = (rng.choice(present, self.n) for _ in (0, 1))
        self.truth[:2] = present[:2]
        if chance(rng, 0.2):
            self.guess[:] = present[0]
        same = rng.random(self.n) < rng.random()
        self.guess = np.where(same, self.truth, self.guess)
        self.p = None
        words = 'd.y, d.f'
        if chance(rng, 0.7):
            self.p = rng.random((self.n, K)) ** pick(rng, 1, 8)
            if chance(rng, 0.3):  # ties
                self.p = np.round(4 * self.p) + 1
                self.tags.add('ties')
            self.p /= self.p.sum(axis=1, keepdims=True)
            if chance(rng, 0.2):
                self.p = self.p.astype(np.float32)
            self.data['p'] = self.p
            self.p = np.asarray(self.p)
            words += ', d.p'
            self.guess = self.p.argmax(axis=1)
        labels = draw.labels(np.concatenate([self.truth, self.guess, np.arange(K)]),
                             self.kind_of_y, K)
        self.data.update(y=labels[:self.n], f=labels[self.n:2 * self.n], c=labels[2 * self.n:])
        self.add(f'r.m = nnreg_metrics ({words}{self.options}, "ClassNames", d.c);')
        self.add('odd = intersect (fieldnames (r.m), {"ClassNames", "Reliability"});')
        self.add('r.m = rmfield (r.m, odd);')
        if self.p is not None:
            self.add('r.roc = r.m.ROC; r.m = rmfield (r.m, "ROC");')
            if 'ties' in self.tags or self.data['p'].dtype == np.float32 or self.p.min() < 1e-5:
                return
            # Probabilities in place of labels give the same.
            part = '(:,2)' if K == 2 and chance(rng, 0.6) else ''
            self.add(f'v = nnreg_metrics (d.y, d.p{part}{self.options}, "ClassNames", d.c);')
            self.add('some = @(m) [m.Accuracy, m.MacroF1, m.LogLoss, m.Brier, m.ECE, m.AUC(:).\'];')
            self.add('[r.by_scores, r.by_labels] = deal (some (v), some (r.m));')

    def judge(self, r):
        w = np.ones(self.n) if self.w is None else self.w
        used = w > 0
        w = w[used]
        if self.task == 'regression':
            Y = self.Y[used]
            wanted = scores.all_metrics(self.task, Y, self.F[used], w, 0)
            far = (abs(Y).max(axis=0) / np.where(Y.std(axis=0) > 0, Y.std(axis=0), 1)).max()
        else:
            p = None if self.p is None else self.p[used].astype(float)
            unit = UNIT['single' if p is not None and self.p.dtype == np.float32 else 'double']
            by_class = np.eye(self.classes)[self.truth[used]]
            wanted = scores.all_metrics(self.task, by_class, p, w, unit, self.guess[used])
            if 'ties' in self.tags:
                wanted.pop('TopK', None)  # scikit-learn takes another one of equal scores
            if p is not None:
                self.judge_curves(r['roc'], p, w, used)
        if 'by_scores' in r:
            self.near('probabilities for labels', r['by_scores'], r['by_labels'], 1e-9)
        for name, value in wanted.items():
            tolerance = 1e-11
            if name.endswith('R2'):
                tolerance += 1e-15 * far ** 2
            self.near(name, r['m'][name], value, tolerance)

    def judge_curves(self, curves, p, w, used):
        truth = self.truth[used]
        for k in range(self.classes):
            curve = curves[k]
            if not 0 < (truth == k).sum() < len(truth):
                self.same('ROC', np.size(curve['FPR']), 0)
                continue
            fpr, tpr, _ = metrics.roc_curve(truth == k, p[:, k], sample_weight=w,
                                            drop_intermediate=False)
            mine = np.interp(column(curve['FPR']), fpr, tpr)
            # At a vertical run np.interp knows one end only: compare the areas too.
            area = np.trapz(column(curve['TPR']), column(curve['FPR']))
            self.near('area under the ROC', area, np.trapz(tpr, fpr), 1e-11)
            self.same('ROC above', (column(curve['TPR']) <= mine + 1e-9).all() or
                      np.diff(column(curve['FPR'])).min() < 1e-12, True)
