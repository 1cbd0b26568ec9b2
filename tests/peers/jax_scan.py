"""A fit in JAX: an epoch is one jitted scan over the batches. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

import common


def start(sizes, seed):
    rng = np.random.default_rng(seed)
    params = []
    for a, b in zip(sizes, sizes[1:]):
        limit = np.sqrt(6 / (a + b))
        params.append((jnp.asarray(rng.uniform(-limit, limit, (a, b)), jnp.float32), jnp.zeros(b)))
    zeros = jax.tree.map(jnp.zeros_like, params)
    return params, zeros, jax.tree.map(jnp.zeros_like, params), jnp.zeros(())


def outputs(params, x):
    """x is a tuple: the dense rows, or columns and values of sparse ones."""
    weight, bias = params[0]
    z = x[0] @ weight if len(x) == 1 else jnp.einsum("bk,bkh->bh", x[1], weight[x[0]])
    z = z + bias
    for weight, bias in params[1:]:
        z = jax.nn.relu(z) @ weight + bias
    return z


def data_loss(params, x, y):
    z = outputs(params, x)
    if jnp.issubdtype(y.dtype, jnp.integer):
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(z), y[:, None], 1))
    return jnp.mean((z[:, 0] - y) ** 2)


def make_epoch(spec, penalised):
    """The jitted function (state, x, y, order) -> state, order (batches, rows)."""
    def loss(params, x, y):
        value = data_loss(params, x, y)
        for k in penalised:
            size = jnp.abs if spec.penalty == "l1" else jnp.square
            value += spec.lambda_ * jnp.sum(size(params[k][0]))
        return value

    def step(state, rows, x, y):
        params, m, v, t = state
        gradient = jax.grad(loss)(params, tuple(a[rows] for a in x), y[rows])
        t = t + 1
        m = jax.tree.map(lambda m, g: m + 0.1 * (g - m), m, gradient)
        v = jax.tree.map(lambda v, g: v + 0.001 * (g * g - v), v, gradient)
        rate = spec.rate * jnp.sqrt(1 - 0.999 ** t) / (1 - 0.9 ** t)
        params = jax.tree.map(lambda p, m, v: p - rate * m / (jnp.sqrt(v) + 1e-7), params, m, v)
        return params, m, v, t

    @partial(jax.jit, donate_argnums=0)
    def epoch(state, x, y, order):
        return jax.lax.scan(lambda s, rows: (step(s, rows, x, y), None), state, order)[0]

    return epoch


@jax.jit
def validate(params, x, y):
    return data_loss(params, x, y), jnp.mean(outputs(params, x).argmax(1) == y)


def inputs(data, part):
    names = ("index", "x") if data.sparse else ("x",)
    return tuple(jnp.asarray(getattr(data, name + part)) for name in names)


def main():
    spec = common.read_spec()
    data = common.read_data(spec)
    x, xtest = inputs(data, ""), inputs(data, "test")
    y, ytest = jnp.asarray(data.y), jnp.asarray(data.ytest)
    rng = np.random.default_rng(spec.seed)
    full = len(data.y) // spec.batch * spec.batch
    meter = common.Meter()
    state = start(data.sizes, spec.seed)
    epoch = make_epoch(spec, common.penalised_layers(spec, data))
    for _ in range(spec.epochs):
        order = rng.permutation(len(data.y)).astype(np.int32)
        state = epoch(state, x, y, order[:full].reshape(-1, spec.batch))
        if full < len(order):  # the last batch is smaller
            state = epoch(state, x, y, order[None, full:])
        if spec.validation:
            jax.block_until_ready(validate(state[0], xtest, ytest))
        jax.block_until_ready(state)
        meter.mark()
    result = meter.stop()
    common.add_quality(result, data, outputs(state[0], xtest), state[0][0][0])
    common.report(result, f"JAX {jax.__version__}")


if __name__ == "__main__":
    main()
