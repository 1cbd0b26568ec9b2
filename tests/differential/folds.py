# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paths and searches: lambdas, points and fold scores against trainings of their own."""
import numpy as np

import draw
import linear
import network
import scores
from draw import Code, arguments, chance, pick
from problem import UNIT, Problem, column


def fold_score(name, task, truth, F, w, y_scale):
    """The score NAME of predictions F, and how far rounding may move it."""
    truth, F = np.atleast_2d(truth), np.atleast_2d(F)
    if name == 'Loss' or name == 'DataLoss':
        if task == 'regression':
            losses = (((F - truth) / y_scale) ** 2).mean(axis=1)
        else:
            losses = -np.log(np.maximum((F * truth).sum(axis=1), np.finfo(float).tiny))
        return (w * losses).sum() / w.sum(), 0
    if name == 'RMSE':
        return np.sqrt((w * ((F - truth) ** 2).mean(axis=1)).sum() / w.sum()), 0
    ties = network.near_ties(F, w)
    if name == 'Accuracy':
        return (w * (F.argmax(axis=1) == truth.argmax(axis=1))).sum() / w.sum(), ties
    found = scores.all_metrics(task, truth, F, w, UNIT['double'])
    return found[name], 10 * ties


class Folded(Problem):
    """What a path and a search have in common: data, folds, their checks."""

    def draw_table(self):
        rng = self.rng
        self.task = pick(rng, 'classification', 'regression')
        self.outputs = int(rng.integers(2, 4) if self.task == 'classification'
                           else rng.integers(1, 3))
        self.n, self.d = int(rng.integers(36, 70)), int(rng.integers(1, 7))
        self.kind_of_x = pick(rng, 'plain', 'unit', 'scales', 'far', 'constant', 'equal', 'sparse')
        self.X = draw.inputs(rng, self.n, self.d, self.kind_of_x)(self.n)
        self.tags |= {self.task, 'x-' + self.kind_of_x}
        if self.task == 'regression':
            self.T = draw.responses(rng, self.X, self.outputs)
            y = self.T
        else:
            idx = draw.classes(rng, self.X, self.outputs, np.arange(6 * self.outputs))
            idx[:6 * self.outputs] = np.tile(np.arange(self.outputs), 6)
            self.T = np.eye(self.outputs)[idx]
            y = draw.labels(idx, pick(rng, 'numbers', 'text', 'zero-based'), self.outputs)
        self.data = {'X': draw.stored(self.X, self.kind_of_x), 'y': y}
        w = draw.weights(rng, self.n, pick(rng, None, None, 'integers', 'real'))
        self.w = np.ones(self.n) if w is None else w
        self.weighted = w is not None
        if self.weighted:
            self.tags.add('weights')
            self.data['w'] = w.reshape(-1, 1)
        if chance(rng, 0.4):
            given = np.tile(np.arange(1, 4), self.n)[:self.n]
            self.data['folds'] = rng.permutation(given).reshape(-1, 1).astype(float)
            self.cv = Code('d.folds')
        else:
            self.cv = 3

    def weights_option(self):
        return ', "Weights", d.w' if self.weighted else ''

    def train_each_fold(self, count, options, more, unit=None):
        """Code that trains COUNT models without each fold; MORE are the options of the k-th. UNIT
        of y is that of all folds; by default each fold has its own."""
        self.add(f'unit = {unit or 1};')
        self.add(f'for k = {count}')
        self.add('  for f = 1:3')
        self.add('    out = r.folds == f;')
        weights = ', "Weights", d.w(! out)' if self.weighted else ''
        y = 'd.y(! out,:) ./ unit' if unit else 'd.y(! out,:)'
        self.add(f'    m = nnreg_fit (d.X(! out,:), {y}, {arguments(options)}{weights}, {more});')
        self.add('    [~, r.outputs{k,f}] = nnreg_predict (m, d.X(out,:));')
        if unit:
            self.add('    r.outputs{k,f} .*= unit;')
        self.add(f'    r.units{{k,f}} = {"unit" if unit else "m.ResponseScale"};')
        self.add('  end')
        self.add('end')

    def judge_folds(self, r):
        folds = column(r['folds']).astype(int)
        if 'folds' in self.data:
            self.same('given folds', folds, self.data['folds'])
        elif self.task == 'classification':
            for k in range(self.outputs):
                counts = np.bincount(folds[self.T[:, k] > 0], minlength=4)[1:]
                if np.ptp(counts) > 1:
                    self.faults.append(f'class {k} has {counts} rows in the folds')
        elif np.ptp(np.bincount(folds, minlength=4)[1:]) > 1:
            self.faults.append('folds of different sizes')
        return folds

    def judge_scores(self, what, name, got, outputs, units, folds, tolerance=1e-6):
        """Of one candidate or point: GOT has the score of each fold."""
        for f in (1, 2, 3):
            out = folds == f
            F = np.asarray(outputs[f - 1], float).reshape((out.sum(), -1), order='F')
            scale = column(units[f - 1]) if self.task == 'regression' else 1
            wanted, slack = fold_score(name, self.task, self.T[out], F, self.w[out], scale)
            self.near(f'{what}: {name} of fold {f}', got[f - 1], wanted, tolerance + slack)


