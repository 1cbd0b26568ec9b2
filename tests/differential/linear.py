# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Linear models by the exact solver: conditions of optimality, scikit-learn's objective, and what
must not change the answer."""
import warnings

import numpy as np
from sklearn import linear_model

import draw
import network
from draw import Code, arguments, chance, pick
from problem import UNIT, Problem, column

RELATIONS = ('twice', 'removed', 'seed', 'shift', 'scale', 'order', 'sparse', 'chunk', 'none')
SAYS_SO = ('nnreg:notConverged', 'nnreg:rounding')


class Solution(Problem):
    """The conditions that a linear model's solution fulfils. A path borrows it for its points:
    OWNER has the data and options."""

    def __init__(self, owner):
        super().__init__(owner.kind, owner.seed)
        for name in ('task', 'outputs', 'd', 'X', 'standardize', 'standardize_y', 'kind_of_x',
                     'penalty'):
            setattr(self, name, getattr(owner, name))
        self.precision = 'double'

    def spec(self, X, T, w, scales=None):
        """The problem as it is solved: centred inputs Z, targets, shares u of the weights."""
        used = w > 0
        X, T, w = np.asarray(X, float)[used], T[used], w[used]
        mean, deviation = network.moments(X, w)
        s = {'constant': (X == X[0]).all(axis=0)}
        if scales:
            s['shift'], s['scale'], s['y_shift'], s['y_scale'] = scales
        else:
            s['shift'] = (mean if self.standardize else 0 * mean).astype(float)
            s['scale'] = (deviation if self.standardize else 0 * mean + 1).astype(float)
            s['y_shift'], s['y_scale'] = np.zeros(self.outputs), np.ones(self.outputs)
            if self.standardize_y:
                s['y_shift'], s['y_scale'] = (a.astype(float) for a in network.moments(T, w))
        s['T'] = (T - s['y_shift']) / s['y_scale']
        s['centre'] = ((mean - s['shift']) / s['scale']).astype(float)
        s['Z'] = ((X - mean) / s['scale']).astype(float)
        w = w * (T @ np.array(self.by_class) if hasattr(self, 'by_class') else 1)
        s['u'] = w / w.sum()
        # Class weights do not enter the scales; the solver's centre has them.
        move = s['move'] = s['u'] @ s['Z']
        s['Z'], s['centre'] = s['Z'] - move, s['centre'] + move
        s['deviation'] = np.sqrt(s['u'] @ s['Z'] ** 2)
        return s

    def curvature(self, s, W, b):
        """The least second derivative of J where it is not flat, per deviation of the inputs."""
        varies = s['deviation'] > 0
        if not varies.any():
            return 1
        A = s['Z'][:, varies] / s['deviation'][varies]
        if self.task == 'classification':
            p = np.exp(network.log_softmax(s['Z'] @ W.T + b)).max(axis=1)
            share = s['u'] * np.maximum(p * (1 - p), 1e-12)
        else:
            share = s['u'] * 2 / self.outputs
        H = (A.T * share) @ A + np.diag(2 * self.f['l2'][0] / s['deviation'][varies] ** 2)
        if self.f['l1'][0] or self.f['group']:
            alive = (W[:, varies] != 0).any(axis=0)
            H = H[np.ix_(alive, alive)] if alive.any() else H
        values = np.linalg.eigvalsh(H)
        if self.f['l2'][0]:  # no direction is flat
            return max(values.min(), 1e-15 * values.max())
        return values[values > 1e-11 * values.max()].min()

    def rounding(self, s, W, b, far=0):
        unit = UNIT[self.precision]
        return 50 * unit * (1 + abs(b).max() + (abs(W) @ (abs(s['centre']) + far)).max())

    def judge_solution(self, name, model, s, said, start=None):
        if model['Solver'] not in ('fista', 'coordinate'):
            self.faults.append(f'{name}Solver: {model["Solver"]}')
        # "coordinate" bounds J, which rises with the square of what the conditions lack.
        self.first_order = 200 if model['Solver'] == 'coordinate' else 1
        W, b = network.roll(column(model['theta']), [self.d, self.outputs])[0]
        start = 0 * W if start is None or self.penalty != 'none' else start
        self.same(name + 'weights of constant columns', W[:, s['constant']],
                  start[:, s['constant']])
        middle = b + W @ s['centre']
        F = s['Z'] @ W.T + middle
        losses = network.sample_losses(F, s['T'], self.task)
        layer = [(W, middle)]
        J = s['u'] @ losses + network.penalty_value(layer, self.f)
        null = [(0 * W, network.null_biases(s['T'], s['u'], self.task))]
        worst = s['u'] @ network.sample_losses(null[0][1] + 0 * F, s['T'], self.task)
        slack = self.rounding(s, W, b)
        if not J <= worst * (1 + 1e-9) + slack:
            self.faults.append(f'{name}J is {J}, of the constant model {worst}')
        if said in SAYS_SO:
            self.excuse = said
            return
        self.judge_optimality(name, W, F, s, slack)
        if self.precision == 'double':
            self.judge_objective(name, J, s, layer, slack)
        self.judge_choice(name, W, middle, s, model['Solver'])

    def judge_optimality(self, name, W, F, s, slack):
        unit = 1.0
        if self.task == 'regression':
            delta = 2 / self.outputs * (F - s['T'])
            spread = s['T'] - s['u'] @ s['T']
            unit = np.sqrt(s['u'] @ spread ** 2).max()
        else:
            delta = np.exp(network.log_softmax(F)) - s['T']
        limit = (2e-8 if self.precision == 'double' else 1e-4) * unit * self.first_order + 3 * slack
        delta = delta * s['u'][:, None]
        self.below(name + 'derivatives by the biases', abs(delta.sum(axis=0)), limit)
        varies = ~s['constant']
        W, deviation = W[:, varies], s['deviation'][varies]
        G = delta.T @ s['Z'][:, varies]
        l1, l2, group = self.f['l1'][0], self.f['l2'][0], self.f['group']
        smooth = G + 2 * l2 * W
        norms = np.linalg.norm(W, axis=0)
        alive = smooth + l1 * np.sign(W) + group * W / np.where(norms > 0, norms, 1)
        excess = np.where(W != 0, abs(alive), np.maximum(abs(G) - l1, 0))
        if group:
            cut = np.maximum(abs(G) - l1, 0)
            gone = np.maximum(np.linalg.norm(cut, axis=0) - group, 0)
            excess = np.where(norms > 0, excess, gone)
        # A weight below rounding may be on either side of its kink.
        self.below(name + 'optimality', excess / deviation, limit
                   + 1e-13 * (l1 + group) / deviation.min(initial=np.inf))

    def below(self, what, values, limit):
        values = np.ravel(values)
        if values.size and not values.max() <= limit:
            self.faults.append(f'{what}: {values.max():.3g} is above {limit:.3g}')

    def judge_objective(self, name, J, s, layer, slack):
        """J is not above the objective of scikit-learn's solution, nor of that of least squares."""
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            fits = self.peers(s)
        for peer, W, b in fits:
            F = s['Z'] @ W.T + b
            best = s['u'] @ network.sample_losses(F, s['T'], self.task) \
                + network.penalty_value([(W, b)], self.f)
            size = 1 if self.task == 'classification' else (s['u'] @ s['T'] ** 2).mean()
            # Near the minimum J rises with the square of what Tolerance allows.
            allowed = W.size * (2e-8 * size) ** 2 / self.curvature(s, *layer[0])
            if not J <= best + 1e-9 * size + slack ** 2 + 1e-12 + allowed:
                self.faults.append(f'{name}J is {J:.15g}, of {peer} {best:.15g}')
            near = {'saga': np.inf, 'ElasticNet': 1e-3, 'LinearRegression':
                    np.inf if self.kind_of_x == 'equal' else 1e-6}.get(peer, 1e-6)
            if self.standardize and not best <= J + near * size + slack:
                self.faults.append(f'{name}{peer} has J {best:.15g}, nnreg {J:.15g}: '
                                   'the lambdas differ')

    def peers(self, s):
        """scikit-learn's coefficients for the same problem."""
        Z, T, u, R = s['Z'], s['T'], s['u'], self.outputs
        l1, l2, n = self.f['l1'][0], self.f['l2'][0], len(s['Z'])
        given = {'sample_weight': u * n}
        if self.f['group'] or (self.penalty == 'none' and self.task == 'classification'):
            return []
        if self.task == 'regression' and l1 == 0:
            model = linear_model.Ridge(alpha=n * l2 * R, solver='svd') if l2 \
                else linear_model.LinearRegression()
            model.fit(Z, T, **given)
            return [(type(model).__name__, model.coef_.reshape(R, -1),
                     np.ravel(model.intercept_))]
        if self.task == 'regression':
            W, b = [], []
            for k in range(R):
                strength = R * (l1 / 2 + l2)
                model = linear_model.ElasticNet(alpha=strength, l1_ratio=R * l1 / 2 / strength,
                                                tol=1e-10, max_iter=20000)
                model.fit(Z, T[:, k], **given)
                W.append(model.coef_)
                b.append(model.intercept_)
            return [('ElasticNet', np.array(W), np.array(b))]
        return [self.logistic(Z, T.argmax(axis=1), u, l1, l2)]

    def logistic(self, Z, labels, u, l1, l2):
        two = self.outputs == 2
        if two:  # one vector v: the weights are -v/2 and v/2
            l2 = l2 / 2
        strength = l1 + 2 * l2
        model = linear_model.LogisticRegression(
            C=1 / strength, penalty='elasticnet' if l1 else 'l2', l1_ratio=l1 / strength or None,
            solver='saga' if l1 else 'lbfgs', tol=1e-9, max_iter=1500,
            multi_class='ovr' if two else 'multinomial', random_state=0)
        model.fit(Z, labels, sample_weight=u)
        W, b = model.coef_, model.intercept_
        if two:
            W, b = np.vstack([-W, W]) / 2, np.array([-b[0], b[0]]) / 2
        return model.solver, W, b

    def judge_choice(self, name, W, middle, s, solver):
        """Where the data leave the solution open: least norm, equal shares, a sum of zero."""
        tolerance = 1e-6 if self.precision == 'double' else 1e-2
        size = 1 + abs(W * s['deviation']).max(initial=0)
        if self.kind_of_x == 'equal' and self.d > 1:
            same = [(i, j) for i in range(self.d) for j in range(i)
                    if (self.X[:, i] == self.X[:, j]).all()]
            for i, j in same:
                self.near(name + 'equal columns', W[:, i] * s['deviation'][i] / size,
                          W[:, j] * s['deviation'][i] / size, tolerance)
        if name:
            return  # a model that goes on keeps what the data leave open
        if self.task == 'classification':
            if self.penalty in ('none', 'l2') or self.outputs == 2:
                self.near('sum of the classes\' weights', (W * s['deviation']).sum(axis=0) / size,
                          np.zeros(self.d), tolerance)
            if not (self.penalty == 'l1' and self.outputs % 2 == 0):
                if solver == 'coordinate':  # at the mean without class weights
                    middle = middle - W @ s['move']
                self.near('sum of the classes\' biases', middle.sum(), 0,
                          tolerance + self.rounding(s, W, middle))
        elif self.penalty == 'none':
            self.judge_least_norm(W, s)

    def judge_least_norm(self, W, s):
        varies = ~s['constant']
        if not varies.any():
            return
        d = s['deviation'][varies]
        unit = np.ones(d.size) if (d.max() / d.min()) ** 2 <= 16 else d
        A = s['Z'][:, varies] / unit * np.sqrt(s['u'])[:, None]
        U, values, V = np.linalg.svd(A / abs(A).max(), full_matrices=False)
        keep = values > 1e-7 * values.max()
        error = 3e-8 / (values[keep].min() / values.max()) ** 2
        if error > 1e-4:
            return
        best = V[keep].T / values[keep] @ (U[:, keep].T @ (np.sqrt(s['u'])[:, None] * s['T']))
        best = (best / abs(A).max()).T / unit * d
        size = 1 + abs(best).max()
        slow = 1e-6 if self.precision == 'double' else 1e-2
        self.near('least norm', W[:, varies] * d / size, best / size, slow + error)


