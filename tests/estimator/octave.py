# Copyright (C) 2026 The nnreg developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""An Octave process that serves the calls of this Python process; serve.m is the other end.

The environment says where the package is (XDG_DATA_HOME, XDG_CONFIG_HOME) and which Octave runs
it (OCTAVE). Data travel in files of MATLAB's format 5, which hold the types of both sides.
"""
import atexit
import functools
import os
import subprocess
import tempfile
import warnings

import numpy as np
from scipy.io import loadmat, savemat


def to_cell(values):
    """A cell; one of texts is a cellstr."""
    cell = np.empty(len(values), dtype=object)
    cell[:] = values
    return cell


def to_octave(value):
    """The value of an option: text, a cellstr, or numbers, of which lists are rows."""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)) and any(isinstance(part, str) for part in value):
        return to_cell(value)
    return np.asarray(value)


class Server:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="nnreg-estimator-")
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "serve.m")
        self.process = subprocess.Popen(
            [os.environ.get("OCTAVE", "octave"), "--no-gui", "--norc", "--no-history", "--quiet",
             script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        atexit.register(self.close)

    def close(self):
        self.process.communicate("\n")
        self.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def ask(self, **request):
        """The fields of the reply. A warning of nnreg is one here, an error an exception."""
        request.update(model=self.path("model"), reply=self.path("reply"))
        savemat(self.path("request"), request, appendmat=False, oned_as="column")
        print(self.path("request"), file=self.process.stdin, flush=True)
        if self.process.stdout.readline() != "done\n":
            raise RuntimeError("Octave has ended")
        reply = loadmat(self.path("reply"), appendmat=False)
        if reply["error"].size:
            refused = "".join(reply["identifier"]).startswith("nnreg:bad")
            raise (ValueError if refused else RuntimeError)(reply["error"].item())
        if reply["shown"].size:
            warnings.warn("\n".join(reply["shown"]), stacklevel=2)
        return reply

    def fit(self, X, y, options):
        """The model as the bytes of a file, its classes, and the number of epochs."""
        parts = [part for name, value in options.items() for part in (name, to_octave(value))]
        reply = self.ask(call="fit", X=X, y=y, options=to_cell(parts))
        with open(self.path("model"), "rb") as file:
            return file.read(), reply["classes"], reply["epochs"].item()

    def predict(self, model, X):
        """What nnreg_predict returns."""
        with open(self.path("model"), "wb") as file:
            file.write(model)
        reply = self.ask(call="predict", X=X)
        return reply["predictions"], reply["scores"]


@functools.cache
def server():
    return Server()
