"""What a benchmark says about the machine, the day and this nnreg.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later
"""
import datetime
import json
import os
import platform
import subprocess
from statistics import median

import runner


def _processor():
    name = platform.processor() or platform.machine()
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            name = next((line.split(":")[1].strip() for line in file if "model name" in line), name)
    return f"{name}, {os.cpu_count()} processors"


def _commit():
    command = ["git", "describe", "--always", "--dirty"]
    try:
        done = subprocess.run(command, capture_output=True, text=True)
    except OSError:  # no git here
        return "unknown"
    return done.stdout.strip() or "unknown"


def facts():
    return {"Date": datetime.date.today().isoformat(), "Processor": _processor(),
            "System": platform.platform(), "Commit": _commit()}


def own_kernels(octave, build):
    """What nnreg itself would use here, as nnreg_info says."""
    code = ("i = nnreg_info (); printf ('%s\\n', jsonencode (struct ('set', i.InstructionSet, "
            "'core', i.OpenBLASCore, 'version', i.Version, 'octave', i.Octave)))")
    path = os.pathsep.join([os.path.abspath("octave"), os.path.join(build, "dev")])
    said = runner.run([*octave, "--path", path, "--eval", code], {}, 1)
    if "failed" in said:
        return f"unknown: {said['failed']}"
    return (f"{said['set']} of nnreg {said['version']}, OpenBLAS's for {said['core']} beside them, "
            f"Octave {said['octave']}")


def probe(program, threads, steps=()):
    """GFLOP/s of pure multiply-adds on one thread and on all."""
    found = [runner.run([program, str(count), *map(str, steps)], {}, threads)
             for count in (1, threads)]
    failed = next((run["failed"] for run in found if "failed" in run), None)
    return {"failed": failed} if failed else {"one": found[0]["gflops"], "all": found[1]["gflops"],
                                              "bytes": found[0]["bytes"]}


def scaling(probes):
    """The median of the speed of all threads over that of one, or None."""
    ratios = [found["all"] / found["one"] for found in probes if "one" in found]
    return median(ratios) if ratios else None


def probe_line(probes, threads):
    """For the head of a table."""
    good = [found for found in probes if "one" in found]
    if not good:
        return "; ".join(found["failed"] for found in probes) or "not run"
    ratios = sorted(found["all"] / found["one"] for found in good)
    one, all_ = (median(found[key] for found in good) for key in ("one", "all"))
    return (f"multiply-adds in registers, vectors of {good[0]['bytes']} bytes: {one:.0f} GFLOP/s "
            f"on one thread, {all_:.0f} on {threads}: {scaling(probes):.2f} times "
            f"({ratios[0]:.2f}..{ratios[-1]:.2f} over the run)")


def text(report):
    """The head of a table in Markdown."""
    return [f"{key}: {value}  " for key, value in report["machine"].items()]


def load(file):
    """A report that a benchmark wrote, or None."""
    if not os.path.exists(file):
        return None
    with open(file) as said:
        return json.load(said)
