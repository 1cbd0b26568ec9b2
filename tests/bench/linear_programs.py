"""What the linear benchmark can run: the command and needs of each program.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import dataclasses
import os
import re
import shutil
import subprocess

import runner
from peers import LINEAR_PEERS, Venv
from programs import OCTAVE

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(os.path.dirname(HERE), "peers")
R = ["Rscript", "--vanilla"]
# The problems whose names do not begin with their family.
FAMILIES = {"digits": "multinomial", "text": "binomial", "table": "binomial"}


@dataclasses.dataclass(frozen=True)
class Program:
    name: str
    script: str
    extra: str = ""                  # the script's last argument
    families: tuple = ("gaussian", "binomial", "multinomial")
    all_threads: bool = False        # others have one thread
    timed: bool = True               # or is only there for its answers

    def start(self, settings):
        if self.script.endswith(".m"):
            return [*OCTAVE, os.path.join(HERE, self.script)]
        script = os.path.join(PEERS, self.script)
        return [*R, script] if script.endswith(".R") else [settings.python, script]

    def command(self, settings, folder, out, threads):
        arguments = [folder, out, str(settings.budget if self.timed else 0.001)]
        if self.script.endswith(".m"):
            arguments.append(str(threads))
        return [*self.start(settings), *arguments, *([self.extra] if self.extra else [])]

    def fits(self, problem):
        family = problem.split("-")[0]
        return FAMILIES.get(family, family) in self.families


PROGRAMS = {p.name: p for p in (
    Program("nnreg", "linear_nnreg.m", "glmnet", all_threads=True),
    Program("glmnet", "linear_glmnet.R", "given"),
    Program("nnreg-1thread", "linear_nnreg.m", "glmnet"),
    Program("nnreg-defaults", "linear_nnreg.m", "defaults", all_threads=True),
    Program("glmnet-own", "linear_glmnet.R", "own"),
    Program("glmnet-tight", "linear_glmnet.R", "tight", timed=False),
    Program("sklearn", "linear_sklearn.py"),
    Program("celer", "linear_celer.py", families=("gaussian",)),
    Program("skglm", "linear_skglm.py", families=("gaussian", "binomial")),
    Program("adelie", "linear_adelie.py", families=("gaussian", "binomial")),
)}


def glmnet_fault():
    """None, or why glmnet cannot run."""
    if shutil.which(R[0]) is None:
        return "R is not installed"
    done = subprocess.run([*R, "-e", "library (glmnet)"], capture_output=True, text=True)
    return "R's package glmnet is not installed" if done.returncode else None


def r_kernels():
    """The kernels of the OpenBLAS that R uses, as that says itself; or that it is another BLAS."""
    done = subprocess.run([*R, "-e", "invisible (crossprod (diag (9)))"], capture_output=True,
                          text=True, env=runner.environment(1, {"OPENBLAS_VERBOSE": "2"}))
    core = re.search(r"Core: (\w+)", done.stdout + done.stderr)
    return f"OpenBLAS core {core.group(1)}" if core else "a BLAS that does not say its kernels"


def choose(settings):
    """The programs to run in turn, and why others are left out. Sets settings.python."""
    names = settings.programs or list(PROGRAMS)
    chosen, skipped = [PROGRAMS[name] for name in names], {}
    settings.glmnet_fault = glmnet_fault()
    settings.python = None
    missing = {}
    if set(names) & set(LINEAR_PEERS):
        venv = Venv(settings.venv)
        venv.install({name: LINEAR_PEERS[name] for name in names if name in LINEAR_PEERS})
        settings.python, missing = venv.python, venv.skipped
    for program in chosen:
        why = settings.glmnet_fault if program.script.endswith(".R") else missing.get(program.name)
        if why:
            skipped[program.name] = why
    return [program for program in chosen if program.name not in skipped], skipped
