"""A virtual environment with the peers that PyPI has for this machine.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import os
import re
import subprocess
import sys

# What a peer's program needs: the name of the peer, and the distributions. The versions are fixed,
# so that two runs of the benchmark compare the same programs; they want Python 3.11 or later.
PEERS = {
    "sklearn": ["scikit-learn==1.9.1", "numpy==2.4.6", "scipy==1.17.1"],
    "jax": ["jax==0.10.2", "numpy==2.4.6"],
    "keras": ["keras==3.15.1", "numpy==2.4.6"],
    "tensorflow": ["tensorflow-cpu==2.21.0", "numpy==2.4.6"],
}
# The same for the linear benchmark. celer does not know later versions of scikit-learn.
LINEAR_PEERS = {
    "sklearn": ["scikit-learn==1.8.0"],
    "celer": ["celer==0.7.4"],
    "skglm": ["skglm==0.5"],
    "adelie": ["adelie==1.1.52"],
}
# PyTorch's build on PyPI is for NVIDIA's processors. It runs on any machine if it finds their
# libraries and these distributions.
TORCH = "torch==2.15.0"
TORCH_NEEDS = ["filelock", "typing_extensions", "sympy", "networkx", "jinja2", "fsspec", "mpmath",
               "markupsafe", "numpy==2.4.6"]
# LassoNet runs on PyTorch, which must not be fetched a second time with all that it names.
LASSONET = "lassonet==0.0.21"
LASSONET_NEEDS = ["scikit-learn==1.9.1", "numpy==2.4.6", "matplotlib==3.11.2",
                  "sortedcontainers==2.4.0", "tqdm==4.70.1"]
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
        """Whether they are there, in the versions that names ask for."""
        code = ("import importlib.metadata as m, sys; "
                "sys.exit(any(v and m.version(n) != v for n, _, v in "
                "(a.partition('==') for a in sys.argv[1:])))")
        return self._run("-c", code, *names).returncode == 0

    def install(self, peers=PEERS):
        for peer, names in peers.items():
            failure = None if self._has(names) else self._pip(*names)
            if failure:
                self.skipped[peer] = failure
            else:
                self.have.add(peer)

    def install_torch(self):
        if not self._has([TORCH]) or self._try_torch():
            failure = (self._pip("--no-deps", TORCH) or self._pip(*TORCH_NEEDS)
                       or self._complete_torch())
            if failure:
                self.skipped["torch"] = self.skipped["lassonet"] = failure
                return
        self.have.add("torch")
        self._install_lassonet()

    def _install_lassonet(self):
        failure = None
        if not self._has([LASSONET, *LASSONET_NEEDS]):
            failure = self._pip(*LASSONET_NEEDS) or self._pip("--no-deps", LASSONET)
        if failure:
            self.skipped["lassonet"] = failure
        else:
            self.have.add("lassonet")

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
