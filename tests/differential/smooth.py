# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks with smooth activations by the solver fista: it ends where no condition of optimality
is violated."""
import numpy as np

import draw
import network
from draw import Code, arguments, chance, pick
from problem import Problem, column


class Smooth(Problem):
    def __init__(self, seed):
        super().__init__('smooth', seed)
        self.rng = rng = np.random.default_rng([seed, 6])
        self.task = pick(rng, 'classification', 'regression')
        self.outputs = int(rng.integers(2, 4) if self.task == 'classification'
                           else rng.integers(1, 3))
        n, d = int(rng.integers(20, 50)), int(rng.integers(1, 5))
        hidden = pick(rng, [3], [4], [2, 2])
        self.sizes = [d] + hidden + [self.outputs]
        self.activations = [pick(rng, 'tanh', 'sigmoid', 'none') for _ in hidden]
        kind = pick(rng, 'plain', 'unit', 'sparse')
        self.X = draw.inputs(rng, n, d, kind)(n)
        w = draw.weights(rng, n, pick(rng, None, 'integers', 'zeros', 'real'))
        if w is not None:
            w[:2 * self.outputs] = np.maximum(w[:2 * self.outputs], 1)
        self.w = np.ones(n) if w is None else w
        self.draw_targets(n)
        self.penalty = pick(rng, 'l2', 'l1', 'elasticnet', 'group')
        lam = float(10.0 ** rng.uniform(-3, -1))
        layers = len(self.sizes) - 1
        alpha = {'elasticnet': 0.5, 'group': 0.0}.get(self.penalty)
        self.f = network.factors(self.penalty, lam, alpha, np.ones(layers, bool), layers)
        self.standardize = chance(rng, 0.5)
        options = {'Task': self.task, 'LayerSizes': hidden, 'Activations': tuple(self.activations),
                   'Solver': 'fista', 'Penalty': self.penalty, 'Lambda': lam, 'Verbose': 0,
                   'Epochs': 400, 'Tolerance': 1e-7, 'Standardize': self.standardize,
                   'Seed': int(rng.integers(0, 50)), 'Threads': 1}
        if w is not None:
            options['Weights'] = Code('d.w')
        self.tags |= {self.task, self.penalty, 'x-' + kind}
        self.data.update(X=draw.stored(self.X, kind), w=self.w.reshape(-1, 1))
        self.add(f'[m, h] = nnreg_fit (d.X, d.y, {arguments(options)});')
        self.add('[~, r.said] = lastwarn ();')
        self.add('r.model = plain (m);')
        self.add('r.Loss = h.Loss(end);')

    def draw_targets(self, n):
        rng, K = self.rng, self.outputs
        if self.task == 'regression':
            self.T = self.data['y'] = draw.responses(rng, self.X, K)
            return
        idx = draw.classes(rng, self.X, K, np.arange(2 * K))
        self.T, self.data['y'] = np.eye(K)[idx], draw.labels(idx, 'numbers', K)

    def judge(self, r):
        used = self.w > 0
        X, T, w = self.X[used], self.T[used], self.w[used]
        if self.standardize:
            shift, scale = network.moments(X, w)
            X = ((X - shift) / scale).astype(float)
        if self.task == 'regression':
            shift, scale = network.moments(T, w)
            T = ((T - shift) / scale).astype(float)
        layers = network.roll(column(r['model']['theta']), self.sizes)
        net = {'task': self.task, 'activations': self.activations}
        u = w / w.sum()
        losses, gradient, _ = network.data_gradient(layers, X, T, u, net)
        J = u @ losses + network.penalty_value(layers, self.f)
        self.near('Loss', r['Loss'], J, 1e-9)
        null = network.null_biases(T, u, self.task)
        worst = u @ network.sample_losses(null + 0 * T, T, self.task)
        if not J <= 1.5 * worst + 1:
            self.faults.append(f'J is {J}, of the constant model {worst}')
        if r['said'] in ('nnreg:notConverged', 'nnreg:rounding'):
            self.tags.add('not-converged')
            return
        flows, _ = network.forward(layers, X, self.activations)
        for l, ((W, b), (gW, gb)) in enumerate(zip(layers, gradient)):
            group = self.f['group'] if l == 0 else 0
            self.judge_layer(f'layer {l + 1}', W, gW, gb, flows[l], u, group, l)

    def judge_layer(self, name, W, gW, gb, into, u, group, l):
        l1, l2 = self.f['l1'][l], self.f['l2'][l]
        smooth = gW + 2 * l2 * W
        norms = np.linalg.norm(W, axis=0)
        alive = smooth + l1 * np.sign(W) + group * W / np.where(norms > 0, norms, 1)
        excess = np.where(W != 0, abs(alive), np.maximum(abs(gW) - l1, 0))
        if group:
            gone = np.maximum(np.linalg.norm(np.maximum(abs(gW) - l1, 0), axis=0) - group, 0)
            excess = np.where(norms > 0, excess, gone)
        spread = np.sqrt(u @ (into - u @ into) ** 2)
        limit = 1e-6 * (1 + spread)
        worst = (excess / limit).max()
        if not max(worst, abs(gb).max() / 1e-6) <= 1:
            self.faults.append(f'{name}: optimality is violated, {worst:.3g} and '
                               f'{abs(gb).max() / 1e-6:.3g} times what is allowed')
