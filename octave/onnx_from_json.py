#!/usr/bin/env python3
# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""onnx_from_json.py MODEL.json MODEL.onnx: the JSON of nnreg_export as ONNX.

Needs the package onnx, which brings numpy. The graph takes X (N rows of features) and gives
"scores" and "label", or "y" for a regression.
"""

import json
import sys

import numpy as np
import onnx
from onnx import TensorProto, checker, helper, numpy_helper

OPSET, IR_VERSION = 13, 7  # runtimes from 2020 on read these


class Graph:
    """A chain of nodes: each takes the output of the one before."""

    def __init__(self, inputs):
        self.nodes, self.constants, self.last = [], [], inputs

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(values, name))
        return name

    def add(self, operator, output, *more, **attributes):
        inputs = [self.last, *more]
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        self.last = output


def pick_and_scale(graph, model, real):
    """Gather the columns that the model reads; standardise them in double, as nnreg does."""
    if len(model["inputs"]) < model["num_inputs"]:
        columns = graph.constant("columns", np.array(model["inputs"], np.int64))
        graph.nodes.append(helper.make_node("Gather", [graph.last, columns], ["used"], axis=1))
        graph.last = "used"
    if model["input_mean"]:
        graph.add("Cast", "X_double", to=TensorProto.DOUBLE)
        graph.add("Sub", "centred", graph.constant("mean", np.array(model["input_mean"])))
        graph.add("Div", "scaled", graph.constant("scale", np.array(model["input_scale"])))
        graph.add("Cast", "standard", to=real)


def add_layers(graph, model, kind):
    for number, layer in enumerate(model["layers"], 1):
        divisor = kind(model.get("temperature", 1) if number == len(model["layers"]) else 1)
        weights = graph.constant(f"W{number}", np.array(layer["weights"], kind) / divisor)
        biases = graph.constant(f"b{number}", np.array(layer["biases"], kind) / divisor)
        graph.add("Gemm", f"z{number}", weights, biases, transB=1)
        if layer["onnx"]:
            graph.add(layer["onnx"], f"h{number}")


def class_tensor(names):
    if isinstance(names[0], str):
        return np.array(names, object), TensorProto.STRING
    # A double beyond 2**53 may stand for several integers, so it stays a double.
    if all(-(2**63) <= name < 2**63 if isinstance(name, int)
           else name.is_integer() and abs(name) < 2**53 for name in names):
        return np.array(names, np.int64), TensorProto.INT64
    return np.array(names, np.float64), TensorProto.DOUBLE


def decide(graph, model):
    """The index of the positive class if its score reaches the threshold, else the other."""
    positive = model["positive_class"]
    graph.add("Gather", "positive", graph.constant("which", np.array(positive, np.int64)), axis=1)
    graph.add("Cast", "positive_double", to=TensorProto.DOUBLE)
    graph.add("GreaterOrEqual", "says", graph.constant("cut", np.array(model["threshold"])))
    graph.nodes.append(helper.make_node(
        "Where", ["says", graph.constant("yes", np.array(positive, np.int64)),
                  graph.constant("no", np.array(1 - positive, np.int64))], ["index"]))


def classify(graph, model, real):
    graph.add("Softmax", "scores", axis=1)
    if "threshold" in model:
        decide(graph, model)
    else:
        graph.add("ArgMax", "index", axis=1, keepdims=0)
    names, kind = class_tensor(model["class_names"])
    table = graph.constant("classes", names)
    graph.nodes.append(helper.make_node("Gather", [table, "index"], ["label"], axis=0))
    return [helper.make_tensor_value_info("label", kind, ["N"]),
            helper.make_tensor_value_info("scores", real, ["N", len(names)])]


def respond(graph, model):
    """Responses in the user's units, in double as in nnreg."""
    graph.add("Cast", "y_double", to=TensorProto.DOUBLE)
    graph.add("Mul", "y_scaled", graph.constant("y_scale", np.array(model["response_scale"])))
    graph.add("Add", "y", graph.constant("y_mean", np.array(model["response_mean"])))
    return [helper.make_tensor_value_info("y", TensorProto.DOUBLE,
                                          ["N", len(model["response_mean"])])]


def metadata(model):
    """Members of the JSON that the graph does not hold: lists as JSON texts."""
    props = {"task": model["task"], "feature_names": json.dumps(model["feature_names"])}
    if "preparation" in model:
        props["preparation"] = json.dumps(model["preparation"])
    if "class_names" in model:
        props["class_names"] = json.dumps(model["class_names"])
    return props


def convert(model):
    real, kind = TensorProto.FLOAT, np.float32
    if model["precision"] == "double":
        real, kind = TensorProto.DOUBLE, np.float64
    graph = Graph("X")
    pick_and_scale(graph, model, real)
    add_layers(graph, model, kind)
    if model["task"] == "classification":
        outputs = classify(graph, model, real)
    else:
        outputs = respond(graph, model)
    inputs = [helper.make_tensor_value_info("X", real, ["N", model["num_inputs"]])]
    made = helper.make_graph(graph.nodes, "nnreg", inputs, outputs, graph.constants)
    result = helper.make_model(made, producer_name="nnreg", ir_version=IR_VERSION,
                               opset_imports=[helper.make_opsetid("", OPSET)])
    helper.set_model_props(result, metadata(model))
    checker.check_model(result, full_check=True)
    return result


def main():
    source, target = sys.argv[1:]
    with open(source, encoding="utf-8") as file:
        model = json.load(file)
    onnx.save(convert(model), target)


if __name__ == "__main__":
    main()