class Path(Folded):
    """A linear model's path by the exact solver."""

    def __init__(self, seed):
        super().__init__('path', seed)
        self.rng = rng = np.random.default_rng([seed, 4])
        self.draw_table()
        self.penalty = pick(rng, 'l1', 'l1', 'l2', 'elasticnet', 'group')
        self.tags.add(self.penalty)
        self.options = {'Task': self.task, 'LayerSizes': [], 'Penalty': self.penalty, 'Verbose': 0,
                        'Threads': 1, 'Seed': int(rng.integers(0, 30)), 'Tolerance': 1e-13}
        self.standardize = True
        if chance(rng, 0.4):
            self.standardize = self.options['Standardize'] = chance(rng, 0.5)
        self.alpha = {'elasticnet': 0.5, 'group': 0.0}.get(self.penalty)
        if self.alpha is not None and chance(rng, 0.6):
            self.alpha = self.options['Alpha'] = float(pick(rng, 0.3, 0.9))
        self.standardize_y = self.task == 'regression'
        self.number, self.ratio = int(rng.integers(2, 7)), float(pick(rng, 0.5, 0.05, 0.005))
        self.score = pick(rng, None, {'regression': 'RMSE'}.get(self.task, 'Accuracy'))
        self.write_code()

    def write_code(self):
        own = {'NumLambda': self.number, 'LambdaRatio': self.ratio, 'CV': self.cv}
        if self.score:
            own['Score'] = self.score
        self.score = self.score or 'Loss'
        self.add(f'p = nnreg_path (d.X, d.y, {arguments({**self.options, **own})}'
                 f'{self.weights_option()});')
        self.add('r.folds = p.Folds;')
        self.add('r.fold_weights = p.FoldWeights;')
        self.add('for name = {"Lambda", "TrainLoss", "Mean", "SE", "CVLoss", "FoldScores", '
                 '"FoldLosses", "IndexMin", "LambdaMin", "Index1SE", "LiveInputs", "Zeros"}')
        self.add('  r.(name{1}) = p.(name{1});')
        self.add('end')
        self.add('for k = 1:numel (p.Lambda)')
        self.add('  r.models{k} = plain (p.Models{k});')
        self.add('end')
        more, unit = '"Lambda", p.Lambda(k)', None
        if self.task == 'regression':
            more, unit = more + ', "StandardizeY", false', 'p.Models{1}.ResponseScale'
        self.train_each_fold('1:numel (p.Lambda)', self.options, more, unit)

    def judge(self, r):
        one = linear.Solution(self)
        s = one.spec(self.X, self.T, self.w)
        lambdas = column(r['Lambda'])
        self.judge_lambdas(lambdas, s)
        folds = self.judge_folds(r)
        L = lambdas.size
        models = [r['models']] if isinstance(r['models'], dict) else list(r['models'])
        outputs, units = (np.array(r[k], dtype=object).reshape((L, 3)) if L > 1 else [r[k]]
                          for k in ('outputs', 'units'))
        table = {k: np.asarray(r[k], float).reshape((3, L), order='F')
                 for k in ('FoldScores', 'FoldLosses')}
        for k in range(L):
            one.f = network.factors(self.penalty, lambdas[k], self.alpha, np.ones(1, bool), 1)
            one.judge_solution(f'point {k + 1}: ', models[k], s, '')
            if k == 0 and self.penalty != 'l2' and np.any(models[0]['theta'][:-self.outputs]):
                self.faults.append('weights at the first lambda')
            self.judge_scores(f'point {k + 1}', self.score, table['FoldScores'][:, k], outputs[k],
                              units[k], folds)
            self.judge_scores(f'point {k + 1}', 'Loss', table['FoldLosses'][:, k], outputs[k],
                              units[k], folds)
        self.faults += one.faults
        weights = np.array([self.w[folds == f].sum() for f in (1, 2, 3)])
        self.judge_choice(r, lambdas, table, weights)

    def judge_choice(self, r, lambdas, table, weights):
        """The rules of cv.glmnet; WEIGHTS are those of the folds."""
        share = weights / weights.sum()
        given = column(r['fold_weights'])
        self.near('FoldWeights', given / given.sum(), share, 1e-12)
        mean = share @ table['FoldScores']
        se = np.sqrt(share @ (table['FoldScores'] - mean) ** 2 / 2)
        self.near('Mean', column(r['Mean']), mean, 1e-12)
        self.near('SE', column(r['SE']), se, 1e-9)
        self.near('CVLoss', column(r['CVLoss']), share @ table['FoldLosses'], 1e-12)
        best = (mean if self.score == 'Accuracy' else -mean)
        least, chosen = int(r['IndexMin']) - 1, int(r['Index1SE']) - 1
        self.near('the best mean', best[least], best.max(), 1e-12)
        self.near('LambdaMin', r['LambdaMin'], lambdas[least], 0)
        beyond = best - best.max() + se[least]
        # A point without inputs may be two standard errors away.
        empty = np.asarray(column(r['LiveInputs'])) == 0
        beyond = np.where(empty, beyond + se[least], beyond)
        if chosen != np.argmax(beyond >= 0) and abs(beyond).min() > 1e-12:
            self.faults.append('Model1SE is not the first within one standard error')

    def judge_lambdas(self, lambdas, s):
        null = network.null_biases(s['T'], s['u'], self.task)
        F = null + 0 * s['T']
        delta = np.exp(network.log_softmax(F)) - s['T'] if self.task == 'classification' \
            else 2 / self.outputs * (F - s['T'])
        G = abs((delta * s['u'][:, None]).T @ s['Z'])
        if self.penalty == 'l1':
            top = G.max()
        elif self.penalty == 'elasticnet':
            top = G.max() / self.alpha
        elif self.penalty == 'l2':
            top = G.max() / 1e-3 / 2
        else:
            top = max(self.entry(g) for g in G.T)
        wanted = top * self.ratio ** (np.arange(self.number) / (self.number - 1))
        self.near('Lambda', lambdas / top, wanted[:lambdas.size] / top,
                  1e-9 + 1e-13 * (abs(s['centre']) / np.where(s['deviation'] > 0, s['deviation'],
                                                              1)).max())

    def entry(self, g):
        """The least lambda at which the group is zero: norm (max (g - a l, 0)) = (1 - a) l."""
        low, high = 0.0, max(np.linalg.norm(g) / max(1 - self.alpha, 0.05), 1e-300)
        for _ in range(200):
            middle = (low + high) / 2
            alive = np.linalg.norm(np.maximum(g - self.alpha * middle, 0)) \
                > (1 - self.alpha) * middle
            low, high = (middle, high) if alive else (low, middle)
        return high


