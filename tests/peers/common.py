"""What the peers' programs share: the workload, its data, the meter, the report.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

A program is called with a JSON file that describes the workload (tests/bench/run.py writes
it) and prints one line of JSON. Loading the data is not timed.
"""
import json
import os
import statistics
import sys
import time
from types import SimpleNamespace

import numpy as np


def read_spec():
    with open(sys.argv[1]) as file:
        spec = json.load(file)
    spec["lambda_"] = spec.pop("lambda", 0)  # lambda is a keyword
    return SimpleNamespace(**spec)


def _read(folder, name, columns, dtype):
    return np.fromfile(os.path.join(folder, name + ".bin"), dtype).reshape(-1, columns)


def read_data(spec):
    """x, xtest (samples, inputs), y, ytest, classes (0: a regression), inputs.

    Sparse x has (samples, per_row) values in x and their columns in index, indextest.
    """
    with open(os.path.join(spec.folder, "meta.json")) as file:
        meta = json.load(file)
    data = SimpleNamespace(classes=meta["classes"], inputs=meta["inputs"],
                           sparse=meta["per_row"] > 0)
    for part in ("", "test"):
        columns = meta["per_row"] or meta["inputs"]
        setattr(data, "x" + part, _read(spec.folder, "x" + part, columns, np.float32))
        y = _read(spec.folder, "y" + part, 1, np.float32).ravel()
        setattr(data, "y" + part, y.astype(np.int32) if data.classes else y)
        if data.sparse:
            index = _read(spec.folder, "index" + part, columns, np.int32)
            setattr(data, "index" + part, index)
    data.sizes = [data.inputs, *spec.layers, data.classes or 1]
    return data


def penalised_layers(spec, data):
    """Numbers of the penalised weight matrices."""
    if spec.penalty == "none":
        return []
    return list(range(len(data.sizes) - (2 if spec.penalized == "hidden" else 1)))


def _status(field):
    with open("/proc/self/status") as file:
        for line in file:
            if line.startswith(field + ":"):
                return int(line.split()[1]) / 1024
    return None


class Meter:
    """Seconds, and the memory taken beyond what was held before; mark() ends an epoch."""

    def __init__(self):
        self.before = None
        try:
            with open("/proc/self/clear_refs", "w") as file:
                file.write("5\n")
            self.before = _status("VmRSS")
        except OSError:
            pass  # this system does not say
        self.times = [time.perf_counter()]

    def mark(self):
        self.times.append(time.perf_counter())

    def stop(self):
        """A dict for the report; the last epoch ends here if none was marked."""
        end = time.perf_counter()
        result = {"seconds": end - self.times[0]}
        if self.before is not None:
            result["extra_mb"] = _status("VmHWM") - self.before
        later = [b - a for a, b in zip(self.times[1:], self.times[2:])]
        if later:
            result["epoch"] = statistics.median(later)
        return result


def add_quality(result, data, outputs, first_weights):
    """The accuracy or RMSE of the test part's outputs (samples, K), and the zeros."""
    outputs = np.asarray(outputs, dtype=np.float64)
    if data.classes:
        result["accuracy"] = float(np.mean(outputs.argmax(1) == data.ytest))
    else:
        result["rmse"] = float(np.sqrt(np.mean((outputs.ravel() - data.ytest) ** 2)))
    result["zeros"] = float(np.mean(np.asarray(first_weights) == 0))


def report(result, about):
    print(json.dumps(result | {"about": about}), flush=True)