class Linear(Solution):
    def __init__(self, seed):
        Problem.__init__(self, 'linear', seed)
        self.rng = rng = np.random.default_rng([seed, 2])
        self.task = pick(rng, 'classification', 'regression')
        self.outputs = int(rng.integers(2, 5) if self.task == 'classification'
                           else pick(rng, 1, 1, 2, 3))
        self.relation = pick(rng, *RELATIONS)
        self.draw_options()
        self.draw_data()
        self.draw_lambda()
        self.write_code()
        self.tags |= {self.relation, self.penalty, self.task, 'x-' + self.kind_of_x,
                      self.precision}

    # ------------------------------------------------------------------------------- Drawing --

    def draw_options(self):
        rng = self.rng
        self.penalty = pick(rng, 'none', 'l1', 'l1', 'l2', 'elasticnet', 'group')
        self.precision = 'single' if chance(rng, 0.1) else 'double'
        self.options = o = {'Task': self.task, 'LayerSizes': [], 'Verbose': 0,
                            'Seed': int(rng.integers(0, 50)), 'Threads': int(rng.integers(1, 3)),
                            'Penalty': self.penalty, 'Solver': pick(rng, 'auto', 'fista')}
        if self.precision == 'single' or chance(rng, 0.3):
            o['Precision'] = self.precision
        self.standardize = chance(rng, 0.7)
        if not self.standardize or chance(rng, 0.5):
            o['Standardize'] = self.standardize
        else:
            self.tags.add('auto')
        if not self.standardize:
            self.tags.add('raw')
        self.standardize_y = self.task == 'regression' and chance(rng, 0.7)
        if self.task == 'regression' and (not self.standardize_y or chance(rng, 0.3)):
            o['StandardizeY'] = self.standardize_y

    def draw_data(self):
        rng = self.rng
        n, d = int(rng.integers(20, 90)), int(rng.integers(1, 11))
        separable = self.task == 'classification' and self.penalty == 'none'
        if separable:
            n, d = 40 * self.outputs, int(rng.integers(1, 4))
        elif self.relation != 'shift' and chance(rng, 0.15):
            n, d = int(rng.integers(8, 16)) + 2 * self.outputs, int(rng.integers(20, 30))
            self.tags.add('wide')
        self.n, self.d = n, d
        kind = pick(rng, *draw.INPUT_KINDS)
        if self.relation == 'shift' or self.precision == 'single':
            kind = pick(rng, 'plain', 'unit', 'constant', 'equal')
        if self.relation == 'sparse':
            kind = 'sparse'
        self.kind_of_x = kind
        self.X = draw.inputs(rng, n, d, kind)(n)
        if self.relation == 'shift':
            self.X = np.where((self.X == self.X[0]).all(axis=0), 2.0, (self.X + 1e8) - 1e8)
        w = draw.weights(rng, n, pick(rng, None, None, 'integers', 'zeros', 'real', 'masked'))
        if self.relation == 'twice':
            w = draw.weights(rng, n, pick(rng, 'integers', 'zeros'))
        elif self.relation == 'removed':
            w = draw.weights(rng, n, pick(rng, 'masked', 'zeros'))
        elif self.relation == 'chunk':
            w = None
        if w is not None:
            w[:2 * self.outputs] = np.maximum(w[:2 * self.outputs], 1)
            if separable:
                w = np.maximum(w, 0.2) if self.relation not in ('twice', 'removed') else w
            self.data['w'] = w.reshape(-1, 1)
            self.options['Weights'] = Code('d.w')
            self.tags.add('weights')
        self.w = np.ones(n) if w is None else w
        self.draw_targets(separable)
        self.data['X'] = draw.stored(self.X, kind)

    def draw_targets(self, noisy):
        rng, n, K = self.rng, self.n, self.outputs
        if self.task == 'regression':
            self.T = draw.responses(rng, self.X, K)
            self.data['y'] = self.T
            return
        idx = draw.classes(rng, self.X, K, np.arange(2 * K))
        if noisy:
            idx = np.where(rng.random(n) < 0.5, rng.integers(0, K, n), idx)
            idx[:4 * K] = np.tile(np.arange(K), 4)
        if self.relation == 'chunk':  # without a class there is no solution
            idx[-2 * K:] = np.tile(np.arange(K), 2)
        self.T = np.eye(K)[idx]
        kind = draw.label_kind(rng, K)
        self.data['y'] = draw.labels(idx, kind, K)
        if chance(rng, 0.25) and self.relation == 'none':
            self.by_class = [float(c) for c in rng.uniform(0.4, 2, K)]
            self.options['ClassWeights'] = self.by_class
            self.tags.add('class-weights')

    def draw_lambda(self):
        """A share of the lambda at which all weights are zero."""
        rng = self.rng
        self.f = network.factors('none', 0, 0, np.ones(1, bool), 1)
        if self.penalty == 'none':
            return
        alpha = {'elasticnet': 0.5, 'group': 0.0}.get(self.penalty)
        if alpha is not None and chance(rng, 0.5):
            alpha = self.options['Alpha'] = float(pick(rng, 0.2, 0.8, 1.0))
        spec = self.spec(self.X, self.T, self.w)
        R = spec['T'] - network.null_biases(spec['T'], spec['u'], 'regression')
        G = abs((R * spec['u'][:, None]).T @ spec['Z']).max()
        lam = float(max(G, 1e-6) * 10.0 ** rng.uniform(-3, 0.1))
        if self.penalty == 'l2':
            lam = float(10.0 ** rng.uniform(-4, 0))
        self.options['Lambda'] = lam
        self.f = network.factors(self.penalty, lam, alpha, np.ones(1, bool), 1)

    # ---------------------------------------------------------------------------------- Code --

    def write_code(self):
        self.add(f'args = {{{arguments(self.options)}}};')
        self.add('m = nnreg_fit (d.X, d.y, args{:});')
        self.add('[~, r.said] = lastwarn ();')
        self.add('r.model = plain (m);')
        if self.relation == 'none':
            return
        rng = self.rng
        X, y = self.data['X'], self.data['y']
        other = [f'"{k}", d.w2' if k == 'Weights' else arguments({k: v})
                 for k, v in self.options.items()]
        if self.relation in ('twice', 'removed'):
            times = self.w.astype(int)
            if self.relation == 'removed':
                times = (times > 0).astype(int)
                self.data['w2'] = self.w[self.w > 0].reshape(-1, 1)
            else:
                other = [a for a in other if 'd.w2' not in a]
            rows = np.repeat(np.arange(self.n), times)
            X, y = X[rows], y[rows]
        elif self.relation == 'seed':
            other.append('"Seed", 77')
            other = [a for a in other if a != arguments({'Seed': self.options['Seed']})]
        elif self.relation == 'shift':
            X = X + 1e8
        elif self.relation == 'scale':
            if self.kind_of_x not in ('uint8', 'logical', 'single'):
                X = X * 2.0 ** 66
        elif self.relation == 'order':
            rows = rng.permutation(self.n)
            X, y = X[rows], y[rows]
            self.data['w2'] = self.w[rows].reshape(-1, 1)
        elif self.relation == 'sparse':
            X = X.toarray()
        elif self.relation == 'chunk':
            half = self.n // 2
            X, y = X[half:], y[half:]
            other = [a for a in other if not a.startswith(('"Standardize', '"LayerSizes', '"Task'))]
            other.append('"InitialModel", m')
        self.data.setdefault('w2', self.w.reshape(-1, 1))
        self.data.update(X2=X, y2=y)
        self.add(f'm2 = nnreg_fit (d.X2, d.y2, {", ".join(other)});')
        self.add('[~, r.said2] = lastwarn ();')
        self.add('r.other = plain (m2);')

    # -------------------------------------------------------------------------------- Judging --

    def judge(self, r):
        s = self.spec(self.X, self.T, self.w)
        self.judge_solution('', r['model'], s, r['said'])
        if self.relation == 'none' or self.faults:
            return
        W, b = network.roll(column(r['model']['theta']), [self.d, self.outputs])[0]
        if self.relation == 'chunk':
            half = self.n // 2
            two = self.spec(self.X[half:], self.T[half:], self.w[half:],
                            (s['shift'], s['scale'], s['y_shift'], s['y_scale']))
            self.judge_solution('going on: ', r['other'], two, r['said2'], W)
            return
        W2, b2 = network.roll(column(r['other']['theta']), [self.d, self.outputs])[0]
        middle = b + W @ s['centre']
        factor, tolerance = 1.0, 1e-6 if self.precision == 'double' else 1e-2
        if self.relation == 'shift':
            middle2 = b2 + W2 @ (s['centre'] + (0 if self.standardize else 1e8))
        elif self.relation == 'scale' and not self.standardize:
            if self.penalty != 'none' or r['said2'] in SAYS_SO:
                return
            if self.kind_of_x not in ('uint8', 'logical', 'single'):
                factor = 2.0 ** 66
            middle2 = b2 + factor * W2 @ s['centre']
        else:
            middle2 = b2 + W2 @ s['centre']
        if r['said'] in SAYS_SO or r['said2'] in SAYS_SO:
            return
        size = (abs(W) * s['deviation']).max(initial=0)
        tolerance *= 1 + 1 / self.curvature(s, W, middle)
        if self.relation == 'shift' or 'wide' in self.tags:
            tolerance *= 10  # means of 1e8 have an error of 1e-8
        elif self.relation == 'seed':
            tolerance = 0
        if tolerance > 0.1:
            return
        self.near(f'{self.relation}: weights', factor * W2 * s['deviation'] / (1 + size),
                  W * s['deviation'] / (1 + size), tolerance)
        self.near(f'{self.relation}: outputs at the mean', middle2, middle,
                  tolerance + self.rounding(s, W2, b2, 1e8 if self.relation == 'shift' else 0))
