# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trainings by Adam: networks, and linear models, against network.py."""
import numpy as np

import draw
import network
import scores
from draw import Code, arguments, chance, literal, pick
from problem import UNIT, Problem, column


class Training(Problem):
    def __init__(self, seed):
        super().__init__('network', seed)
        self.rng = rng = np.random.default_rng([seed, 1])
        self.task = pick(rng, 'classification', 'classification', 'regression')
        large = chance(rng, 0.04)
        self.n = int(rng.integers(900, 1500) if large else rng.integers(14, 60))
        self.d = int(rng.integers(1, 90) if large else rng.integers(1, 9))
        self.outputs = int(rng.integers(2, 6) if self.task == 'classification'
                           else rng.integers(1, 4))
        self.draw_network(large)
        self.draw_data()
        self.draw_options(large)
        self.write_code()

    # ------------------------------------------------------------------------------- Drawing --

    def draw_network(self, large):
        rng = self.rng
        depth = int(rng.integers(0, 3))
        self.hidden = [int(h) for h in rng.integers(1, 140 if large else 8, depth)]
        names = tuple(network.SLOPES)
        self.activations = [pick(rng, *names) for _ in range(depth)]
        self.options = {'Task': self.task, 'LayerSizes': self.hidden, 'Solver': 'adam'}
        if depth:
            if chance(rng, 0.5):
                self.activations = self.activations[:1] * depth
                self.options['Activations'] = self.activations[0]
            else:
                self.options['Activations'] = tuple(self.activations)
        else:
            self.tags.add('linear-adam')
        self.sizes = [self.d] + self.hidden + [self.outputs]

    def draw_data(self):
        rng, n = self.rng, self.n
        self.kind_of_x = pick(rng, *draw.INPUT_KINDS)
        self.tags.add('x-' + self.kind_of_x)
        rows = draw.inputs(rng, n, self.d, self.kind_of_x)
        self.X, self.Xv, self.Xnew, self.X2 = (rows(k) for k in (n, 12, 15, 17))
        kind = pick(rng, None, None, None, None, 'integers', 'zeros', 'real', 'masked')
        self.w = draw.weights(rng, n, kind)
        if self.w is not None:
            self.w[:2 * self.outputs] = np.maximum(self.w[:2 * self.outputs], 1)
            self.options['Weights'] = Code('d.w')
            self.data['w'] = self.w.reshape(-1, 1)
            self.tags.add('weights')
            if (self.w == 0).any():
                self.tags.add('zero-weights')
        self.kind_of_y = None
        together = np.vstack([self.X, self.Xv, self.Xnew, self.X2])
        cuts = np.cumsum([n, 12, 15])
        if self.task == 'classification':
            self.kind_of_y = draw.label_kind(rng, self.outputs)
            first = np.arange(2 * self.outputs)
            idx = draw.classes(rng, together, self.outputs, first)
            idx[-2 * self.outputs:] = np.tile(np.arange(self.outputs), 2)
            if chance(rng, 0.3):
                idx[cuts[2]:][idx[cuts[2]:] == 1] = 0
                self.tags.add('rare')  # the chunk lacks a class
            self.Y = np.split(np.eye(self.outputs)[idx], cuts)
            answers = [draw.labels(part, self.kind_of_y, self.outputs)
                       for part in np.split(idx, cuts)]
        else:
            Y = draw.responses(rng, together, self.outputs)
            if chance(rng, 0.1):
                Y[:, 0] = 3.25
                self.tags.add('constant-y')
            self.Y = answers = np.split(Y, cuts)
        for name, x, y in zip(('', 'v', 'new', '2'), (self.X, self.Xv, self.Xnew, self.X2),
                              answers):
            self.data['X' + name] = draw.stored(x, self.kind_of_x)
            self.data['y' + name] = y
        self.wv, self.wnew = rng.uniform(0.5, 2, 12), rng.integers(1, 4, 15).astype(float)
        self.data.update(wv=self.wv.reshape(-1, 1), wnew=self.wnew.reshape(-1, 1))

    def draw_options(self, large):
        rng, o = self.rng, self.options
        epochs = int(rng.integers(1, 3 if large else 7))
        # A linear model begins where all samples together have no gradient by its biases.
        few = (3, 5, 7, 9) if set(self.activations) <= {'none'} else (3, 7, 16, 25, self.n, 128)
        batch = int(pick(rng, *few)) if not large \
            else int(pick(rng, 100, 128, 700, 2000))
        self.precision = pick(rng, 'double', 'double', 'single')
        o.update(Epochs=epochs, BatchSize=batch, Seed=int(rng.integers(0, 100)),
                 Precision=self.precision, Threads=int(rng.integers(1, 3)), Verbose=0)
        self.tags.add(self.precision)
        if self.kind_of_x in ('plain', 'scales', 'far', 'mixed') and chance(rng, 0.4):
            o['FeatureNames'] = tuple(f'x{j}' for j in range(self.d))
            self.tags.add('names')
        self.shuffle = chance(rng, 0.5)
        o['Shuffle'] = self.shuffle
        self.net = {'task': self.task, 'activations': self.activations, 'batch': batch,
                    'beta1': 0.9, 'beta2': 0.999, 'epsilon': 1e-7, 'l1method': 'proximal',
                    'keepzeros': False, 'keep': 'best', 'schedule': False,
                    'patience': np.inf,
                    'scales': np.ones(epochs)}
        self.draw_rates(epochs)
        self.draw_scaling()
        self.draw_penalty(epochs)
        self.draw_weights()
        self.draw_validation()

    def draw_rates(self, epochs):
        rng, o, net = self.rng, self.options, self.net
        rate = float(pick(rng, 1e-3, 3e-3, 0.01, 0.03))
        net['rates'] = np.full(epochs, rate)
        if chance(rng, 0.2):
            o['LearnRate'] = Code(f'@(k) {rate!r} * 0.8 ^ k')
            net['rates'] = rate * 0.8 ** np.arange(1, epochs + 1)
        else:
            o['LearnRate'] = rate
        if chance(rng, 0.2):
            net.update(beta1=0.8, beta2=0.99, epsilon=1e-5)
            o.update(Beta1=0.8, Beta2=0.99, Epsilon=1e-5)

    def draw_scaling(self):
        rng, o = self.rng, self.options
        wild = self.kind_of_x in ('far', 'scales', 'mixed', 'uint8') \
            or (self.kind_of_x == 'constant' and abs(self.X).max() > 1e3)
        self.standardize = wild or chance(rng, 0.5)
        if chance(rng, 0.25):
            self.tags.add('auto')
            if chance(rng, 0.5):
                o['Standardize'] = 'auto'
        else:
            o['Standardize'] = self.standardize
        self.standardize_y = False
        if self.task == 'regression':
            self.standardize_y = chance(rng, 0.8)
            if not self.standardize_y or chance(rng, 0.3):
                o['StandardizeY'] = self.standardize_y

    def draw_penalty(self, epochs):
        rng, o, layers = self.rng, self.options, len(self.sizes) - 1
        penalty = pick(rng, 'none', 'l1', 'l1', 'l2', 'elasticnet', 'group', 'decoupled')
        o['Penalty'] = penalty
        self.f = network.factors('none', 0, 0, np.ones(layers, bool), layers)
        self.cost_options = {'Penalty': penalty}
        self.tags.add(penalty)
        if penalty == 'none':
            return
        lam = 10.0 ** rng.uniform(-3.5, -0.5)
        alpha = {'elasticnet': 0.5, 'group': 0.0}.get(penalty)
        chosen = np.ones(layers, bool)
        extra = {}
        if alpha is not None and chance(rng, 0.6):
            alpha = extra['Alpha'] = float(rng.choice([0.1, 0.7, 1.0]))
        if chance(rng, 0.4):
            chosen, extra['PenalizedLayers'] = self.some_layers(penalty, layers)
        if chance(rng, 0.2):
            o['Lambda'] = Code(f'@(k) {lam!r} * min (1, k / 3)')
            self.net['schedule'] = True
            lambdas = lam * np.minimum(1, np.arange(1, epochs + 1) / 3)
            lam = lambdas.max()
            self.net['scales'] = lambdas / lam
            self.tags.add('schedule')
        elif chance(rng, 0.3):
            lam = [float(lam * s) for s in rng.uniform(0, 2, layers)]
        lam = lam if isinstance(lam, list) else float(lam)
        o.setdefault('Lambda', lam)
        o.update(extra)
        self.cost_options.update(extra, Lambda=lam)
        if penalty in ('l1', 'elasticnet', 'group') and chance(rng, 0.2):
            if penalty != 'group' and self.kind_of_x != 'far':
                o['L1Method'] = self.net['l1method'] = 'subgradient'
        self.f = network.factors(penalty, lam, alpha, chosen, layers)

    def some_layers(self, penalty, layers):
        rng = self.rng
        chosen = np.zeros(layers, bool)
        if layers > 1 and chance(rng, 0.5):
            chosen[:-1] = True
            return chosen, 'hidden'
        while not chosen.any():
            chosen = rng.random(layers) < 0.6
        if penalty == 'group':
            chosen[0] = True
        return chosen, [int(l) + 1 for l in np.flatnonzero(chosen)]

    def draw_weights(self):
        rng = self.rng
        self.by_class = None
        if self.task == 'classification' and chance(rng, 0.3):
            if chance(rng, 0.4):
                self.by_class = self.options['ClassWeights'] = 'balanced'
                self.tags.add('balanced')
            else:
                self.by_class = [float(c) for c in rng.uniform(0.3, 3, self.outputs)]
                self.options['ClassWeights'] = self.by_class
            self.tags.add('class-weights')

    def draw_validation(self):
        rng, o = self.rng, self.options
        self.validated = chance(rng, 0.4)
        self.weighted_validation = chance(rng, 0.5)
        if not self.validated:
            return
        self.tags.add('validation')
        o['ValidationData'] = Code('{d.Xv, d.yv, d.wv}' if self.weighted_validation
                                   else '{d.Xv, d.yv}')
        if chance(rng, 0.4):
            o['Keep'] = self.net['keep'] = 'last'
        if chance(rng, 0.4):
            o['Patience'] = self.net['patience'] = int(rng.integers(1, 3))
            self.tags.add('patience')

    # ---------------------------------------------------------------------------------- Code --

    def write_code(self):
        rng, o = self.rng, self.options
        add = self.add
        add(f'args = {{{arguments(o)}}};')
        add('[m, h] = nnreg_fit (d.X, d.y, args{:});')
        add('r.model = plain (m);')
        add('r.history = timeless (h);')
        names = ', '.join(f'"{a}"' for a in self.activations)
        add(f'r.start = start ("{self.task}", {literal(self.sizes)}, {{{names}}}, '
            f'"{self.precision}", {o["Seed"]});')
        kept = self.n if self.w is None else int((self.w > 0).sum())
        add(f'r.orders = row_orders ({kept}, {o["Seed"]}, {o["Epochs"]});')
        add('[yhat, r.scores] = nnreg_predict (m, d.Xnew);')
        if self.task == 'classification':
            add('r.yhat = class_numbers (yhat, m.ClassNames);')
            if self.kind_of_y != 'one-hot':
                add('r.same_class = strcmp (class (yhat), class (d.y));')
        add('e = nnreg_evaluate (m, d.Xnew, d.ynew, "Weights", d.wnew);')
        add('r.evaluated = rmfield (e, intersect (fieldnames (e), {"ClassNames", "ROC", '
            '"Reliability"}));')
        self.write_names()
        add('r.sparsity = nnreg_sparsity (m);')
        add('[~, r.compact] = nnreg_predict (nnreg_compact (m), d.Xnew);')
        self.theta = 0.5 * rng.standard_normal(
            sum((a + 1) * b for a, b in zip(self.sizes[:-1], self.sizes[1:])))
        self.data['theta'] = self.theta.reshape(-1, 1)
        given = {name: o[name] for name in ('Task', 'LayerSizes', 'Activations', 'Weights',
                                            'ClassWeights') if name in o}
        if self.cost_options['Penalty'] != 'decoupled':
            given.update(self.cost_options)
        add(f'[r.J, r.grad] = nnreg_cost (d.theta, d.X, d.y, {arguments(given)});')
        self.write_more()

    def write_names(self):
        """New data with columns in another order, one more, and a gap."""
        if 'FeatureNames' not in self.options:
            return
        order = self.rng.permutation(self.d)
        names = [f'x{j}' for j in order] + ['other']
        dense = self.Xnew[:, np.append(order, 0)]
        dense[3, self.rng.integers(self.d)] = np.nan
        self.data['Xgap'] = dense
        self.add(f'[~, r.gap] = nnreg_predict (m, d.Xgap, "FeatureNames", {literal(tuple(names))}, '
                 '"MissingRows", "keep");')

    def write_more(self):
        """A training that goes on: with other rows, without zeros, from a checkpoint."""
        rng, o = self.rng, self.options
        self.more = pick(rng, None, None, 'chunk', 'chunk', 'keep-zeros', 'checkpoint')
        if self.more is None:
            return
        self.tags.add(self.more)
        if self.more == 'checkpoint':
            if o['Epochs'] > 1:
                first = int(rng.integers(1, o['Epochs']))
                self.add('f = tempname ();')
                self.add(f'args{{2 * find (strcmp (args(1:2:end), "Epochs"))}} = {first};')
                self.add('nnreg_fit (d.X, d.y, args{:}, "CheckpointFile", f);')
                self.add(f'args{{2 * find (strcmp (args(1:2:end), "Epochs"))}} = {o["Epochs"]};')
                self.add('m2 = nnreg_fit (d.X, d.y, args{:}, "CheckpointFile", f);')
                self.add('unlink (f);')
                self.add('r.continued = all_parameters (m2);')
            return
        given = {name: value for name, value in o.items()
                 if name not in ('Task', 'LayerSizes', 'Activations', 'Standardize',
                                 'StandardizeY', 'Weights')}
        X = 'd.X2, d.y2' if self.more == 'chunk' else 'd.X, d.y'
        self.f2 = self.f
        if self.more == 'keep-zeros':
            for name in ('Penalty', 'Lambda', 'Alpha', 'PenalizedLayers', 'L1Method'):
                given.pop(name, None)
            given['KeepZeros'] = True
            self.f2 = network.factors('none', 0, 0, np.ones(len(self.sizes) - 1, bool),
                                      len(self.sizes) - 1)
        self.add(f'm2 = nnreg_fit ({X}, "InitialModel", m, {arguments(given)});')
        self.add('r.more = plain (m2);')
        n2 = len(self.X2) if self.more == 'chunk' else self.n
        self.add(f'r.orders2 = row_orders ({n2}, {o["Seed"]}, {o["Epochs"]});')

    # -------------------------------------------------------------------------------- Judging --

    def judge(self, r):
        unit = UNIT[self.precision]
        w = np.ones(self.n) if self.w is None else self.w
        used = w > 0
        X, T, w = self.X[used], self.Y[0][used], w[used]
        self.tolerance = 1e-9 if self.precision == 'double' else 3e-4
        shift, scale = self.judge_scales(r, X, w)
        y_shift, y_scale = np.zeros(self.outputs), np.ones(self.outputs)
        if self.standardize_y:
            y_shift, y_scale = (a.astype(float) for a in network.moments(T, w))
        if self.task == 'regression':
            self.near('ResponseMean', (column(r['model']['ResponseMean']) - y_shift) / y_scale,
                      0 * y_shift, 1e-12 * (1 + (abs(y_shift) / y_scale).max()))
            self.near('ResponseScale', column(r['model']['ResponseScale']) / y_scale,
                      np.ones(self.outputs), 1e-11)
        scaled = lambda A: ((A - shift) / scale).astype(float)
        answer = lambda B: (B - y_shift) / y_scale
        spec = {'X': scaled(X), 'T': answer(T), 'w': w * self.class_factors(T, w),
                'shift': shift, 'scale': scale, 'y_shift': y_shift, 'y_scale': y_scale}
        validation = None
        if self.validated:
            wv = self.wv if self.weighted_validation else np.ones(len(self.Xv))
            validation = (scaled(self.Xv), answer(self.Y[1]), wv)
        layers = network.roll(column(r['start']), self.sizes)
        if r['model']['Standardize'] is True or r['model']['Standardize'] == 1:
            layers[0][0][:, (X == X[0]).all(axis=0)] = 0
        if not self.hidden and self.options['Penalty'] != 'group':
            layers = [(0 * layers[0][0], network.null_biases(spec['T'], spec['w'], self.task))]
        orders = self.orders(r['orders'], len(X))
        self.judge_training('', r['model'], layers, spec, self.f, self.net, orders, validation,
                            r['history'])
        mine = network.roll(column(r['model']['theta']), self.sizes)
        self.judge_predictions(r, mine, scaled(self.Xnew), answer(self.Y[2]), spec)
        self.judge_cost(r)
        self.judge_sparsity(r['sparsity'], mine)
        self.near('predictions of the compacted model', r['compact'], r['scores'],
                  1e3 * unit * self.stretch)
        if self.more == 'checkpoint' and 'continued' in r:
            self.same('continued from a checkpoint', column(r['continued']),
                      column(r['model']['theta']))
        elif self.more in ('chunk', 'keep-zeros'):
            self.judge_more(r, mine, spec, scaled, answer, validation)

    def orders(self, shuffled, num_rows):
        if self.shuffle:
            return np.reshape(shuffled, (-1, num_rows)).astype(int) - 1
        return np.tile(np.arange(num_rows), (len(self.net['scales']), 1))

    def judge_scales(self, r, X, w):
        done = r['model']['Standardize']
        shift, scale = np.zeros(self.d), np.ones(self.d)
        self.stretch = 1
        if 'auto' not in self.tags:
            self.same('Settings.Standardize', bool(done), self.standardize)
            done = self.standardize
        elif isinstance(done, str) and done == 'range':
            scale = column(r['model']['InputScale'])
            self.same('one range', scale, np.full(self.d, scale[0]))
            self.same('zeros stay', column(r['model']['InputMean']), shift)
            if not 0.5 <= (abs(X).max() / scale[0]) <= 1.01:
                self.faults.append(f'a range of {scale[0]} for values up to {abs(X).max()}')
            return shift, scale
        if not done:
            if self.kind_of_x in ('scales', 'far', 'mixed', 'uint8') and self.uneven(X, w):
                self.faults.append('"auto" leaves columns alone that differ')
            return shift, scale
        alone = self.hidden and self.options['Penalty'] != 'group'
        if 'auto' in self.tags and alone and self.kind_of_x in ('unit', 'logical'):
            self.faults.append('"auto" scales columns within [0, 1]')
        shift, scale = network.moments(X, w)
        constant = (X == X[0]).all(axis=0)
        self.stretch = float(1 + (abs(shift) / scale)[~constant].max(initial=0))
        unit = UNIT['double']
        self.near('InputMean', (column(r['model']['InputMean']) - shift.astype(float)) / scale,
                  0 * shift, 10 * unit * self.stretch)
        self.same('InputMean of constant columns', column(r['model']['InputMean'])[constant],
                  X[0][constant])
        self.near('InputScale', column(r['model']['InputScale']) / scale, np.ones(self.d),
                  100 * unit + 10 * unit * self.stretch)
        self.tolerance += 1e3 * unit * self.stretch
        return shift.astype(float), scale.astype(float)

    def uneven(self, X, w):
        """Beyond doubt: columns far from 0, or of other scales, are among those that vary."""
        shift, scale = network.moments(X, w)
        vary = ~(X == X[0]).all(axis=0)
        if vary.sum() < 1:
            return False
        largest = abs(X[:, vary]).max(axis=0)
        return (abs(shift) / scale)[vary].max() > 1000 or largest.max() > 1e4 * largest.min()

    def class_factors(self, T, w):
        if self.by_class is None:
            return 1
        if self.by_class == 'balanced':
            share = w @ T
            there = share > 0
            return T @ (there * w.sum() / (there.sum() * np.where(there, share, 1)))
        return T @ np.array(self.by_class)

    def judge_training(self, name, model, layers, spec, f, net, orders, validation, history=None):
        args = (layers, spec['X'], spec['T'], spec['w'], net, f, orders, spec['y_scale'],
                validation)
        trained, mine, kept = network.train(*args)
        theta = network.unroll(trained)
        before = len(self.faults)
        got = column(model['theta'])
        self.near(name + 'parameters', got, theta, self.tolerance)
        if self.precision == 'double':  # weights of 1e-100 may be 0 in one of the two
            self.same(name + 'zeros', abs(got) < 1e-30, abs(theta) < 1e-30)
        if history is not None:
            self.judge_history(history, mine)
            self.judge_lambdas(model, f, net['scales'][kept])
        new = self.faults[before:]
        if new and self.excused(args, got, theta, new):
            self.faults[before:] = []
            self.excuse = new[0]

    def judge_history(self, h, mine):
        root = np.sqrt if self.task == 'regression' else np.asarray
        score = 'RMSE' if self.task == 'regression' else 'Accuracy'
        wanted = {'Loss': mine['DataLoss'] + mine['Penalty'], 'DataLoss': mine['DataLoss'],
                  'Penalty': mine['Penalty'], score: root(mine['Metric'])}
        if self.precision == 'double' and not mine['Tiny']:
            wanted['Zeros'] = mine['Zeros']
        if self.validated:
            wanted.update({'ValDataLoss': mine['ValDataLoss'], 'Val' + score:
                           root(mine['ValMetric']),
                           'ValLoss': mine['ValDataLoss'] + mine['Penalty']})
        for name, values in wanted.items():
            slack = 0
            if name.endswith('Accuracy'):
                slack = mine['Ties'].max()
            self.near('history.' + name, column(h[name]), values, self.tolerance + slack)

    def judge_lambdas(self, model, f, scale):
        for name, values in (('Lambda1', f['l1']), ('Lambda2', f['l2']),
                             ('LambdaGroup', f['group'])):
            self.near('model.' + name, column(model[name]), scale * np.atleast_1d(values), 1e-12)

    def excused(self, args, got, theta, faults):
        """Whether rounding may explain the difference: numpy's own training moves as far if it
        rounds as coarsely."""
        if any('values instead of' in fault or 'model.' in fault for fault in faults):
            return False
        spread, flips, swing = 0, np.zeros(theta.size, bool), 0
        plain = network.train(*args)
        for k in range(8):
            rng = np.random.default_rng([self.seed, 7, k])
            noisy = network.train(*args, noise=(rng, 4 * UNIT[self.precision]))
            moved = network.unroll(noisy[0])
            spread = max(spread, abs(moved - theta).max())
            flips |= (moved == 0) != (theta == 0)
            if noisy[1]['Zeros'].size != plain[1]['Zeros'].size:
                return True  # rounding decides when Patience ends
            swing = max(swing, max(abs(noisy[1][name] - plain[1][name]).max()
                                   for name in plain[1] if name not in ('Tiny', 'Ties')))
        for fault in faults:
            if 'history' in fault:
                if swing < 1e-3 * self.tolerance:
                    return False
            elif 'zeros' in fault:
                if ((got == 0) != (theta == 0))[~flips].any() and not flips.any():
                    return False
            elif abs(got - theta).max() > 30 * spread:
                return False
        return True

    def judge_predictions(self, r, layers, X, T, spec):
        _, F = network.forward(layers, X, self.activations)
        tolerance = 1e-11 if self.precision == 'double' else 1e-4
        tolerance += 100 * UNIT[self.precision] * (1 + abs(F).max())
        tolerance += 100 * UNIT['double'] * self.stretch * abs(layers[0][0]).sum()
        if 'gap' in r:
            gap = np.array(r['scores'], float).reshape(len(X), -1)
            gap[3] = np.nan
            self.near('scores by names, with a gap', r['gap'], gap, 10 * UNIT[self.precision])
        if self.task == 'regression':
            answers = F * spec['y_scale'] + spec['y_shift']
            self.near('predictions', r['scores'], answers, tolerance)
        else:
            self.near('scores', r['scores'], np.exp(network.log_softmax(F)), tolerance)
            self.same('labels', column(r['yhat']), np.atleast_2d(r['scores']).argmax(axis=1) + 1)
            if not r.get('same_class', True):
                self.faults.append('labels of another class')
        p = np.asarray(r['scores'], float).reshape(T.shape, order='F')
        truth = self.Y[2]
        wanted = scores.all_metrics(self.task, truth, p, self.wnew, UNIT[self.precision])
        tiny = np.finfo(np.float32 if self.precision == 'single' else float).tiny
        if self.task == 'regression':
            loss = (((truth - p) / spec['y_scale']) ** 2).mean(axis=1)
        else:
            loss = -np.log(np.maximum((p * truth).sum(axis=1), tiny))
        wanted['DataLoss'] = (self.wnew * loss).sum() / self.wnew.sum()
        e = r['evaluated']
        for name, value in wanted.items():
            self.near('evaluate.' + name, e[name], value,
                      1e-10 if self.precision == 'double' else 1e-5)
        f, scale = self.f, 1
        if self.net['schedule'] and self.f['l1'].any() | self.f['l2'].any() | (f['group'] > 0):
            lambdas = np.concatenate([column(r['model'][k]) for k in
                                      ('Lambda1', 'Lambda2', 'LambdaGroup')])
            full = np.concatenate([f['l1'], f['l2'], [f['group']]])
            scale = lambdas.max() / full.max()
        self.near('evaluate.Penalty', e['Penalty'], scale * network.penalty_value(layers, f),
                  1e-11 if self.precision == 'double' else 1e-5)

    def judge_cost(self, r):
        w = np.ones(self.n) if self.w is None else self.w
        used = w > 0
        X, T, w = self.X[used], self.Y[0][used], w[used]
        w = w * self.class_factors(T, w)
        f = self.f
        if self.cost_options['Penalty'] == 'decoupled':
            f = network.factors('none', 0, 0, np.ones(len(self.sizes) - 1, bool),
                                len(self.sizes) - 1)
        layers = network.roll(self.theta, self.sizes)
        J, grad = network.cost(layers, X, T, w, self.net, f)
        self.near('cost', r['J'], J, 1e-12)
        self.near('gradient', column(r['grad']), grad, 1e-10 if self.kind_of_x in
                  ('far', 'mixed', 'scales', 'uint8', 'constant') else 1e-12)

    def judge_sparsity(self, s, layers):
        forth = [np.ones(self.d, bool)]
        for W, _ in layers:
            forth.append(((W != 0) & forth[-1]).any(axis=1))
        back = [np.ones(self.outputs, bool)]
        for W, _ in reversed(layers):
            back.insert(0, ((W != 0) & back[0][:, None]).any(axis=0))
        live = [a & b for a, b in zip(forth, back)]
        zeros = [(W == 0).sum() for W, _ in layers]
        self.same('sparsity.Zeros', column(s['Zeros']), zeros)
        self.same('sparsity.NonZeros', column(s['NonZeros']),
                  [W.size - z for (W, _), z in zip(layers, zeros)])
        self.same('sparsity.LiveInputs', column(s['LiveInputs']), np.flatnonzero(live[0]) + 1)
        self.same('sparsity.NumLiveUnits', column(s['NumLiveUnits']),
                  [u.sum() for u in live[1:-1]])
        self.near('sparsity.Norms', column(s['Norms']), [np.linalg.norm(W) for W, _ in layers],
                  1e-6)
        parameters = self.outputs + sum(u.sum() for u in live[1:-1])
        for (W, _), i, o in zip(layers, live[:-1], live[1:]):
            parameters += (W[np.ix_(o, i)] != 0).sum()
        self.same('sparsity.NumLiveParameters', s['NumLiveParameters'], parameters)
        used = live[1] if self.hidden else np.ones(self.outputs, bool)
        strength = np.sqrt((layers[0][0][used] ** 2).sum(axis=0))[live[0]]
        self.near('sparsity.Strengths', column(s['Strengths']), np.sort(strength)[::-1], 1e-6)

    def judge_more(self, r, mine, spec, scaled, answer, validation):
        net = dict(self.net)
        if self.more == 'chunk':
            X, T = self.X2, self.Y[3]
        else:
            X, T = self.X, self.Y[0]
            net.update(keepzeros=True, schedule=False, scales=np.ones(len(net['scales'])),
                       l1method='proximal')
        orders = self.orders(r['orders2'], len(X))
        weight = np.ones(len(X))
        two = dict(spec, X=scaled(X), T=answer(T), w=weight * self.class_factors(T, weight))
        self.near('scales of the InitialModel', column(r['more']['InputScale']),
                  column(r['model']['InputScale']), 0)
        self.judge_training('going on: ', r['more'], mine, two, self.f2, net, orders, validation)
