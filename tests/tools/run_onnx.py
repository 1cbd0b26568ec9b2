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
    found = dict(zip(names, session.run(names, {"X": x.astype(kind)})))
    return found, session.get_modelmeta().custom_metadata_map


def run_json(model, x):
    h = x[:, model["inputs"]]
    if model["input_mean"]:
        h = (h - model["input_mean"]) / model["input_scale"]
    for layer in model["layers"]:
        z = h @ np.array(layer["weights"]).T + layer["biases"]
        if layer["activation"] == "softmax":
            z = z / model.get("temperature", 1)
        h = ACTIVATIONS[layer["activation"]](z)
    if model["task"] == "regression":
        h = h * model["response_scale"] + model["response_mean"]
    return h


def decided(model, scores):
    """The number of the class that each row of scores is labelled with."""
    if "threshold" not in model:
        return scores.argmax(axis=1)
    positive = model["positive_class"]
    return np.where(scores[:, positive] >= model["threshold"], positive, 1 - positive)


def wrong_names(metadata, model, found):
    """How many names in the metadata differ from the JSON's, and how many rows have another
    label than the class that the metadata names for their largest score."""
    lists = [key for key in ("class_names", "feature_names") if key in model]
    wrong = sum(json.loads(metadata.get(key, "null")) != model[key] for key in lists)
    wrong += metadata.get("task") != model["task"]
    wrong += json.loads(metadata.get("preparation", "null")) != model.get("preparation")
    wrong += ("class_names" in metadata) != (model["task"] == "classification")
    if "class_names" in metadata:
        classes = json.loads(metadata["class_names"])
        best = decided(model, found["scores"])
        wrong += found["scores"].shape[1] != len(classes)
        wrong += sum(a != classes[k] for a, k in zip(found["label"].tolist(), best))
    return wrong


def compare(folder, name):
    sizes = json.loads((folder / f"{name}.sizes.json").read_text(encoding="utf-8"))
    x = raw(folder / f"{name}.x", sizes["x"])
    expected = raw(folder / f"{name}.scores", sizes["scores"])
    found, metadata = run_onnx(folder / f"{name}.onnx", x)
    model = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    unit = max(1, np.abs(expected).max())  # scores are at most 1, responses have units
    scores = found["scores"] if "scores" in found else found["y"]
    gaps = [np.abs(scores - expected).max() / unit,
            np.abs(run_json(model, x) - expected).max() / unit]
    wrong = 0
    if "label" in found:
        wrong = sum(a != b and str(a) != b for a, b in zip(found["label"].tolist(), sizes["labels"]))
    wrong += wrong_names(metadata, model, found)
    good = max(gaps) <= TOLERANCE and wrong == 0 and scores.shape == expected.shape
    print(f"{name}: {'equal' if good else 'DIFFERENT'}, ONNX to {gaps[0]:.1e}, "
          f"JSON to {gaps[1]:.1e}, {wrong} labels or names wrong")
    return good


def main():
    folder = Path(sys.argv[1])
    names = sorted(path.stem for path in folder.glob("*.onnx"))
    results = [compare(folder, name) for name in names]
    print(f"{sum(results)} of {len(results)} models are equal")
    sys.exit(not (results and all(results)))


if __name__ == "__main__":
    main()
