"""A sparse network by gradual magnitude pruning in PyTorch. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

The loop that people write with torch.nn.utils.prune: a dense training; then after each epoch the
smallest weights of all layers go, so that their number falls along a cube (Zhu and Gupta, 2017);
then the rest trains on while the rate falls along a half cosine. All rows train: nothing is chosen.
"""
import math

import torch
from torch.nn.utils import prune

import common
import torch_loop


def schedule(total, limit, epochs):
    """How many weights are left after each epoch: a fifth dense, two fifths pruning, the rest."""
    dense, pruning = max(1, epochs // 5), max(1, 2 * epochs // 5)
    shares = [min(1, max(0, (k - dense + 1) / pruning)) for k in range(epochs)]
    return [limit + round((total - limit) * (1 - share) ** 3) for share in shares]


def rate_of(epoch, epochs):
    """The factor of the learning rate: 1, in the last two fifths along a half cosine to 0."""
    first = epochs - max(1, 2 * epochs // 5)
    done = max(0, epoch - first + 0.5) / (epochs - first)
    return 0.5 + 0.5 * math.cos(math.pi * min(1, done))


def left_in(net):
    return sum(int((layer.weight != 0).sum()) for layer in net.layers)


def prune_to(net, limit):
    """Masks the smallest weights of all layers together."""
    more = left_in(net) - limit
    if more > 0:
        prune.global_unstructured([(layer, "weight") for layer in net.layers],
                                  pruning_method=prune.L1Unstructured, amount=more)


def main():
    spec = common.read_spec()
    data = common.read_data(spec)
    torch.set_num_threads(spec.threads)
    torch.manual_seed(spec.seed)
    tensors, test = torch_loop.inputs(data, ""), torch_loop.inputs(data, "test")
    y = torch.from_numpy(data.y).long()
    meter = common.Meter()
    net = torch_loop.Net(data.sizes)
    total = sum(layer.weight.numel() for layer in net.layers)
    optimizer = torch.optim.Adam(net.parameters(), lr=spec.rate, eps=1e-7, fused=True)
    for epoch, count in enumerate(schedule(total, spec.weights, spec.prune_epochs)):
        for group in optimizer.param_groups:
            group["lr"] = spec.rate * rate_of(epoch, spec.prune_epochs)
        torch_loop.train_epoch(net, optimizer, tensors, y, spec, [])
        prune_to(net, count)
        meter.mark()
    result = meter.stop()
    net.eval()
    outputs = torch_loop.outputs(net, test).numpy()
    common.add_quality(result, data, outputs, net.layers[0].weight.detach())
    result["left"] = f"{left_in(net)} of {total} weights"
    common.report(result, f"PyTorch {torch.__version__}, torch.nn.utils.prune")


if __name__ == "__main__":
    main()
