#!/usr/bin/env python3
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""run_onnx.py FOLDER: runs the models of export_cases.m, ONNX files in onnxruntime and JSON
files in numpy, and compares the results with nnreg's predictions."""

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime

TOLERANCE = 1e-5
ACTIVATIONS = {
    "relu": lambda z: np.maximum(z, 0),
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "none": lambda z: z,
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True),
}


def raw(path, size):
    return np.fromfile(path).reshape(size, order="F")


def run_onnx(path, x):
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    kind = np.float64 if "double" in session.get_inputs()[0].type else np.float32
    names = [output.name for output in session.get_outputs()]
    return dict(zip(names, session.run(names, {"X": x.astype(kind)})))


def run_json(path, x):
    model = json.loads(path.read_text(encoding="utf-8"))
    h = x[:, model["inputs"]]
    if model["input_mean"]:
        h = (h - model["input_mean"]) / model["input_scale"]
    for layer in model["layers"]:
        h = ACTIVATIONS[layer["activation"]](h @ np.array(layer["weights"]).T + layer["biases"])
    if model["task"] == "regression":
        h = h * model["response_scale"] + model["response_mean"]
    return h


def compare(folder, name):
    sizes = json.loads((folder / f"{name}.sizes.json").read_text(encoding="utf-8"))
    x = raw(folder / f"{name}.x", sizes["x"])
    expected = raw(folder / f"{name}.scores", sizes["scores"])
    found = run_onnx(folder / f"{name}.onnx", x)
    unit = max(1, np.abs(expected).max())  # scores are at most 1, responses have units
    scores = found["scores"] if "scores" in found else found["y"]
    gaps = [np.abs(scores - expected).max() / unit,
            np.abs(run_json(folder / f"{name}.json", x) - expected).max() / unit]
    wrong = 0
    if "label" in found:
        wrong = sum(a != b and str(a) != b for a, b in zip(found["label"].tolist(), sizes["labels"]))
    good = max(gaps) <= TOLERANCE and wrong == 0 and scores.shape == expected.shape
    print(f"{name}: {'equal' if good else 'DIFFERENT'}, ONNX to {gaps[0]:.1e}, "
          f"JSON to {gaps[1]:.1e}, {wrong} labels wrong")
    return good


def main():
    folder = Path(sys.argv[1])
    names = sorted(path.stem for path in folder.glob("*.onnx"))
    results = [compare(folder, name) for name in names]
    print(f"{sum(results)} of {len(results)} models are equal")
    sys.exit(not (results and all(results)))


if __name__ == "__main__":
    main()
