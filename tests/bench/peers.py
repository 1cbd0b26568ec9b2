"""A virtual environment with the peers that PyPI has for this machine.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import subprocess
import sys

# What a peer's program needs: the name of the peer, and the distributions.
PEERS = {
    "keras": ["keras"],
    "tensorflow": ["tensorflow-cpu"],
    "jax": ["jax"],
    "sklearn": ["scikit-learn"],
}
# The same for the linear benchmark. celer does not know later versions of scikit-learn.
LINEAR_PEERS = {
    "sklearn": ["scikit-learn<1.9"],
    "celer": ["celer"],
    "skglm": ["skglm"],
    "adelie": ["adelie"],
}
# PyTorch's build on PyPI is for NVIDIA's processors. It runs on any machine if it finds their
# libraries and these distributions.
TORCH = ["filelock", "typing_extensions", "sympy", "networkx", "jinja2", "fsspec", "mpmath",
         "markupsafe", "numpy"]
# Libraries whose distribution has another name.
LIBRARIES = {"cudart": "runtime", "cublaslt": "cublas", "nvtoolsext": "nvtx"}


def _last_line(text):
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "no message"


class Venv:
    """folder's python, the peers in it (have) and why others are not there (skipped)."""

    def __init__(self, folder):
        self.python = os.path.join(folder, "bin", "python")
        self.have = set()
        self.skipped = {}
        if not os.path.exists(self.python):
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)

    def _run(self, *args):
        return subprocess.run([self.python, *args], capture_output=True, text=True)

    def _pip(self, *args):
        """None, or why it failed."""
        print("  pip install", *args, flush=True)
        done = self._run("-m", "pip", "install", "--quiet", "--disable-pip-version-check", *args)
        return None if done.returncode == 0 else _last_line(done.stderr)

    def _has(self, names):
        names = [name.split("<")[0] for name in names]
        code = "import importlib.metadata as m, sys; [m.version(n) for n in sys.argv[1:]]"
        return self._run("-c", code, *names).returncode == 0

    def install(self, peers=PEERS):
        for peer, names in peers.items():
            failure = None if self._has(names) else self._pip(*names)
            if failure:
                self.skipped[peer] = failure
            else:
                self.have.add(peer)

    def install_torch(self):
        if self._try_torch() is None:
            self.have.add("torch")
            return
        failure = self._pip("--no-deps", "torch") or self._pip(*TORCH) or self._complete_torch()
        if failure:
            self.skipped["torch"] = failure
        else:
            self.have.add("torch")

    def _try_torch(self):
        """None if it can be imported, else what is missing."""
        done = self._run("-c", "import torch")
        return None if done.returncode == 0 else _last_line(done.stderr)

    def _wants(self, name):
        """What the distribution name requires, extras too, as arguments of pip."""
        code = ("import importlib.metadata as m, sys; "
                "print('\\n'.join(m.requires(sys.argv[1]) or ()))")
        lines = self._run("-c", code, name).stdout.splitlines()
        return [re.sub(r"\[.*\]|\s|;.*", "", line) for line in lines]

    def _nvidia_wants(self):
        """NVIDIA's distributions that this PyTorch names, itself or in a list of theirs."""
        wants = self._wants("torch")
        for toolkit in [want for want in wants if want.startswith("cuda-toolkit")]:
            self._pip("--no-deps", toolkit)
            wants += self._wants("cuda-toolkit")
        return [want for want in wants if want.startswith("nvidia-")]

    def _complete_torch(self):
        """Installs, one by one, what an import of torch misses; None or why that failed."""
        wants = self._nvidia_wants()
        while (missing := self._try_torch()) is not None:
            # The machine may have an older library, without a symbol that torch needs.
            library = (re.search(r"undefined symbol: ([a-z]+)", missing)
                       or re.search(r"lib([a-z]+)\w*\.so", missing, re.IGNORECASE))
            name = library.group(1).lower() if library else "no library"
            name = LIBRARIES.get(name, name)
            pattern = re.compile(rf"nvidia-(cuda-)?{name}(-cu\d+)?\b(?!-)")
            fitting = [want for want in wants if pattern.match(want)]
            if not fitting:
                return missing
            wants.remove(fitting[0])
            if failure := self._pip("--no-deps", fitting[0]):
                return failure
        return None
