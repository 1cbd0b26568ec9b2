"""A fit in a PyTorch loop with fused Adam. See common.py.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

Batches are rows of a tensor in random order, without a DataLoader, which would be slower.
Sparse inputs go through an embedding bag.
"""
import torch
from torch.nn import functional

import common


class Net(torch.nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.layers = torch.nn.ModuleList(
            torch.nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))
        for layer in self.layers:
            torch.nn.init.xavier_uniform_(layer.weight)
            torch.nn.init.zeros_(layer.bias)

    def forward(self, x):
        return self.rest(self.layers[0](x))

    def rest(self, z):
        for layer in self.layers[1:]:
            z = layer(torch.relu(z))
        return z


class SparseNet(Net):
    """The first weights are stored inputs-by-units, as an embedding bag needs them."""

    def __init__(self, sizes):
        super().__init__(sizes)
        self.layers[0].weight = torch.nn.Parameter(self.layers[0].weight.detach().T.contiguous())

    def forward(self, x):
        index, value = x
        first = self.layers[0]
        z = functional.embedding_bag(index, first.weight, mode="sum", per_sample_weights=value)
        return self.rest(z + first.bias)


def penalty(net, spec, layers):
    weights = [net.layers[k].weight for k in layers]
    if spec.penalty == "l1":
        return spec.lambda_ * sum(w.abs().sum() for w in weights)
    return spec.lambda_ * sum(w.square().sum() for w in weights)


def inputs(data, part):
    """The tensors whose rows make the batches."""
    names = ("index", "x") if data.sparse else ("x",)
    return [torch.from_numpy(getattr(data, name + part)) for name in names]


def outputs(net, tensors):
    with torch.no_grad():
        return net(tensors if len(tensors) > 1 else tensors[0])


def train_epoch(net, optimizer, tensors, y, spec, penalised):
    order = torch.randperm(len(y))
    loss_of = functional.mse_loss if y.is_floating_point() else functional.cross_entropy
    for rows in order.split(spec.batch):
        batch = [t[rows] for t in tensors]
        optimizer.zero_grad(set_to_none=True)
        loss = loss_of(net(batch if len(batch) > 1 else batch[0]), y[rows])
        if penalised:
            loss = loss + penalty(net, spec, penalised)
        loss.backward()
        optimizer.step()


def validate(net, tensors, y):
    z = outputs(net, tensors)
    return functional.cross_entropy(z, y).item(), (z.argmax(1) == y).float().mean().item()


def main():
    spec = common.read_spec()
    data = common.read_data(spec)
    torch.set_num_threads(spec.threads)
    torch.manual_seed(spec.seed)
    tensors, test = inputs(data, ""), inputs(data, "test")
    y, ytest = torch.from_numpy(data.y), torch.from_numpy(data.ytest)
    y, ytest = (y.long(), ytest.long()) if data.classes else (y[:, None], ytest[:, None])
    meter = common.Meter()
    net = (SparseNet if data.sparse else Net)(data.sizes)
    optimizer = torch.optim.Adam(net.parameters(), lr=spec.rate, eps=1e-7, fused=True)
    penalised = common.penalised_layers(spec, data)
    for _ in range(spec.epochs):
        train_epoch(net, optimizer, tensors, y, spec, penalised)
        if spec.validation:
            validate(net, test, ytest)
        meter.mark()
    result = meter.stop()
    common.add_quality(result, data, outputs(net, test).numpy(), net.layers[0].weight.detach())
    common.report(result, f"PyTorch {torch.__version__}")


if __name__ == "__main__":
    main()
