# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""nnreg's networks again, in numpy and double: written from the help of nnreg_fit and nothing else.

A network is a list of (W, b), W outputs-by-inputs. Targets are one-hot, or responses.
"""
import numpy as np

SLOPES = {
    'relu': lambda a: (a > 0).astype(float),
    'tanh': lambda a: 1 - a * a,
    'sigmoid': lambda a: a * (1 - a),
    'none': np.ones_like,
}
ACTIVATIONS = {
    'relu': lambda z: np.maximum(z, 0),
    'tanh': np.tanh,
    'sigmoid': lambda z: 1 / (1 + np.exp(-np.clip(z, -700, 700))),
    'none': lambda z: z,
}


def roll(theta, sizes):
    """The network in the column [W1(:); b1; W2(:); b2; ...]."""
    layers, at = [], 0
    theta = np.asarray(theta, float).ravel()
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        W = theta[at:at + n_in * n_out].reshape((n_out, n_in), order='F')
        at += n_in * n_out
        layers.append((W.copy(), theta[at:at + n_out].copy()))
        at += n_out
    assert at == theta.size, (at, theta.size)
    return layers


def unroll(layers):
    return np.concatenate([np.concatenate([W.ravel(order='F'), b]) for W, b in layers])


def forward(layers, X, activations):
    """What goes into each layer, and the outputs of the last."""
    flows = [X]
    for (W, b), name in zip(layers[:-1], activations):
        flows.append(ACTIVATIONS[name](flows[-1] @ W.T + b))
    W, b = layers[-1]
    return flows, flows[-1] @ W.T + b


def log_softmax(F):
    F = F - F.max(axis=1, keepdims=True)
    return F - np.log(np.exp(F).sum(axis=1, keepdims=True))


def sample_losses(F, T, task):
    if task == 'regression':
        return ((F - T) ** 2).mean(axis=1)
    return -(log_softmax(F) * T).sum(axis=1)


def data_gradient(layers, X, T, u, net, noise=None):
    """The losses of the samples, the gradient of sum (u * loss), and the outputs.

    NOISE adds rounding errors: (generator, unit)."""
    flows, F = forward(layers, X, net['activations'])
    if net['task'] == 'regression':
        delta = 2 / T.shape[1] * (F - T) * u[:, None]
    else:
        delta = (np.exp(log_softmax(F)) - T) * u[:, None]
    gradient = []
    for l in reversed(range(len(layers))):
        gW, gb = delta.T @ flows[l], delta.sum(axis=0)
        if noise:
            rng, unit = noise
            gW = gW + unit * rng.standard_normal(gW.shape) * (abs(delta).T @ abs(flows[l]))
            gb = gb + unit * rng.standard_normal(gb.shape) * abs(delta).sum(axis=0)
        gradient.insert(0, (gW, gb))
        if l:
            delta = delta @ layers[l][0] * SLOPES[net['activations'][l - 1]](flows[l])
    return sample_losses(F, T, net['task']), gradient, F


def factors(penalty, lam, alpha, chosen, num_layers):
    """The penalty's factors by layer: l1, l2, decay, and the number group."""
    f = {name: np.zeros(num_layers) for name in ('l1', 'l2', 'decay')}
    f['group'] = 0.0
    lam = np.broadcast_to(np.asarray(lam, float), (num_layers,)) * chosen
    if penalty == 'l1':
        f['l1'] = lam
    elif penalty == 'l2':
        f['l2'] = lam
    elif penalty == 'elasticnet':
        f['l1'], f['l2'] = alpha * lam, (1 - alpha) / 2 * lam
    elif penalty == 'decoupled':
        f['decay'] = lam
    elif penalty == 'group':
        first = np.arange(num_layers) == 0
        f['group'] = (1 - alpha) * lam[0]
        f['l1'], f['l2'] = alpha * lam * first, lam * ~first
    return f


def penalty_value(layers, f):
    value = f['group'] * np.linalg.norm(layers[0][0], axis=0).sum()
    for l, (W, _) in enumerate(layers):
        value += f['l1'][l] * abs(W).sum() + f['l2'][l] * (W * W).sum()
    return value


def penalty_gradient(layers, f):
    """Of all terms, with the derivative 0 where there is none."""
    gradient = []
    for l, (W, _) in enumerate(layers):
        g = f['l1'][l] * np.sign(W) + 2 * f['l2'][l] * W
        if l == 0 and f['group']:
            norms = np.linalg.norm(W, axis=0)
            g = g + f['group'] * W / np.where(norms > 0, norms, 1)
        gradient.append(g)
    return gradient


def cost(layers, X, T, w, net, f):
    u = w / w.sum()
    losses, gradient, _ = data_gradient(layers, X, T, u, net)
    extra = penalty_gradient(layers, f)
    gradient = [(gW + e, gb) for (gW, gb), e in zip(gradient, extra)]
    return (u * losses).sum() + penalty_value(layers, f), unroll(gradient)


def share_of_zeros(layers, f):
    chosen = (f['l1'] > 0) | (f['l2'] > 0) | (f['decay'] > 0)
    chosen[0] |= f['group'] > 0
    if not chosen.any():
        chosen[:] = True
    W = np.concatenate([W.ravel() for (W, _), yes in zip(layers, chosen) if yes])
    return (W == 0).mean()


