"""The inputs that LassoNet chooses. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

Its path by its own defaults but for the units. It ends as soon as at most spec.count inputs are
left, which spares the rest of the path. Others that left last fill up the number, if it stepped
over it. Inputs and responses are standardised; pixels, which have one scale, are not.
"""
import warnings

import lassonet
import numpy as np
import torch
from importlib.metadata import version

import common


class Enough(Exception):
    pass


def standardised(a):
    spread = a.std(0)
    return (a - a.mean(0)) / np.where(spread == 0, 1, spread)


def ranked(history):
    """Inputs, those first that stay longest on the path."""
    stays = sum(np.asarray(item.selected, dtype=int) for item in history)
    return np.argsort(-stays, kind="stable")


def main():
    warnings.simplefilter("ignore")
    spec = common.read_spec()
    data = common.read_data(spec)
    torch.set_num_threads(spec.threads)
    x, y = data.x, data.y
    if not data.classes:
        x, y = standardised(x), standardised(y)[:, None]
    kind = lassonet.LassoNetClassifier if data.classes else lassonet.LassoNetRegressor
    options = {key: tuple(value) if isinstance(value, list) else value
               for key, value in getattr(spec, "lassonet", {}).items()}
    model = kind(hidden_dims=tuple(spec.layers), random_state=spec.seed, torch_seed=spec.seed,
                 verbose=0, device=torch.device("cpu"), **options)
    history = []

    def each_step(_, steps):
        history[:] = steps
        if steps[-1].selected.sum() <= spec.count:
            raise Enough

    meter = common.Meter()
    try:
        model.path(x, y, callback=each_step)
    except Enough:
        pass
    result = meter.stop()
    result["inputs"] = sorted(int(j) + 1 for j in ranked(history)[:spec.count])
    common.report(result, f"LassoNet {version('lassonet')} on PyTorch {torch.__version__}, "
                  f"{len(history)} points of its path")


if __name__ == "__main__":
    main()
