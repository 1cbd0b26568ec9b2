"""What the benchmark can run: the command, environment and needs of each program.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import dataclasses
import os
import subprocess

import runner

OCTAVE = [os.environ.get("OCTAVE", "octave"), "--no-gui", "--norc", "--no-history", "--quiet"]
PURE = "tests/peers/pure_octave.m"
STATISTICS = "tests/peers/statistics_net.m"


@dataclasses.dataclass(frozen=True)
class Program:
    name: str
    script: str = ""
    needs: tuple = ()                # peers that must be installed
    env: dict = dataclasses.field(default_factory=dict)
    one_thread: bool = False
    busy: bool = False               # another process computes at the same time

    def command(self, settings, spec_file, sizes):
        if self.script == "floor":
            return [settings.floor, *map(str, sizes)]
        if self.script == STATISTICS:
            return [*settings.statistics, *OCTAVE[1:], self.script, spec_file]
        if self.script.endswith(".m"):
            return [*OCTAVE, self.script, spec_file]
        return [settings.python, self.script, spec_file]


PROGRAMS = {p.name: p for p in (
    Program("nnreg", "tests/bench/nnreg_bench.m"),
    Program("nnreg-1thread", "tests/bench/nnreg_bench.m", one_thread=True),
    Program("nnreg-busy", "tests/bench/nnreg_bench.m", busy=True),
    Program("floor", "floor"),
    # The same beside each other where processor and OpenBLAS have more than AVX2.
    Program("nnreg-avx2", "tests/bench/nnreg_bench.m", env={"NNREG_ISA": "avx2"}),
    Program("floor-avx2", "floor", env={"OPENBLAS_CORETYPE": "Haswell"}),
    Program("pure-octave", PURE),
    Program("jax-scan", "tests/peers/jax_scan.py", ("jax",)),
    Program("torch", "tests/peers/torch_loop.py", ("torch",)),
    # Threads that sleep while they wait, which is better beside another busy process.
    Program("torch (passive)", "tests/peers/torch_loop.py", ("torch",),
            {"OMP_WAIT_POLICY": "PASSIVE"}),
    Program("sklearn", "tests/peers/sklearn_mlp.py", ("sklearn",)),
    Program("sklearn-lbfgs", "tests/peers/sklearn_lbfgs.py", ("sklearn",)),
    # fitcnet or fitrnet of Octave's package statistics, by its two solvers.
    Program("statistics-sgd", STATISTICS, env={"NNREG_BENCH_SOLVER": "sgd"}),
    Program("statistics-lbfgs", STATISTICS, env={"NNREG_BENCH_SOLVER": "lbfgs"}),
    Program("torch-prune", "tests/peers/torch_prune.py", ("torch",)),
    Program("lassonet", "tests/peers/lassonet_path.py", ("torch", "lassonet")),
    Program("forest", "tests/peers/forest_inputs.py", ("sklearn",)),
    Program("pivoted-qr", "tests/peers/pivoted_qr.m"),
    Program("keras-jax", "tests/peers/keras_fit.py", ("keras", "jax"), {"KERAS_BACKEND": "jax"}),
    Program("keras-tf", "tests/peers/keras_fit.py", ("keras", "tensorflow"),
            {"KERAS_BACKEND": "tensorflow"}),
    Program("keras-grid", "tests/peers/keras_grid.py", ("keras", "tensorflow", "sklearn"),
            {"KERAS_BACKEND": "tensorflow"}),
)}


def own_core(floor):
    """The kernels that the system's OpenBLAS chooses itself."""
    return subprocess.run([floor, "core"], capture_output=True, text=True, check=True,
                          env=runner.environment(1, {})).stdout.strip()


def better_core(core):
    """Kernels to ask OpenBLAS for if it does not know this processor (chose core), else None."""
    if core != "Prescott" or not os.path.exists("/proc/cpuinfo"):
        return None
    with open("/proc/cpuinfo") as file:
        flags = set(next((line for line in file if line.startswith("flags")), "").split())
    if {"avx512f", "avx512dq", "avx512bw", "avx512vl"} <= flags:
        return "SkylakeX"
    return "Haswell" if {"avx2", "fma"} <= flags else None


def with_core(program, core):
    """The same program with OpenBLAS's kernels for core."""
    return dataclasses.replace(program, name=f"{program.name} ({core})",
                               env={**program.env, "OPENBLAS_CORETYPE": core})


def choose(names, settings):
    """The programs to run in turn, and why others are left out."""
    chosen, skipped = [], {}
    for name in names:
        program = PROGRAMS[name]
        missing = [peer for peer in program.needs if peer not in settings.peers]
        if missing:
            skipped[name] = ", ".join(f"{peer}: {settings.missing[peer]}" for peer in missing)
            continue
        depends_on_core = (settings.core and program.script in ("floor", PURE)
                           and "OPENBLAS_CORETYPE" not in program.env)
        if not (depends_on_core and settings.quick):
            chosen.append(program)
        if depends_on_core:
            chosen.append(with_core(program, settings.core))
    return chosen, skipped