class Adam:
    def __init__(self, layers, net, f):
        self.layers, self.net, self.f = layers, net, f
        self.moments = [[np.zeros_like(p) for p in layer for _ in (0, 1)] for layer in layers]
        self.t = 0

    def direction(self, l, which, g):
        """m, and the denominator of the step."""
        b1, b2, eps = (self.net[name] for name in ('beta1', 'beta2', 'epsilon'))
        m, v = self.moments[l][2 * which:2 * which + 2]
        m[...] = b1 * m + (1 - b1) * g
        v[...] = b2 * v + (1 - b2) * g * g
        return m, np.sqrt(v) + eps

    def step(self, gradient, rate, scale):
        net, f = self.net, self.f
        self.t += 1
        smooth = rate * np.sqrt(1 - net['beta2'] ** self.t)
        step = smooth / (1 - net['beta1'] ** self.t)
        for l, (W, b) in enumerate(self.layers):
            gW, gb = gradient[l]
            l1, l2, decay = (scale * f[name][l] for name in ('l1', 'l2', 'decay'))
            gW = gW + 2 * l2 * W
            proximal = net['l1method'] == 'proximal'
            if not proximal:
                gW = gW + l1 * np.sign(W)
            m, root = self.direction(l, 0, gW)
            new = W * (1 - rate * decay) - step * m / root
            if proximal and l1 > 0:
                new = np.sign(new) * np.maximum(abs(new) - smooth * l1 / root, 0)
            if l == 0 and f['group']:
                norms = np.linalg.norm(W, axis=0)
                alive = norms > 1e-12
                pull = smooth * scale * f['group'] / (np.where(alive, norms, 1) * root)
                new = np.where(alive, new / (1 + pull), 0)
            if net['keepzeros']:
                new = np.where(W == 0, 0, new)
            m, root = self.direction(l, 1, gb)
            self.layers[l] = (new, b - step * m / root)


def hits(F, T, task):
    if task == 'regression':
        return ((F - T) ** 2).mean(axis=1)
    return (F.argmax(axis=1) == T.argmax(axis=1)).astype(float)


def near_ties(F, w):
    """The share of the weight of samples whose two best classes rounding may exchange."""
    top = np.sort(F, axis=1)[:, -2:]
    return (w * (top[:, 1] - top[:, 0] < 1e-6 * (1 + abs(top[:, 1])))).sum() / w.sum()


def squared_errors(F, T, scale):
    return (((F - T) * scale) ** 2).mean(axis=1)


def train(layers, X, T, w, net, f, orders, scale=1.0, validation=None, noise=None):
    """Trains; returns the kept network, the history (a dict of columns) and the kept epoch.

    ORDERS has a row of indices for each epoch, SCALE the units of the responses."""
    adam = Adam([(W.copy(), b.copy()) for W, b in layers], net, f)
    w = w / w.mean()
    names = ['DataLoss', 'Penalty', 'Metric', 'Zeros', 'Ties', 'ValDataLoss',
             'ValMetric']
    history = {name: [] for name in names}
    kept, best, waited = None, np.inf, 0

    def metric(F, T):
        if net['task'] == 'regression':
            return squared_errors(F, T, scale)
        return hits(F, T, net['task'])

    if noise:
        rng, unit = noise
        X = X * (1 + unit * rng.standard_normal(X.shape))
        adam.layers = [(W, b + unit * rng.standard_normal(b.shape)) for W, b in adam.layers]
    for epoch, order in enumerate(orders):
        rate, lam = net['rates'][epoch], net['scales'][epoch]
        loss = score = tied = 0.0
        for first in range(0, len(order), net['batch']):
            rows = order[first:first + net['batch']]
            losses, gradient, F = data_gradient(adam.layers, X[rows], T[rows],
                                                w[rows] / len(rows), net, noise)
            loss += (w[rows] * losses).sum()
            score += (w[rows] * metric(F, T[rows])).sum()
            tied += 0 if net['task'] == 'regression' else near_ties(F, w[rows]) * w[rows].sum()
            adam.step(gradient, rate, lam)
        history['DataLoss'].append(loss / w.sum())
        history['Metric'].append(score / w.sum())
        history['Ties'].append(tied / w.sum())
        history['Penalty'].append(lam * penalty_value(adam.layers, f))
        history['Zeros'].append(share_of_zeros(adam.layers, f))
        if validation:
            Xv, Tv, wv = validation
            _, F = forward(adam.layers, Xv, net['activations'])
            history['ValDataLoss'].append((wv * sample_losses(F, Tv, net['task'])).sum() / wv.sum())
            history['ValMetric'].append((wv * metric(F, Tv)).sum() / wv.sum())
            if net['task'] != 'regression':
                history['Ties'][-1] = max(history['Ties'][-1], near_ties(F, wv))
            judged = history['ValDataLoss'][-1] + (0 if net['schedule'] else history['Penalty'][-1])
        better = not validation or judged < best
        if better or net['keep'] == 'last':
            kept = ([(W.copy(), b.copy()) for W, b in adam.layers], epoch)
        waited = 0 if better else waited + 1
        if better and validation:
            best = judged
        if waited >= net['patience']:
            break
    history = {k: np.array(v) for k, v in history.items() if v}
    # Weights that underflow soon.
    history['Tiny'] = any(((W != 0) & (abs(W) < 1e-30)).any() for W, _ in adam.layers)
    return kept[0], history, kept[1]


def moments(X, w):
    """The weighted means and deviations of columns, which are 1 for constant columns."""
    X = np.asarray(X, np.longdouble)
    u = np.asarray(w, np.longdouble)
    u = u / u.sum()
    mean = X[0] + u @ (X - X[0])  # differences first: nothing is lost far from 0
    scale = np.sqrt(u @ (X - mean) ** 2)
    constant = (X == X[0]).all(axis=0)
    mean = np.where(constant, X[0], mean)
    return mean, np.where(constant, 1, scale)


def null_biases(T, w, task):
    u = w / w.sum()
    means = T[0] + u @ (T - T[0])  # exact for a constant response
    if task == 'regression':
        return means
    logs = np.log(means)
    return logs - logs.mean()
