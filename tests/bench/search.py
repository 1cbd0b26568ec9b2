"""What a search of 10,000 trainings costs beside them: search_cost.m, with the day and the machine.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

`make bench-search` calls it from the root of the repository: search.py BUILD [FOLDER [JOBS]].
Writes BUILD/bench/search.json, which the manual's table is made of.
"""
import json
import os
import re
import subprocess
import sys

import machine
import quiet
import runner
from programs import OCTAVE

SCRIPT = os.path.join("tests", "bench", "search_cost.m")


def rows_of(text):
    """What was measured, and the number with its unit, of each line that has one."""
    found = (re.match(r"\s*(\S.*?)\s{2,}([0-9.]+(?: s)?)(?:\s|$)", line)
             for line in text.splitlines())
    return [list(match.groups()) for match in found if match]


def main():
    folder = os.path.join(sys.argv[1], "bench")
    os.makedirs(folder, exist_ok=True)
    report = {"machine": machine.facts(), "quiet_before": quiet.watch(1)}
    quiet.warn(report["quiet_before"], "before it began")
    first = quiet.now()
    done = subprocess.run([*OCTAVE, SCRIPT, *sys.argv[2:]], stdout=subprocess.PIPE, text=True,
                          env=runner.environment(os.cpu_count(), {}))
    used = quiet.between(first, quiet.now())
    print(done.stdout, end="")
    report["machine"]["Quiet"] = quiet.verdict(report["quiet_before"],
                                               [{"workload": "search", "used": used}])
    report["trainings"] = int(sys.argv[3]) if len(sys.argv) > 3 else 10000
    report["rows"] = rows_of(done.stdout)
    print("", *machine.text(report), sep="\n")
    if done.returncode == 0:
        with open(os.path.join(folder, "search.json"), "w") as file:
            json.dump(report, file, indent=1)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