class Search(Folded):
    """A grid of networks, or of linear models."""

    def __init__(self, seed):
        super().__init__('search', seed)
        self.rng = rng = np.random.default_rng([seed, 5])
        self.draw_table()
        hidden = pick(rng, [], [4], [3, 2])
        self.options = {'Task': self.task, 'Verbose': 0, 'Threads': int(rng.integers(1, 3)),
                        'Seed': int(rng.integers(0, 30)), 'LayerSizes': hidden,
                        'Precision': 'double'}
        if hidden:
            self.options.update(Epochs=int(rng.integers(1, 5)), LearnRate=0.01,
                                BatchSize=int(pick(rng, 5, 16, 100)),
                                Activations=pick(rng, 'tanh', 'relu'))
        else:
            # A search's solver is another one than nnreg_fit's: both must come near the optimum.
            self.options['Tolerance'] = 1e-12
        if chance(rng, 0.6):
            self.options['Standardize'] = True
            if self.kind_of_x in ('plain', 'unit'):
                self.options['Standardize'] = chance(rng, 0.5)
        elif hidden:
            self.tags.add('auto')
        self.tags.add('network' if hidden else 'linear')
        self.lambdas = [float(10.0 ** rng.uniform(-3, -1)) for _ in range(2)]
        self.penalties = pick(rng, ('l1', 'l2'), ('elasticnet',), ('l2', 'group'))
        names = {'regression': ('RMSE', 'MSE', 'DataLoss'),
                 'classification': ('Accuracy', 'LogLoss', 'DataLoss', 'MacroRecall')}
        self.score = pick(rng, *names[self.task])
        self.tags.add(self.score)
        self.write_code()

    def write_code(self):
        grid = Code(f'{{"Penalty", {draw.literal((self.penalties,))[1:-1]}, '
                    f'"Lambda", {draw.literal(self.lambdas)}}}')
        own = {'CV': self.cv, 'Score': self.score}
        self.add(f's = nnreg_gridsearch (d.X, d.y, {grid.text}, '
                 f'{arguments({**self.options, **own})}{self.weights_option()});')
        self.add('r.folds = s.Folds;')
        self.add('[r.BestIndex, r.BestScore] = deal (s.BestIndex, s.BestScore);')
        self.add('r.FoldScores = vertcat (s.Results.FoldScores).\';')
        self.add('[r.Mean, r.Std] = deal ([s.Results.Mean], [s.Results.Std]);')
        self.add('r.model = plain (s.Model);')
        self.add('count = numel (s.Results);')
        self.add('params = @(k) s.Results(k).Params;')
        self.add('own = @(k) [fieldnames(params (k)), struct2cell(params (k))].\';')
        # All rows decide what "auto" means, and the penalty.
        self.add('for k = 1:count')
        self.add(f'  m = nnreg_fit (d.X, d.y, {arguments(self.options)}{self.weights_option()}, '
                 'own (k){:});')
        self.add('  kinds{k} = m.Settings.Standardize;')
        self.add('end')
        options = {**self.options, 'Standardize': Code('kinds{k}')}
        self.train_each_fold('1:count', options, 'own (k){:}')
        self.add(f'm = nnreg_fit (d.X, d.y, {arguments(self.options)}{self.weights_option()}, '
                 'own (s.BestIndex){:});')
        self.add('r.refitted = plain (m);')

    def judge(self, r):
        folds = self.judge_folds(r)
        count = len(self.lambdas) * len(self.penalties)
        scores_of = np.asarray(r['FoldScores'], float).reshape((3, count), order='F')
        outputs, units = (np.array(r[k], dtype=object).reshape((count, 3))
                          for k in ('outputs', 'units'))
        name = self.score
        for k in range(count):
            values = scores_of[:, k]
            if name == 'MSE':
                values = np.sqrt(values)
            self.judge_scores(f'candidate {k + 1}', 'RMSE' if name == 'MSE' else name, values,
                              outputs[k], units[k], folds)
        mean = scores_of.mean(axis=0)
        self.near('Mean', column(r['Mean']), mean, 1e-12)
        self.near('Std', column(r['Std']), scores_of.std(axis=0, ddof=1), 1e-12)
        larger = name in ('Accuracy', 'MacroRecall')
        best = mean if larger else -mean
        self.near('the best mean', best[int(r['BestIndex']) - 1], best.max(), 1e-12)
        # Linear models of a search are trained by another solver than nnreg_fit's.
        mine, fitted = column(r['model']['theta']), column(r['refitted']['theta'])
        self.near('the model is that of nnreg_fit', mine, fitted,
                  1e-4 if 'linear' in self.tags else 0)
