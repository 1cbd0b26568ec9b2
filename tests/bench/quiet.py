"""Whether the machine was quiet: what other processes computed before and beside the programs.

Copyright (C) 2026 The nnreg developers
SPDX-License-Identifier: GPL-3.0-or-later

Linux counts the time of its processors; what the benchmark and its programs used is taken off.
Shares are of one processor: two busy neighbours are 2.
"""
import os
import sys
import time
from types import SimpleNamespace

STAT = "/proc/stat"
SHARE = 0.1     # of a processor that others may use
GRAIN = 0.05    # seconds that the system's own counting may be wrong by
BUSY = ("user", "nice", "system", "irq", "softirq")
FIELDS = ("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal")


def parse(text):
    """Seconds that all processors were busy, and that the hypervisor gave to others."""
    words = next(line for line in text.splitlines() if line.startswith("cpu ")).split()[1:]
    ticks = dict(zip(FIELDS, map(int, words)))
    second = os.sysconf("SC_CLK_TCK")
    return sum(ticks.get(name, 0) for name in BUSY) / second, ticks.get("steal", 0) / second


def now():
    """The clocks at this moment, or None if this system does not tell."""
    try:
        with open(STAT) as file:
            busy, steal = parse(file.read())
    except OSError:
        return None
    own = os.times()  # this process and its children that have ended
    return SimpleNamespace(time=time.monotonic(), busy=busy, steal=steal, own=sum(own[:4]))


def between(first, last):
    """Seconds from one moment to another, and of these what others and the hypervisor took."""
    if first is None or last is None:
        return {}
    others = (last.busy - first.busy) - (last.own - first.own)
    return {"elapsed": last.time - first.time, "others": max(0.0, others),
            "stolen": last.steal - first.steal}


def disturbed(used):
    """Whether others took more than their share; None if the system does not tell."""
    if not used:
        return None
    return used["others"] + used["stolen"] > SHARE * used["elapsed"] + GRAIN


def watch(seconds):
    """What others use while the benchmark sleeps."""
    first = now()
    time.sleep(seconds)
    return between(first, now())


def share(used):
    """Of one processor."""
    return (used["others"] + used["stolen"]) / used["elapsed"] if used else None


def warn(used, when):
    """Says on stderr that the machine is not quiet."""
    if disturbed(used):
        print(f"bench: warning: the machine is not quiet: {when} others use {share(used):.1f} of "
              f"{os.cpu_count()} processors. These figures are not to be quoted.",
              file=sys.stderr, flush=True)


def _during(runs):
    told = [run for run in runs if run.get("used")]
    if not told:
        return "the system does not tell"
    total = sum(run["used"]["others"] + run["used"]["stolen"] for run in told)
    worst = max(told, key=lambda run: share(run["used"]))
    bad = sum(disturbed(run["used"]) for run in told)
    where = " ".join(str(worst[key]) for key in ("workload", "program") if key in worst)
    return (f"{total / sum(run['used']['elapsed'] for run in told):.2f} in the mean, "
            f"{share(worst['used']):.2f} at most (beside {where}); {bad} of {len(told)} runs were "
            f"disturbed")


def verdict(before, runs):
    """A sentence for the head of a table. RUNS have their "used", as between() tells it."""
    seen = [used for used in [before, *(run.get("used") for run in runs)] if used]
    if not seen:
        return f"unknown on this system; load {os.getloadavg()[0]:.1f} at the end"
    calm = not any(disturbed(used) for used in seen)
    began = f"{share(before):.2f} before" if before else "unknown before"
    return (f"{'yes' if calm else '**NO, these figures are not to be quoted**'}. Others used of "
            f"one processor: {began}; {_during(runs)}")
